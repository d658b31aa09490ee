// Work on whole trees of directories, free of V8. Codes are 0 or negative libuv codes.
#pragma once

#include <string>

namespace drover::rt::fs {

struct TreeFailure {
  const char* syscall = "";
  std::string path;
};

// Makes a directory and the missing ones above it. `first`: the topmost one that was made, as it is
// written in `path`; empty if all were there. Something else than a directory in the way is EEXIST
// at the end of the path and ENOTDIR before it.
int MakeDirs(const std::string& path, int mode, std::string& first);

// Removes a file, a link or a directory with everything in it, never following links. What vanishes
// meanwhile is no failure, but a missing `path` is ENOENT.
int RemoveTree(const std::string& path, TreeFailure& failure);

}  // namespace drover::rt::fs
