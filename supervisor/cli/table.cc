#include "supervisor/cli/table.h"

#include <algorithm>
#include <numeric>

#include "runtime/base/check.h"

namespace drover::sup {
namespace {

constexpr unsigned kGap = 2;

}  // namespace

void Table::Add(std::vector<Cell> row) {
  CHECK(row.size() == columns_.size(), "a row has a cell for each column");
  for (Cell& cell : row) cell.text = Printable(cell.text);
  rows_.push_back(std::move(row));
}

std::vector<unsigned> Table::Widths(unsigned available) const {
  std::vector<unsigned> widths;
  for (size_t i = 0; i < columns_.size(); ++i) {
    unsigned width = DisplayWidth(columns_[i].title);
    for (const auto& row : rows_) width = std::max(width, DisplayWidth(row[i].text));
    widths.push_back(width);
  }
  if (available == 0) return widths;
  const unsigned gaps = kGap * static_cast<unsigned>(columns_.size() - 1);
  // The widest of those that may gives way, one column at a time.
  while (std::accumulate(widths.begin(), widths.end(), gaps) > available) {
    size_t widest = columns_.size();
    for (size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i].least == 0 || widths[i] <= columns_[i].least) continue;
      if (widest == columns_.size() || widths[i] > widths[widest]) widest = i;
    }
    if (widest == columns_.size()) break;
    --widths[widest];
  }
  return widths;
}

void Table::RenderRow(const std::vector<Cell>& row, const std::vector<unsigned>& widths,
                      const Terminal& terminal, std::string& out) const {
  std::string line;
  for (size_t i = 0; i < row.size(); ++i) {
    const std::string text = Shorten(row[i].text, widths[i]);
    const std::string space(widths[i] - DisplayWidth(text), ' ');
    if (i > 0) line.append(kGap, ' ');
    if (columns_[i].align == Align::kRight) line += space;
    line += terminal.Paint(text, row[i].color);
    const bool last = i + 1 == row.size();
    if (columns_[i].align == Align::kLeft && !last) line += space;
  }
  out += line + "\n";
}

std::string Table::Render(const Terminal& terminal) const {
  const std::vector<unsigned> widths = Widths(terminal.width());
  std::string out;
  std::vector<Cell> titles;
  for (const Column& column : columns_) titles.push_back({column.title, Color::kBold});
  RenderRow(titles, widths, terminal, out);
  for (const auto& row : rows_) RenderRow(row, widths, terminal, out);
  return out;
}

}  // namespace drover::sup
