// Finds the word a user probably meant.
#pragma once

#include <span>
#include <string_view>

namespace drover::sup {

// Number of single-letter edits (insert, remove, replace, swap of neighbours) from one to the
// other.
unsigned EditDistance(std::string_view a, std::string_view b);

// The candidate with the fewest edits; "" where none is near enough to be a slip of the finger.
std::string_view Nearest(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace drover::sup
