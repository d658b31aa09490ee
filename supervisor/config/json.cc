// Compiled with exceptions: the parser reports through exception objects, none of which leaves
// here.
#include "supervisor/config/json.h"

#include <algorithm>
#include <cstdint>
#include <exception>
#include <iterator>
#include <utility>

#include <nlohmann/json.hpp>

namespace drover::sup {
namespace {

constexpr size_t kLongestText = 16 << 20;
constexpr size_t kDeepest = 64;

// Where the parser is: its callbacks do not say.
struct Place {
  unsigned line = 1;
  bool behind_newline = false;  // the last letter read was a newline
};

// Walks over the text and counts lines.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, Place* place) : at_(at), place_(place) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    place_->behind_newline = *at_ == '\n';
    if (place_->behind_newline) ++place_->line;
    ++at_;
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator old = *this;
    ++*this;
    return old;
  }
  bool operator==(const CountingIterator& other) const { return at_ == other.at_; }
  bool operator!=(const CountingIterator& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  Place* place_;  // outlives the iterator: a local of ParseJson
};

class TreeBuilder {
 public:
  using number_integer_t = int64_t;
  using number_unsigned_t = uint64_t;
  using number_float_t = double;
  using string_t = std::string;
  using binary_t = nlohmann::json::binary_t;

  TreeBuilder(const Place& place, JsonValue& root) : place_(place), open_{&root} {}

  bool null() { return Put(JsonValue::Kind::kNull) != nullptr; }
  bool boolean(bool value) {
    JsonValue* put = Put(JsonValue::Kind::kBool);
    if (put) put->boolean = value;
    return put != nullptr;
  }
  bool number_integer(int64_t value) { return Number(static_cast<double>(value)); }
  bool number_unsigned(uint64_t value) { return Number(static_cast<double>(value)); }
  bool number_float(double value, const std::string&) { return Number(value); }
  bool string(std::string& value) {
    JsonValue* put = Put(JsonValue::Kind::kString);
    if (put) put->string = std::move(value);
    return put != nullptr;
  }
  bool binary(binary_t&) { return false; }
  bool start_object(size_t) { return Open(JsonValue::Kind::kObject); }
  bool start_array(size_t) { return Open(JsonValue::Kind::kArray); }
  bool end_object() { return Close(); }
  bool end_array() { return Close(); }
  bool key(std::string& name) {
    auto& members = open_.back()->members;
    if (open_.back()->Find(name)) return Fail("the key \"" + name + "\" appears twice");
    members.push_back({std::move(name), JsonValue{}});
    members.back().value.line = place_.line;
    return true;
  }
  bool parse_error(size_t, const std::string& token, const std::exception& why) {
    // "[json.exception...] parse error at line 1, column 2: syntax error while ..." -> its last
    // part
    std::string text = why.what();
    if (const auto at = text.find(": syntax error"); at != std::string::npos) text.erase(0, at + 2);
    if (const auto at = text.rfind("; last read: "); at != std::string::npos) text.erase(at);
    return Fail(std::move(text));
  }

  const std::string& error() const { return error_; }

 private:
  bool Fail(std::string message) {
    if (error_.empty()) error_ = std::move(message);
    return false;
  }
  JsonValue* Put(JsonValue::Kind kind) {
    JsonValue* at = open_.back();
    if (began_ && at->kind == JsonValue::Kind::kObject) {
      at = &at->members.back().value;
    } else if (began_) {
      at->items.emplace_back();
      at = &at->items.back();
      at->line = place_.line;
    } else {
      at->line = place_.line;
    }
    began_ = true;
    at->kind = kind;
    return at;
  }
  bool Number(double value) {
    const bool member = began_ && open_.back()->kind == JsonValue::Kind::kObject;
    JsonValue* put = Put(JsonValue::Kind::kNumber);
    put->number = value;
    // The end of a number is seen one letter behind it.
    if (!member && place_.behind_newline) --put->line;
    return true;
  }
  // Children grow in vectors, but only the innermost open one does, so the pointers stay good.
  bool Open(JsonValue::Kind kind) {
    if (open_.size() > kDeepest) return Fail("nested deeper than 64 levels");
    const bool root = !began_;
    JsonValue* put = Put(kind);
    if (!root) open_.push_back(put);
    return true;
  }
  bool Close() {
    if (open_.size() > 1) open_.pop_back();
    return true;
  }

  const Place& place_;
  bool began_ = false;
  std::vector<JsonValue*> open_;
  std::string error_;
};

}  // namespace

const JsonValue* JsonValue::Find(std::string_view name) const {
  const auto found =
      std::find_if(members.begin(), members.end(), [&](const auto& m) { return m.name == name; });
  return found == members.end() ? nullptr : &found->value;
}

std::string_view JsonValue::KindName() const {
  switch (kind) {
    case Kind::kNull:
      return "null";
    case Kind::kBool:
      return "true or false";
    case Kind::kNumber:
      return "a number";
    case Kind::kString:
      return "a string";
    case Kind::kArray:
      return "an array";
    case Kind::kObject:
      return "an object";
  }
  return "";
}

base::Result<JsonValue> ParseJson(std::string_view text, std::string_view file) {
  const std::string where(file);
  if (text.size() > kLongestText) return base::Error::Message(where + ": larger than 16 MiB");
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  Place place;
  JsonValue root;
  TreeBuilder builder(place, root);
  bool good = false;
  std::string error;
  try {
    const CountingIterator begin(text.data(), &place), end(text.data() + text.size(), &place);
    good = nlohmann::json::sax_parse(begin, end, &builder, nlohmann::json::input_format_t::json,
                                     /*strict=*/true, /*ignore_comments=*/true);
  } catch (const std::exception& e) {
    error = e.what();
  }
  if (good) return root;
  if (!builder.error().empty()) error = builder.error();
  return base::Error::Message(where + ":" + std::to_string(place.line) + ": " + error);
}

}  // namespace drover::sup
