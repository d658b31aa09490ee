// What the user wants, on disk: the apps, and the processes that served them when the file was
// written. A new daemon reads it after its predecessor died. The file is 0600 and replaced as a
// whole (write, fsync, rename, fsync of the folder), so a reader sees the old or the new one.
//
//   8 bytes   "DROVERST"
//   4 bytes   version of this layout, little endian: 1
//   4 bytes   length of the message
//   8 bytes   FNV-1a of the message
//   ...       drover.supervisor.v1.SavedState
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "proto/state.pb.h"
#include "runtime/base/result.h"

namespace drover::sup {

using supervisor::v1::SavedState;

// kDisk outlives a power cut, kMemory a crash of the daemon only (and costs no wait for the disk).
enum class Durability { kDisk, kMemory };

base::Status WriteState(const std::string& path, const SavedState& state, Durability durability);

// A missing file is an empty state. Anything that is not a whole, sound state of a known version is
// an error that names the file and what is wrong with it.
base::Result<SavedState> ReadState(const std::string& path);

std::string EncodeState(const SavedState& state);
base::Result<SavedState> DecodeState(std::string_view bytes);

}  // namespace drover::sup
