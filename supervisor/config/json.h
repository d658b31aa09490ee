// JSON as a tree of values, with the line each value stands on, so that a message about a
// configuration can name its place. The parser itself is nlohmann-json's and is named in json.cc
// only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runtime/base/result.h"

namespace drover::sup {

struct JsonMember;

struct JsonValue {
  enum class Kind { kNull, kBool, kNumber, kString, kArray, kObject };

  Kind kind = Kind::kNull;
  bool boolean = false;
  double number = 0;
  std::string string;
  std::vector<JsonValue> items;
  std::vector<JsonMember> members;  // in the order of the text
  unsigned line = 0;                // of the value; of its key where it is a member

  // The member of that name; null where there is none.
  const JsonValue* Find(std::string_view name) const;
  // "a string", "an array", ... for messages.
  std::string_view KindName() const;
};

struct JsonMember {
  std::string name;
  JsonValue value;
};

// Comments are allowed. Text over 16 MiB, values nested deeper than 64 and keys that appear twice
// in one object are refused. Errors read "FILE:LINE: what is wrong".
base::Result<JsonValue> ParseJson(std::string_view text, std::string_view file);

}  // namespace drover::sup
