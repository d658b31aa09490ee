// Writes JSON text piece by piece. The caller keeps the order legal: a key before each value in an
// object, each Begin with its End.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace drover::sup {

class JsonWriter {
 public:
  enum class Layout { kOneLine, kIndented };
  explicit JsonWriter(Layout layout) : layout_(layout) {}

  JsonWriter& BeginObject() { return Begin('{'); }
  JsonWriter& EndObject() { return End('}'); }
  JsonWriter& BeginArray() { return Begin('['); }
  JsonWriter& EndArray() { return End(']'); }
  JsonWriter& Key(std::string_view name);
  // Bytes that are no UTF-8 become U+FFFD.
  JsonWriter& String(std::string_view value);
  JsonWriter& Number(int64_t value);
  JsonWriter& Decimal(double value);  // one digit behind the point
  JsonWriter& Bool(bool value);
  JsonWriter& Null();

  const std::string& text() const { return text_; }

 private:
  JsonWriter& Begin(char bracket);
  JsonWriter& End(char bracket);
  void Separate();
  void NewLine();
  void Quote(std::string_view value);

  Layout layout_;
  int depth_ = 0;
  bool first_ = true;  // nothing stands yet inside the innermost bracket
  bool after_key_ = false;
  std::string text_;
};

}  // namespace drover::sup
