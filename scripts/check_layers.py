#!/usr/bin/env python3
"""Who may include whom: docs/architecture.md's table of folders, checked against every #include line.

    check_layers.py [ROOT]
"""

import os
import re
import sys

# folder -> the folders of this project that it may include. The longest matching folder counts.
MAY_INCLUDE = {
    "proto": [],
    "runtime/base": ["runtime/base"],
    "runtime/engine": ["runtime/engine", "runtime/base"],
    "runtime/bindings": ["runtime/bindings", "runtime/engine", "runtime/base"],
    "runtime/bin": ["runtime", "cluster", "cluster/js", "ipc", "proto"],
    "ipc": ["ipc", "proto", "runtime/base"],
    "cluster": ["cluster", "ipc", "proto", "runtime/base"],
    "cluster/js": ["cluster/js", "cluster", "ipc", "proto", "runtime/engine", "runtime/base"],
    "supervisor": ["supervisor", "cluster", "ipc", "proto", "runtime/base"],
    "lib": ["runtime/engine", "runtime/base"],
}

# library -> (its headers, the folders or files that may include them)
LIBRARIES = {
    "V8": (r"v8[\w-]*\.h|libplatform/|cppgc/",
           ["runtime/engine", "runtime/bindings", "runtime/bin", "cluster/js"]),
    "Node's own headers": (r"node\w*\.h|js_native_api", []),
    "protobuf": (r"google/protobuf/|.*\.pb\.h", ["proto", "ipc", "cluster", "supervisor"]),
    "OpenSSL": (r"openssl/", ["runtime/bindings"]),
    "llhttp": (r"llhttp\.h", ["runtime/bindings"]),
    "spdlog": (r"spdlog/|fmt/", ["runtime/base/log.cc"]),
    "CLI11": (r"CLI/", ["supervisor"]),
    "nlohmann/json": (r"nlohmann/", ["supervisor"]),
    "zlib": (r"zlib\.h", ["runtime/bindings", "supervisor"]),
    "c-ares": (r"ares\w*\.h", ["runtime/bindings"]),
    "ICU": (r"unicode/", ["runtime/engine", "runtime/bindings"]),
}

COMPAT = "runtime/engine/v8_compat.h"
INCLUDE = re.compile(r'\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)')
V8_VERSION = re.compile(r"\s*#\s*(?:el)?if.*\bV8_(?:MAJOR|MINOR|BUILD|PATCH)")
TOP_FOLDERS = sorted({folder.split("/")[0] for folder in MAY_INCLUDE})


def folder_of(path):
    """The longest folder of the table that holds the path, or None."""
    matches = [f for f in MAY_INCLUDE if path.startswith(f + "/")]
    return max(matches, key=len, default=None)


def inside(path, places):
    return any(path == place or path.startswith(place + "/") for place in places)


def check_project_include(path, folder, target):
    target_folder = folder_of(target)
    if target.endswith(".cc"):
        return f"includes the source file {target}"
    if target_folder is None:
        if inside(target, ["tests", "examples"]):
            return f"{folder} must not include {target}"
        return None
    allowed = MAY_INCLUDE[folder]
    if target_folder in allowed or (folder == "runtime/bin" and inside(target, allowed)):
        return None
    return f"{folder} must not include {target_folder} ({target})"


def check_line(path, folder, line):
    if V8_VERSION.match(line) and path != COMPAT:
        return f"differences of V8's versions belong into {COMPAT}"
    match = INCLUDE.match(line)
    if not match:
        return None
    target = match.group(1) or match.group(2)
    for name, (headers, places) in LIBRARIES.items():
        if re.match(f"(?:{headers})", os.path.basename(target) if target.endswith(".pb.h") else target):
            if not inside(path, places):
                return f"{name} must not be included here ({target})"
    if match.group(1):
        return check_project_include(path, folder, target)
    return None


def check_file(root, path):
    folder = folder_of(path)
    if folder is None:
        return [f"{path}: belongs to no folder of the table"]
    errors = []
    with open(os.path.join(root, path), encoding="utf8") as file:
        lines = file.read().splitlines()
    for number, line in enumerate(lines, 1):
        error = check_line(path, folder, line)
        if error:
            errors.append(f"{path}:{number}: {error}")
    if path.endswith(".h") and not any(line.strip() == "#pragma once" for line in lines):
        errors.append(f"{path}:1: no #pragma once")
    return errors


def sources(root):
    for top in TOP_FOLDERS:
        for folder, _, names in os.walk(os.path.join(root, top)):
            for name in sorted(names):
                if name.endswith((".h", ".cc")):
                    yield os.path.relpath(os.path.join(folder, name), root)


def main():
    root = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.dirname(
        os.path.abspath(__file__)))
    files = list(sources(root))
    errors = [error for path in files for error in check_file(root, path)]
    print("\n".join(errors) if errors else f"{len(files)} files keep to the table")
    return 1 if errors or not files else 0


if __name__ == "__main__":
    sys.exit(main())
