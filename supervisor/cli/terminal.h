// The terminal, or what stands in its place.
#pragma once

#include <string>
#include <string_view>

namespace drover::sup {

enum class Color { kNone, kRed, kGreen, kYellow, kCyan, kDim, kBold };

class Terminal {
 public:
  // Of standard output. NO_COLOR, TERM=dumb and `no_color` switch colours off.
  static Terminal Detect(bool no_color);
  Terminal(unsigned width, bool color, bool interactive)
      : width_(width), color_(color), interactive_(interactive) {}

  unsigned width() const {
    return width_;
  }  // 0: output is no terminal, lines may be as long as they are
  bool color() const { return color_; }
  bool interactive() const { return interactive_; }
  std::string Paint(std::string_view text, Color color) const;

 private:
  unsigned width_;
  bool color_;
  bool interactive_;
};

// Columns that UTF-8 text takes; East Asian wide letters count two, combining marks none.
unsigned DisplayWidth(std::string_view text);
// Text without control characters, so that what an app is called or says cannot steer the terminal.
std::string Printable(std::string_view text);
// At most `width` columns; what is cut off is shown by "…".
std::string Shorten(std::string_view text, unsigned width);

}  // namespace drover::sup
