#include "supervisor/daemon/state_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/supervisor/temp_dir.h"

namespace drover::sup {
namespace {

SavedState Sample() {
  SavedState state;
  state.set_version(1);
  state.set_next_id(7);
  auto& app = *state.add_apps();
  app.set_id(6);
  app.mutable_spec()->set_name("web");
  app.mutable_spec()->add_env("A=b");
  app.add_workers()->set_pid(4711);
  return state;
}

TEST(StateFileTest, ReadsWhatItWrote) {
  const TempDir dir;
  for (const auto durability : {Durability::kDisk, Durability::kMemory}) {
    ASSERT_TRUE(WriteState(dir / "state", Sample(), durability).ok());
    auto state = ReadState(dir / "state");
    ASSERT_TRUE(state.ok()) << state.error().ToString();
    EXPECT_EQ(state->SerializeAsString(), Sample().SerializeAsString());
  }
  struct stat st;
  ASSERT_EQ(::stat((dir / "state").c_str(), &st), 0);
  EXPECT_EQ(st.st_mode & 0777, 0600u);
  EXPECT_NE(::stat((dir / "state.new").c_str(), &st), 0);
}

TEST(StateFileTest, AMissingFileIsEmpty) {
  const TempDir dir;
  auto state = ReadState(dir / "none");
  ASSERT_TRUE(state.ok());
  EXPECT_TRUE(state->apps().empty());
}

TEST(StateFileTest, EveryChangedByteIsNoticed) {
  const std::string whole = EncodeState(Sample());
  for (size_t i = 0; i < whole.size(); ++i) {
    std::string changed = whole;
    changed[i] = static_cast<char>(changed[i] ^ 0x40);
    EXPECT_FALSE(DecodeState(changed).ok()) << i;
  }
}

TEST(StateFileTest, EveryCutIsNoticed) {
  const std::string whole = EncodeState(Sample());
  for (size_t i = 0; i < whole.size(); ++i) EXPECT_FALSE(DecodeState(whole.substr(0, i)).ok()) << i;
  EXPECT_FALSE(DecodeState(whole + "x").ok());
}

TEST(StateFileTest, AnotherVersionIsNamed) {
  std::string whole = EncodeState(Sample());
  whole[8] = 9;
  EXPECT_NE(DecodeState(whole).error().ToString().find("version 9"), std::string::npos);
}

TEST(StateFileTest, AFolderThatTakesNoFileIsAnError) {
  EXPECT_FALSE(WriteState("/nonexistent/state", Sample(), Durability::kDisk).ok());
}

}  // namespace
}  // namespace drover::sup
