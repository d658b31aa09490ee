// Binding 'code_cache': files of compiled code. An entry is a header and V8's bytes; it is written
// under another name and renamed, so that a reader sees all of it or nothing.
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <string>
#include <vector>

#include <sys/stat.h>

#include "runtime/base/fd.h"
#include "runtime/bindings/bindings.h"

namespace drover::rt {
namespace {

constexpr uint32_t kMagic = 0x43435244;  // "DRCC"
constexpr size_t kMostBytes = 64u << 20;

struct Header {
  uint32_t magic;
  uint32_t code_size;
  uint64_t source_hash[2];
  uint64_t code_hash;
};

uint64_t Mix(uint64_t h, const uint8_t* data, size_t size) {
  // FNV-1a over words: good enough to tell one version of a file from another.
  for (; size >= 8; data += 8, size -= 8) {
    uint64_t word;
    std::memcpy(&word, data, 8);
    h = (h ^ word) * 0x9e3779b97f4a7c15ull;
    h ^= h >> 29;
  }
  for (; size; ++data, --size) h = (h ^ *data) * 0x100000001b3ull;
  return h ^ (h >> 32);
}

// The hash of a string's content, with its length and width.
std::array<uint64_t, 2> HashSource(v8::Isolate* isolate, v8::Local<v8::String> source) {
  const auto length = static_cast<size_t>(source->Length());
  uint64_t h;
  if (source->IsOneByte()) {
    std::vector<uint8_t> bytes(length);
    source->WriteOneByte(isolate, bytes.data(), 0, source->Length(),
                         v8::String::NO_NULL_TERMINATION);
    h = Mix(1, bytes.data(), length);
  } else {
    std::vector<uint16_t> units(length);
    source->Write(isolate, units.data(), 0, source->Length(), v8::String::NO_NULL_TERMINATION);
    h = Mix(2, reinterpret_cast<const uint8_t*>(units.data()), length * 2);
  }
  return {h, length};
}

std::string EntryPath(const std::string& folder, const std::string& filename) {
  char name[24];
  std::snprintf(name, sizeof name, "/%016llx",
                static_cast<unsigned long long>(
                    Mix(3, reinterpret_cast<const uint8_t*>(filename.data()), filename.size())));
  return folder + name;
}

bool ReadAll(int fd, void* to, size_t size) {
  auto* at = static_cast<char*>(to);
  while (size) {
    const ssize_t n = ::read(fd, at, size);
    if (n <= 0) {
      if (n < 0 && errno == EINTR) continue;
      return false;
    }
    at += n;
    size -= static_cast<size_t>(n);
  }
  return true;
}

bool WriteAll(int fd, const void* from, size_t size) {
  const auto* at = static_cast<const char*>(from);
  while (size) {
    const ssize_t n = ::write(fd, at, size);
    if (n < 0) {
      if (errno == EINTR) continue;
      return false;
    }
    at += n;
    size -= static_cast<size_t>(n);
  }
  return true;
}

// read(folder, filename, source) -> Uint8Array | undefined
void Read(Args& args) {
  const base::Fd fd(::open(EntryPath(args.Utf8(0), args.Utf8(1)).c_str(), O_RDONLY | O_CLOEXEC));
  struct stat st;
  // V8 trusts these bytes: only a file of our own counts.
  if (!fd || ::fstat(fd.get(), &st) < 0 || st.st_uid != ::geteuid()) return;
  Header header;
  if (static_cast<size_t>(st.st_size) < sizeof header ||
      !ReadAll(fd.get(), &header, sizeof header) || header.magic != kMagic ||
      header.code_size > kMostBytes ||
      header.code_size != static_cast<size_t>(st.st_size) - sizeof header)
    return;
  const auto hash = HashSource(args.isolate(), args[2].As<v8::String>());
  if (hash[0] != header.source_hash[0] || hash[1] != header.source_hash[1]) return;
  auto buffer = v8::ArrayBuffer::New(args.isolate(), header.code_size);
  auto* data = static_cast<uint8_t*>(buffer->GetBackingStore()->Data());
  if (!ReadAll(fd.get(), data, header.code_size)) return;
  if (Mix(4, data, header.code_size) != header.code_hash) return;
  args.Return(v8::Uint8Array::New(buffer, 0, header.code_size));
}

bool MakeFolders(const std::string& folder) {
  for (size_t at = 1; at != std::string::npos;) {
    at = folder.find('/', at + 1);
    if (::mkdir(folder.substr(0, at).c_str(), 0700) < 0 && errno != EEXIST) return false;
  }
  struct stat st;
  return ::stat(folder.c_str(), &st) == 0 && st.st_uid == ::geteuid() && !(st.st_mode & 022);
}

// Removes the oldest quarter once there are more than `most` entries.
void Prune(const std::string& folder, size_t most) {
  std::vector<std::pair<time_t, std::string>> entries;
  DIR* dir = ::opendir(folder.c_str());
  if (!dir) return;
  while (const dirent* e = ::readdir(dir)) {
    if (e->d_name[0] == '.') continue;
    struct stat st;
    const std::string path = folder + "/" + e->d_name;
    if (::stat(path.c_str(), &st) == 0) entries.emplace_back(st.st_mtime, path);
  }
  ::closedir(dir);
  if (entries.size() <= most) return;
  std::sort(entries.begin(), entries.end());
  for (size_t i = 0; i < entries.size() - most * 3 / 4; ++i) ::unlink(entries[i].second.c_str());
}

// write(folder, filename, source, code, most) -> 0 | -1
void Write(Args& args) {
  const std::string folder = args.Utf8(0);
  const auto code = args.Bytes(3);
  if (code.empty() || code.size() > kMostBytes || !MakeFolders(folder)) return args.Return(-1);
  const std::string path = EntryPath(folder, args.Utf8(1));
  const std::string draft = path + "." + std::to_string(::getpid());
  const base::Fd fd(::open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
  if (!fd) return args.Return(-1);
  const auto hash = HashSource(args.isolate(), args[2].As<v8::String>());
  const Header header = {kMagic,
                         static_cast<uint32_t>(code.size()),
                         {hash[0], hash[1]},
                         Mix(4, code.data(), code.size())};
  const bool ok = WriteAll(fd.get(), &header, sizeof header) &&
                  WriteAll(fd.get(), code.data(), code.size()) &&
                  ::rename(draft.c_str(), path.c_str()) == 0;
  if (!ok) ::unlink(draft.c_str());
  // Counting the folder at each write would cost more than it saves.
  if (ok && (hash[0] & 63) == 0) Prune(folder, args.Uint32(4));
  args.Return(ok ? 0 : -1);
}

}  // namespace

void BindCodeCache(Binding& b) {
  b.Method<Read>("read");
  b.Method<Write>("write");
}

}  // namespace drover::rt
