#include "runtime/bindings/buffer_codec.h"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace drover::rt::codec {
namespace {

std::span<const uint8_t> Of(std::string_view text) {
  return {reinterpret_cast<const uint8_t*>(text.data()), text.size()};
}

std::string Base64(std::string_view bytes, Base64Kind kind = Base64Kind::kStandard) {
  std::string out(Base64Length(bytes.size(), kind), '\0');
  Base64Encode(Of(bytes), out.data(), kind);
  return out;
}

std::string UnBase64(std::string_view text, size_t room = 1000) {
  std::string out(room, '\0');
  out.resize(Base64Decode(Of(text), {reinterpret_cast<uint8_t*>(out.data()), out.size()}));
  return out;
}

std::string UnHex(std::string_view text, size_t room = 1000) {
  std::string out(room, '\0');
  out.resize(HexDecode(Of(text), {reinterpret_cast<uint8_t*>(out.data()), out.size()}));
  return out;
}

// Bytes of every value, `size` of them.
std::string Bytes(size_t size) {
  std::string bytes;
  for (size_t i = 0; i < size; i++) bytes += static_cast<char>(i * 37 + i / 7);
  return bytes;
}

TEST(Base64, KnownTexts) {
  EXPECT_EQ(Base64(""), "");
  EXPECT_EQ(Base64("f"), "Zg==");
  EXPECT_EQ(Base64("fo"), "Zm8=");
  EXPECT_EQ(Base64("foobar"), "Zm9vYmFy");
  EXPECT_EQ(Base64("\xfb\xff"), "+/8=");
  EXPECT_EQ(Base64("\xfb\xff", Base64Kind::kUrl), "-_8");
}

TEST(Base64, EveryLengthComesBack) {
  for (size_t size = 0; size < 200; size++) {
    const std::string bytes = Bytes(size);
    EXPECT_EQ(UnBase64(Base64(bytes)), bytes) << size;
    EXPECT_EQ(UnBase64(Base64(bytes, Base64Kind::kUrl)), bytes) << size;
  }
}

TEST(Base64, DecodesWhatItCan) {
  EXPECT_EQ(UnBase64("YWJj=ZGVm"), "abc");  // '=' ends it
  EXPECT_EQ(UnBase64("YW\nJj *ZGVm"), "abcdef");
  EXPECT_EQ(UnBase64("Y"), "");
  EXPECT_EQ(UnBase64("YWJ"), "ab");
  std::string lines;
  const std::string bytes = Bytes(190);
  const std::string text = Base64(bytes);
  for (size_t i = 0; i < text.size(); i += 19) lines += text.substr(i, 19) + "\r\n";
  EXPECT_EQ(UnBase64(lines), bytes);
}

TEST(Base64, StopsWhereTheTargetEnds) {
  const std::string bytes = Bytes(100);
  for (size_t room = 0; room < 100; room++) {
    EXPECT_EQ(UnBase64(Base64(bytes), room), bytes.substr(0, room));
  }
}

TEST(Hex, EveryLengthComesBack) {
  for (size_t size = 0; size < 100; size++) {
    const std::string bytes = Bytes(size);
    std::string text(HexLength(size), '\0');
    HexEncode(Of(bytes), text.data());
    EXPECT_EQ(UnHex(text), bytes);
    for (char& c : text) c = static_cast<char>(toupper(c));
    EXPECT_EQ(UnHex(text), bytes);
  }
}

TEST(Hex, EndsAtTheFirstPairThatIsNone) {
  EXPECT_EQ(UnHex("abc"), "\xab");
  EXPECT_EQ(UnHex("abxx12"), "\xab");
  const std::string good(64, 'a');
  for (size_t i = 0; i < good.size(); i++) {
    std::string text = good;
    text[i] = 'g';
    EXPECT_EQ(UnHex(text).size(), i / 2) << i;
  }
  EXPECT_EQ(UnHex(good, 5).size(), 5u);
}

TEST(ForgivingBase64, TellsWhatIsWrong) {
  auto decode = [](std::string_view text) {
    std::vector<uint8_t> out(text.size() + 1);
    size_t written = 0;
    return ForgivingBase64Decode(Of(text), out.data(), &written);
  };
  EXPECT_EQ(decode(" Y Q = = "), ForgivingResult::kOk);
  EXPECT_EQ(decode("YQ"), ForgivingResult::kOk);
  EXPECT_EQ(decode("Y"), ForgivingResult::kInvalidLength);
  EXPECT_EQ(decode("YQ="), ForgivingResult::kInvalidCharacter);
  EXPECT_EQ(decode("YQ=a"), ForgivingResult::kInvalidCharacter);
  EXPECT_EQ(decode("-_-_"), ForgivingResult::kInvalidCharacter);
}

TEST(Checks, AsciiAndUtf8) {
  for (size_t pad = 0; pad < 40; pad++) {
    const std::string start(pad, 'x');
    EXPECT_TRUE(IsAscii(Of(start)));
    EXPECT_FALSE(IsAscii(Of(start + "\x80")));
    EXPECT_TRUE(IsUtf8(Of(start + "\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80")));
    for (const char* bad : {"\xff", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe2\x82"}) {
      EXPECT_FALSE(IsUtf8(Of(start + bad))) << pad;
    }
  }
}

TEST(Swap, ReversesEachGroup) {
  std::vector<uint8_t> bytes = {1, 2, 3, 4, 5, 6, 7, 8};
  SwapBytes(bytes, 8);
  EXPECT_EQ(bytes, (std::vector<uint8_t>{8, 7, 6, 5, 4, 3, 2, 1}));
  SwapBytes(bytes, 2);
  EXPECT_EQ(bytes, (std::vector<uint8_t>{7, 8, 5, 6, 3, 4, 1, 2}));
}

TEST(Find, AgreesWithASimpleSearch) {
  const std::string text = "abaababaabaababaababa";
  for (const std::string needle :
       {"a", "b", "ab", "ba", "abaab", "bb", "ababaa", "abaababaabaababaababa"}) {
    for (size_t from = 0; from < text.size(); from++) {
      const size_t first = text.find(needle, from);
      EXPECT_EQ(FindForward(Of(text), Of(needle), from, 1),
                first == std::string::npos ? kNotFound : static_cast<ptrdiff_t>(first));
      const size_t last = text.rfind(needle, from);
      EXPECT_EQ(FindBackward(Of(text), Of(needle), from, 1),
                last == std::string::npos ? kNotFound : static_cast<ptrdiff_t>(last));
    }
  }
}

TEST(Find, GivesUpOnFalseStartsButFinds) {
  std::string text(5000, 'a');
  text += "ab";
  EXPECT_EQ(FindForward(Of(text), Of("ab"), 0, 1), 5000);
  EXPECT_EQ(FindForward(Of(text), Of("ac"), 0, 1), kNotFound);
}

TEST(Find, StepsOverOddPlaces) {
  const std::string_view text("xa\0a\0a\0", 7);
  EXPECT_EQ(FindForward(Of(text), Of(std::string_view("a\0", 2)), 0, 2), kNotFound);
  EXPECT_EQ(FindForward(Of(text), Of(std::string_view("\0a", 2)), 0, 2), 2);
}

}  // namespace
}  // namespace drover::rt::codec
