// A table of text that fits the terminal: columns are as wide as their content; where that is too
// much, the columns that may shrink do, and their text is shortened.
#pragma once

#include <string>
#include <vector>

#include "supervisor/cli/terminal.h"

namespace drover::sup {

enum class Align { kLeft, kRight };

class Table {
 public:
  struct Column {
    std::string title;
    Align align = Align::kLeft;
    unsigned least = 0;  // columns it may shrink to; 0: it never shrinks
  };
  struct Cell {
    std::string text;
    Color color = Color::kNone;
  };

  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}
  void Add(std::vector<Cell> row);
  // Every line ends with a newline and is at most terminal.width() columns wide.
  std::string Render(const Terminal& terminal) const;

 private:
  std::vector<unsigned> Widths(unsigned available) const;
  void RenderRow(const std::vector<Cell>& row, const std::vector<unsigned>& widths,
                 const Terminal& terminal, std::string& out) const;

  std::vector<Column> columns_;
  std::vector<std::vector<Cell>> rows_;
};

}  // namespace drover::sup
