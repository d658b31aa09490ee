#include "supervisor/cli/log_view.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <set>

#include <sys/inotify.h>
#include <sys/stat.h>

#include "runtime/base/fd.h"
#include "supervisor/logs/line_stamper.h"

namespace drover::sup {
namespace {

using base::Fd;

constexpr size_t kBlock = 64 << 10;
constexpr int kOldFiles = 100;
// inotify tells of most changes; this finds the rest (other file systems, lost events).
constexpr int kPollPeriod = 500;  // ms

struct Line {
  std::string text;
  const LogSource* source;
};

bool WriteOut(std::string_view text) {
  while (!text.empty()) {
    const ssize_t wrote = ::write(STDOUT_FILENO, text.data(), text.size());
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote <= 0) return false;
    text.remove_prefix(static_cast<size_t>(wrote));
  }
  return true;
}

std::string Render(std::string_view line, const LogSource& source, const LogViewOptions& options,
                   const Terminal& terminal) {
  const StampedLine parts = ParseStamped(line);
  std::string out;
  if (options.show_time && !parts.stamp.empty())
    out.append(terminal.Paint(parts.stamp, Color::kDim)).append(" ");
  if (!options.raw && !parts.prefix.empty()) {
    const std::string name =
        "[" + (options.show_app ? source.app + " " : "") + std::string(parts.prefix) + "]";
    out.append(terminal.Paint(name, source.error ? Color::kRed : Color::kCyan)).append(" ");
  }
  return out.append(parts.text).append("\n");
}

// Follows one file by name: reads what is added, and goes on with the new file when it was rotated.
class Follower {
 public:
  explicit Follower(const LogSource& source) : source_(source) {
    if (Open()) offset_ = ::lseek(fd_.get(), 0, SEEK_END);
  }

  const LogSource& source() const { return source_; }

  // Appends every whole line that was added.
  void Read(std::vector<std::string>& lines) {
    if (!fd_ && !Open()) return;
    ReadRest(lines);
    if (!Replaced()) return;
    ReadRest(lines);  // what came between the last read and the rename
    fd_.Reset();
    offset_ = 0;
    partial_.clear();
    if (Open()) ReadRest(lines);
  }

 private:
  bool Open() {
    fd_ = Fd(::open(source_.path.c_str(), O_RDONLY | O_CLOEXEC));
    offset_ = 0;
    return fd_.valid();
  }
  bool Replaced() const {
    struct stat ours, named;
    if (::fstat(fd_.get(), &ours) != 0 || ::stat(source_.path.c_str(), &named) != 0) return false;
    return ours.st_ino != named.st_ino || ours.st_dev != named.st_dev || named.st_size < offset_;
  }
  void ReadRest(std::vector<std::string>& lines) {
    std::string buffer(kBlock, '\0');
    for (;;) {
      const ssize_t got = ::pread(fd_.get(), buffer.data(), buffer.size(), offset_);
      if (got <= 0) return;
      offset_ += got;
      partial_.append(buffer, 0, static_cast<size_t>(got));
      for (size_t end; (end = partial_.find('\n')) != std::string::npos;) {
        lines.push_back(partial_.substr(0, end));
        partial_.erase(0, end + 1);
      }
    }
  }

