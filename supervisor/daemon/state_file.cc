#include "supervisor/daemon/state_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstring>

#include "runtime/base/fd.h"
#include "supervisor/config/config_file.h"

namespace drover::sup {
namespace {

using base::Error;
using base::Fd;
using base::Status;

constexpr char kMagic[] = "DROVERST";
constexpr size_t kHeader = 24;
constexpr uint32_t kVersion = 1;
constexpr size_t kLargest = 256 << 20;

uint64_t Fnv1a(std::string_view bytes) {
  uint64_t hash = 14695981039346656037ull;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
  return hash;
}

template <class T>
void PutLittle(std::string& out, T value) {
  for (size_t i = 0; i < sizeof value; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
}

template <class T>
T GetLittle(std::string_view bytes, size_t at) {
  T value = 0;
  for (size_t i = 0; i < sizeof value; ++i)
    value |= static_cast<T>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  return value;
}

Status WriteAll(int fd, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t wrote = ::write(fd, bytes.data(), bytes.size());
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) return Error::FromErrno(errno, "write " + path);
    bytes.remove_prefix(static_cast<size_t>(wrote));
  }
  return {};
}

}  // namespace

std::string EncodeState(const SavedState& state) {
  const std::string message = state.SerializeAsString();
  std::string out(kMagic, 8);
  PutLittle(out, kVersion);
  PutLittle(out, static_cast<uint32_t>(message.size()));
  PutLittle(out, Fnv1a(message));
  return out + message;
}

base::Result<SavedState> DecodeState(std::string_view bytes) {
  if (bytes.size() < kHeader || bytes.substr(0, 8) != kMagic)
    return Error::Message("not a state file");
  const auto version = GetLittle<uint32_t>(bytes, 8);
  if (version != kVersion)
    return Error::Message("state of version " + std::to_string(version) + "; this drover reads 1");
  const std::string_view message = bytes.substr(kHeader);
  if (GetLittle<uint32_t>(bytes, 12) != message.size()) return Error::Message("cut off");
  if (GetLittle<uint64_t>(bytes, 16) != Fnv1a(message))
    return Error::Message("checksum does not match");
  SavedState state;
  if (!state.ParseFromArray(message.data(), static_cast<int>(message.size())))
    return Error::Message("no legal message");
  return state;
}

Status WriteState(const std::string& path, const SavedState& state, Durability durability) {
  const std::string temporary = path + ".new";
  const Fd fd(
      ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (!fd) return Error::FromErrno(errno, "write " + temporary);
  if (Status status = WriteAll(fd.get(), EncodeState(state), temporary); !status.ok())
    return status;
  if (durability == Durability::kDisk && ::fsync(fd.get()) != 0)
    return Error::FromErrno(errno, "fsync " + temporary);
  if (::rename(temporary.c_str(), path.c_str()) != 0)
    return Error::FromErrno(errno, "rename " + temporary);
  if (durability == Durability::kDisk) {
    const Fd folder(
        ::open(path.substr(0, path.rfind('/')).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder && ::fsync(folder.get()) != 0)
      return Error::FromErrno(errno, "fsync the folder of " + path);
  }
  return {};
}

base::Result<SavedState> ReadState(const std::string& path) {
  if (::access(path.c_str(), F_OK) != 0 && errno == ENOENT) return SavedState();
  auto bytes = ReadFile(path, kLargest);
  if (!bytes.ok()) return std::move(bytes).error();
  auto state = DecodeState(*bytes);
  if (!state.ok()) return std::move(state).error().Wrap(path);
  return state;
}

}  // namespace drover::sup
