#include "runtime/bindings/utf8_decode.h"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace drover::rt::codec {
namespace {

std::u16string Decode(std::string_view text) {
  std::vector<uint16_t> out(text.size());
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  const Decoded decoded = Utf8ToUtf16({bytes, text.size()}, out.data());
  EXPECT_LE(decoded.units, out.size());
  std::u16string result(out.begin(), out.begin() + static_cast<ptrdiff_t>(decoded.units));
  EXPECT_EQ(decoded.only_latin1, result.find_first_not_of([] {
    std::u16string latin1;
    for (char16_t c = 0; c < 0x100; c++) latin1 += c;
    return latin1;
  }()) == std::u16string::npos);
  return result;
}

TEST(Utf8DecodeTest, WellFormed) {
  EXPECT_EQ(Decode(""), u"");
  EXPECT_EQ(Decode("plain ASCII, longer than one word"), u"plain ASCII, longer than one word");
  EXPECT_EQ(Decode("gr\xc3\xbc\xc3\x9f"), u"gr\u00fc\u00df");
  EXPECT_EQ(Decode("\xc2\x80\xdf\xbf"), u"\u0080\u07ff");
  EXPECT_EQ(Decode("\xe0\xa0\x80\xed\x9f\xbf\xee\x80\x80\xef\xbf\xbf"),
            u"\u0800\ud7ff\ue000\uffff");
  EXPECT_EQ(Decode("\xf0\x90\x80\x80\xf4\x8f\xbf\xbf"), u"\U00010000\U0010ffff");
  EXPECT_EQ(Decode("\xef\xbb\xbfx"), u"\ufeffx");
  EXPECT_EQ(Decode(std::string_view("a\0b", 3)), std::u16string(u"a\0b", 3));
}

TEST(Utf8DecodeTest, EachMaximalPartBecomesOneReplacement) {
  EXPECT_EQ(Decode("\xff"), u"\ufffd");
  EXPECT_EQ(Decode("a\x80z"), u"a\ufffdz");
  EXPECT_EQ(Decode("\xc3"), u"\ufffd");
  EXPECT_EQ(Decode("\xc3("), u"\ufffd(");
  EXPECT_EQ(Decode("\xc0\xaf"), u"\ufffd\ufffd");
  EXPECT_EQ(Decode("\xe2\x82"
                   "b"),
            u"\ufffd"
            u"b");
  EXPECT_EQ(Decode("\xe0\x80\x80"), u"\ufffd\ufffd\ufffd");
  EXPECT_EQ(Decode("\xed\xa0\x80"), u"\ufffd\ufffd\ufffd");
  EXPECT_EQ(Decode("\xf0\x90\x80"), u"\ufffd");
  EXPECT_EQ(Decode("\xf0\x80\x80\x80"), u"\ufffd\ufffd\ufffd\ufffd");
  EXPECT_EQ(Decode("\xf4\x90\x80\x80"), u"\ufffd\ufffd\ufffd\ufffd");
  EXPECT_EQ(Decode("\xf5\x80\x80\x80"), u"\ufffd\ufffd\ufffd\ufffd");
  EXPECT_EQ(Decode("\xf1\x80\xe1\x80\xc2"
                   "b\x80\xbf"),
            u"\ufffd\ufffd\ufffd"
            u"b\ufffd\ufffd");
}

TEST(Utf8DecodeTest, SequencesAtEveryOffset) {
  for (size_t before = 0; before < 40; before++) {
    const std::string ascii(before, 'x');
    const std::u16string wide(before, u'x');
    EXPECT_EQ(Decode(ascii + "\xe2\x82\xac" + ascii), wide + u"\u20ac" + wide);
    EXPECT_EQ(Decode(ascii + "\xe2\x82"), wide + u"\ufffd");
  }
}

}  // namespace
}  // namespace drover::rt::codec