  const LogSource& source_;
  Fd fd_;
  off_t offset_ = 0;
  std::string partial_;
};

// Lines of one file, from its end.
std::vector<std::string> TailOf(const std::string& path, size_t count) {
  const Fd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  std::string text;
  off_t at = fd ? ::lseek(fd.get(), 0, SEEK_END) : 0;
  while (at > 0 && static_cast<size_t>(std::count(text.begin(), text.end(), '\n')) <= count) {
    const off_t from = std::max<off_t>(0, at - static_cast<off_t>(kBlock));
    std::string block(static_cast<size_t>(at - from), '\0');
    const ssize_t got = ::pread(fd.get(), block.data(), block.size(), from);
    if (got <= 0) break;
    text.insert(0, block, 0, static_cast<size_t>(got));
    at = from;
  }
  std::vector<std::string> lines;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  if (lines.size() > count) lines.erase(lines.begin(), lines.end() - static_cast<ptrdiff_t>(count));
  return lines;
}

// The last lines of all sources of each app, in the order of their time.
std::vector<Line> History(const std::vector<LogSource>& sources, unsigned count) {
  std::vector<Line> all;
  std::set<std::string> apps;
  for (const LogSource& source : sources) apps.insert(source.app);
  for (const std::string& app : apps) {
    std::vector<Line> lines;
    for (const LogSource& source : sources) {
      if (source.app != app) continue;
      for (std::string& text : LastLines(source.path, count))
        lines.push_back({std::move(text), &source});
    }
    std::stable_sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) {
      return ParseStamped(a.text).stamp < ParseStamped(b.text).stamp;
    });
    if (lines.size() > count)
      lines.erase(lines.begin(), lines.end() - static_cast<ptrdiff_t>(count));
    std::move(lines.begin(), lines.end(), std::back_inserter(all));
  }
  std::stable_sort(all.begin(), all.end(), [](const Line& a, const Line& b) {
    return ParseStamped(a.text).stamp < ParseStamped(b.text).stamp;
  });
  return all;
}

int Follow(std::vector<Follower>& followers, const LogViewOptions& options,
           const Terminal& terminal, int stop_fd) {
  const Fd watch(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK));
  std::set<std::string> folders;
  for (const Follower& f : followers)
    folders.insert(f.source().path.substr(0, f.source().path.rfind('/')));
  for (const std::string& folder : folders)
    ::inotify_add_watch(watch.get(), folder.c_str(), IN_MODIFY | IN_CREATE | IN_MOVED_TO);
  for (;;) {
    std::string out;
    for (Follower& follower : followers) {
      std::vector<std::string> lines;
      follower.Read(lines);
      for (const std::string& line : lines)
        out += Render(line, follower.source(), options, terminal);
    }
    if (!WriteOut(out)) return 0;
    pollfd fds[3] = {{watch.get(), POLLIN, 0}, {stop_fd, POLLIN, 0}, {STDOUT_FILENO, 0, 0}};
    if (::poll(fds, 3, kPollPeriod) < 0 && errno != EINTR) return 1;
    // A reader that went away is an error condition on a pipe.
    if (fds[1].revents != 0 || (fds[2].revents & (POLLERR | POLLHUP)) != 0) return 0;
    char events[4096];
    while (::read(watch.get(), events, sizeof events) > 0) {
    }
  }
}

}  // namespace

std::vector<std::string> LastLines(const std::string& path, unsigned count) {
  std::vector<std::string> lines = TailOf(path, count);
  for (int old = 1; old <= kOldFiles && lines.size() < count; ++old) {
    const std::string older = path + "." + std::to_string(old);
    if (::access(older.c_str(), R_OK) != 0) break;
    std::vector<std::string> more = TailOf(older, count - lines.size());
    lines.insert(lines.begin(), std::make_move_iterator(more.begin()),
                 std::make_move_iterator(more.end()));
  }
  return lines;
}

int ViewLogs(const std::vector<LogSource>& sources, const LogViewOptions& options,
             const Terminal& terminal, int stop_fd) {
  std::vector<Follower> followers;
  followers.reserve(sources.size());
  // Opened before the history is read: a line may be shown twice, but none is missed.
  if (options.follow)
    for (const LogSource& source : sources) followers.emplace_back(source);
  std::string out;
  for (const Line& line : History(sources, options.lines))
    out += Render(line.text, *line.source, options, terminal);
  if (!WriteOut(out)) return 0;
  return options.follow ? Follow(followers, options, terminal, stop_fd) : 0;
}

}  // namespace drover::sup
