#include "supervisor/cli/terminal.h"

#include <unistd.h>

#include <cstdint>
#include <cstdlib>

#include <sys/ioctl.h>

namespace drover::sup {
namespace {

constexpr unsigned kUsualWidth = 80;

struct Letter {
  uint32_t code;
  size_t bytes;
};

// The letter at the begin of text; a byte that begins none stands for itself.
Letter FirstLetter(std::string_view text) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  const size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
  if (length == 1 || length > text.size()) return {lead, 1};
  uint32_t code = lead & (0xFF >> (length + 1));
  for (size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return {lead, 1};
    code = code << 6 | (byte(i) & 0x3F);
  }
  return {code, length};
}

unsigned Columns(uint32_t code) {
  const bool combining =
      (code >= 0x300 && code <= 0x36F) || (code >= 0x200B && code <= 0x200F) || code == 0xFE0F;
  if (combining) return 0;
  const bool wide = (code >= 0x1100 && code <= 0x115F) || (code >= 0x2E80 && code <= 0xA4CF) ||
                    (code >= 0xAC00 && code <= 0xD7A3) || (code >= 0xF900 && code <= 0xFAFF) ||
                    (code >= 0xFE30 && code <= 0xFE6F) || (code >= 0xFF00 && code <= 0xFF60) ||
                    (code >= 0x1F300 && code <= 0x1FAFF) || (code >= 0x20000 && code <= 0x3FFFD);
  return wide ? 2 : 1;
}

const char* Code(Color color) {
  switch (color) {
    case Color::kNone:
      return "";
    case Color::kRed:
      return "\033[31m";
    case Color::kGreen:
      return "\033[32m";
    case Color::kYellow:
      return "\033[33m";
    case Color::kCyan:
      return "\033[36m";
    case Color::kDim:
      return "\033[2m";
    case Color::kBold:
      return "\033[1m";
  }
  return "";
}

}  // namespace

Terminal Terminal::Detect(bool no_color) {
  const bool terminal = ::isatty(STDOUT_FILENO) == 1;
  const char* forbidden = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  const bool dumb = term && std::string_view(term) == "dumb";
  winsize size{};
  unsigned width = 0;
  if (terminal)
    width = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col
                                                                              : kUsualWidth;
  if (const char* columns = std::getenv("COLUMNS"); columns && std::atoi(columns) > 0)
    width = static_cast<unsigned>(std::atoi(columns));
  return Terminal(width, terminal && !no_color && !(forbidden && *forbidden) && !dumb, terminal);
}

std::string Terminal::Paint(std::string_view text, Color color) const {
  if (!color_ || color == Color::kNone) return std::string(text);
  return std::string(Code(color)).append(text).append("\033[0m");
}

unsigned DisplayWidth(std::string_view text) {
  unsigned width = 0;
  while (!text.empty()) {
    const Letter letter = FirstLetter(text);
    width += Columns(letter.code);
    text.remove_prefix(letter.bytes);
  }
  return width;
}

std::string Printable(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const Letter letter = FirstLetter(text);
    const bool broken = letter.bytes == 1 && letter.code >= 0x80;
    const bool control = letter.code < 0x20 || (letter.code >= 0x7F && letter.code < 0xA0);
    if (broken || control) {
      out += letter.code == '\t' ? " " : "?";
    } else {
      out.append(text.substr(0, letter.bytes));
    }
    text.remove_prefix(letter.bytes);
  }
  return out;
}

std::string Shorten(std::string_view text, unsigned width) {
  if (DisplayWidth(text) <= width) return std::string(text);
  if (width == 0) return "";
  std::string out;
  unsigned used = 0;
  while (!text.empty()) {
    const Letter letter = FirstLetter(text);
    if (used + Columns(letter.code) > width - 1) break;
    used += Columns(letter.code);
    out.append(text.substr(0, letter.bytes));
    text.remove_prefix(letter.bytes);
  }
  return out + "…";
}

}  // namespace drover::sup
