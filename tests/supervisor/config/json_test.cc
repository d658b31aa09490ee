#include "supervisor/config/json.h"

#include <gtest/gtest.h>

#include "supervisor/config/json_writer.h"

namespace drover::sup {
namespace {

std::string ErrorOf(std::string_view text) {
  const auto result = ParseJson(text, "f.json");
  return result.ok() ? "" : result.error().ToString();
}

TEST(JsonTest, BuildsTheTree) {
  auto root = ParseJson(R"({"a": [1, -2.5, "x", true, null], "b": {"c": "d"}})", "f.json");
  ASSERT_TRUE(root.ok()) << root.error().ToString();
  const JsonValue* a = root->Find("a");
  ASSERT_NE(a, nullptr);
  ASSERT_EQ(a->items.size(), 5u);
  EXPECT_EQ(a->items[1].number, -2.5);
  EXPECT_EQ(a->items[2].string, "x");
  EXPECT_TRUE(a->items[3].boolean);
  EXPECT_EQ(a->items[4].kind, JsonValue::Kind::kNull);
  EXPECT_EQ(root->Find("b")->Find("c")->string, "d");
  EXPECT_EQ(root->Find("none"), nullptr);
}

TEST(JsonTest, KnowsTheLineOfEachValue) {
  auto root = ParseJson("{\n  \"a\": 1,\n\n  \"b\": [\n    2\n  ]\n}", "f.json");
  ASSERT_TRUE(root.ok());
  EXPECT_EQ(root->Find("a")->line, 2u);
  EXPECT_EQ(root->Find("b")->line, 4u);
  EXPECT_EQ(root->Find("b")->items[0].line, 5u);
}

TEST(JsonTest, AllowsComments) { EXPECT_EQ(ErrorOf("// one\n{ /* two */ \"a\": 1 }"), ""); }

TEST(JsonTest, NamesThePlaceOfAnError) {
  EXPECT_EQ(ErrorOf("{\n  \"a\": 1,\n  oops\n}").substr(0, 9), "f.json:3:");
  EXPECT_NE(ErrorOf("{\"a\": 1} x"), "");
  EXPECT_NE(ErrorOf(""), "");
  EXPECT_NE(ErrorOf("{\"a\""), "");
  EXPECT_EQ(ErrorOf("{\"a\": 1,\n\"a\": 2}"), "f.json:2: the key \"a\" appears twice");
}

TEST(JsonTest, RefusesWhatIsTooDeepOrBroken) {
  EXPECT_NE(ErrorOf(std::string(100'000, '[')), "");
  std::string nested;
  for (int i = 0; i < 200; ++i) nested += "{\"a\":";
  EXPECT_NE(ErrorOf(nested), "");
  EXPECT_NE(ErrorOf("\"\xC3\x28\""), "");
  EXPECT_NE(ErrorOf(std::string("\"a\0b\"", 5)), "");
}

TEST(JsonTest, TextCutOffAnywhereIsAnError) {
  const std::string whole = R"({"apps":[{"name":"w\u00e9b","args":["a",1.5e3,true,null]}]})";
  ASSERT_EQ(ErrorOf(whole), "");
  for (size_t i = 0; i < whole.size(); ++i) EXPECT_NE(ErrorOf(whole.substr(0, i)), "") << i;
}

TEST(JsonWriterTest, WritesWhatTheParserReads) {
  JsonWriter json(JsonWriter::Layout::kIndented);
  json.BeginObject().Key("text").String("a\"\\\n\x01é\xFF");
  json.Key("list").BeginArray().Number(-5).Bool(true).Null().EndArray();
  json.Key("empty").BeginObject().EndObject().EndObject();
  auto root = ParseJson(json.text(), "out");
  ASSERT_TRUE(root.ok()) << root.error().ToString() << json.text();
  EXPECT_EQ(root->Find("text")->string, "a\"\\\n\x01é\uFFFD");
  EXPECT_EQ(root->Find("list")->items[0].number, -5);
  EXPECT_TRUE(root->Find("empty")->members.empty());
}

TEST(JsonWriterTest, OneLineHasNoSpace) {
  JsonWriter json(JsonWriter::Layout::kOneLine);
  json.BeginObject()
      .Key("a")
      .Number(1)
      .Key("b")
      .BeginArray()
      .Number(2)
      .Number(3)
      .EndArray()
      .EndObject();
  EXPECT_EQ(json.text(), R"({"a":1,"b":[2,3]})");
}

}  // namespace
}  // namespace drover::sup
