#!/usr/bin/env python3
"""Detaches libnode for x86_64 from libraries that its user never enters.

    detach.py INPUT OUTPUT

Debian's libnode carries Node as well as V8, and Node's TLS, DNS and HTTP/2 need six libraries whose
loading and relocating costs a third of the start-up of a program that only calls V8. This removes
their DT_NEEDED entries and version needs, and points the slots of their symbols at a piece of code that
returns 0: the static constructors of Node's parts, which are all that still runs of them, then find
nothing to do. prebind.py comes afterwards and puts the tables in order. On another machine type the
file is copied as it is.
"""

import os
import struct
import sys

import prebind

# Beginnings of the names of what only Node's own code calls.
NODE_ONLY = ("libssl.", "libcrypto.", "libcares.", "libnghttp2.", "libbrotli")
RETURN_ZERO = bytes((0x31, 0xC0, 0xC3))  # xor eax, eax; ret
DT_NULL, DT_NEEDED, DT_VERSYM, DT_VERNEED, DT_VERNEEDNUM = 0, 1, 0x6FFFFFF0, 0x6FFFFFFE, 0x6FFFFFFF
VER_NDX_GLOBAL = 1
VERNEED = struct.Struct("<HHIII")   # version, aux count, file name, first aux, next
VERNAUX = struct.Struct("<IHHII")   # hash, flags, version index, name, next


def dynamic_entries(library):
    """-> (offset in the file, [(tag, value)]) of the dynamic section, without its terminator"""
    start = min(library.dynamic.values())
    entries, at = [], start
    while True:
        tag, value = prebind.DYN.unpack_from(library.data, at)
        if tag == DT_NULL:
            return start, entries
        entries.append((tag, value))
        at += prebind.DYN.size


def dropped(name, libraries):
    return any(name.startswith(prefix.encode()) for prefix in libraries)


def drop_needed(library, libraries):
    start, entries = dynamic_entries(library)
    kept = [(t, v) for t, v in entries if t != DT_NEEDED or not dropped(library.name(v), libraries)]
    for i in range(len(entries)):
        tag, value = kept[i] if i < len(kept) else (DT_NULL, 0)
        prebind.DYN.pack_into(library.data, start + i * prebind.DYN.size, tag, value)
    library.dynamic = {}
    for i, (tag, _) in enumerate(kept):
        library.dynamic.setdefault(tag, start + i * prebind.DYN.size)
    return [library.name(v).decode() for t, v in entries
            if t == DT_NEEDED and dropped(library.name(v), libraries)]


def drop_versions(library, libraries):
    """Unlinks the version needs of the libraries, and their symbols from those versions."""
    at = library.offset(library.get(DT_VERNEED))
    previous, gone, left = None, set(), 0
    for _ in range(library.get(DT_VERNEEDNUM)):
        _, count, file, first, following = VERNEED.unpack_from(library.data, at)
        if dropped(library.name(file), libraries):
            aux = at + first
            for _ in range(count):
                _, _, index, _, step = VERNAUX.unpack_from(library.data, aux)
                gone.add(index & 0x7FFF)
                aux += step
            if previous is None:
                raise prebind.PrebindError("the first version need cannot be unlinked")
            fields = list(VERNEED.unpack_from(library.data, previous))
            fields[4] = fields[4] + following if following else 0
            VERNEED.pack_into(library.data, previous, *fields)
        else:
            previous, left = at, left + 1
        at += following
    library.set(DT_VERNEEDNUM, left)
    versions = library.offset(library.get(DT_VERSYM))
    for i in range(symbol_count(library)):
        index, = struct.unpack_from("<H", library.data, versions + 2 * i)
        if index & 0x7FFF in gone:
            struct.pack_into("<H", library.data, versions + 2 * i, VER_NDX_GLOBAL)


def symbol_count(library):
    # Behind the symbol table stand the strings, in every library of the GNU linker.
    size = library.get(prebind.DT_STRTAB) - library.get(prebind.DT_SYMTAB)
    return size // prebind.SYMBOL.size


def exported(path):
    """Names that a library defines."""
    library = prebind.Library(open(path, "rb").read())
    names = set()
    for i in range(symbol_count(library)):
        _, _, section, _, name = library.symbol(i)
        if section != prebind.SHN_UNDEF:
            names.add(library.name(name))
    return names


def find(name):
    for folder in ("/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/lib64", "/usr/lib64"):
        path = os.path.join(folder, name)
        if os.path.exists(path):
            return path
    raise prebind.PrebindError(f"{name} is not installed")


def find_stub(library):
    """The address of a piece of code that returns 0."""
    for vaddr, offset, size in library.loads:
        at = library.data.find(RETURN_ZERO, offset, offset + size)
        if at >= 0:
            return vaddr + at - offset
    raise prebind.PrebindError("no code that returns 0")


def drop_relocations(library, names):
    start = library.get(prebind.DT_RELA)
    size = library.get(prebind.DT_RELASZ) + library.get(prebind.DT_PLTRELSZ)
    at, count, stub = library.offset(start), 0, find_stub(library)
    for i in range(at, at + size, prebind.RELA.size):
        offset, info, addend = prebind.RELA.unpack_from(library.data, i)
        if info & 0xFFFFFFFF not in prebind.BINDABLE:
            continue
        _, _, section, _, name = library.symbol(info >> 32)
        if section == prebind.SHN_UNDEF and library.name(name) in names:
            prebind.RELA.pack_into(library.data, i, offset, prebind.R_RELATIVE, stub)
            count += 1
    return count


def detach(data, libraries):
    """-> (bytes of the new file, names of the libraries dropped, relocations dropped)"""
    library = prebind.Library(data)
    if library.machine != prebind.EM_X86_64:
        return bytes(data), [], 0
    needed = drop_needed(library, libraries)
    kept = [library.name(v).decode() for t, v in dynamic_entries(library)[1] if t == DT_NEEDED]
    gone = set().union(*(exported(find(name)) for name in needed)) if needed else set()
    still = set().union(*(exported(find(name)) for name in kept if not name.startswith("ld-")))
    drop_versions(library, libraries)
    count = drop_relocations(library, gone - still)
    return bytes(library.data), needed, count


def main():
    if len(sys.argv) != 3:
        sys.exit(f"usage: {sys.argv[0]} INPUT OUTPUT")
    with open(sys.argv[1], "rb") as file:
        data = file.read()
    try:
        out, needed, count = detach(data, NODE_ONLY)
    except (prebind.PrebindError, struct.error) as error:
        sys.exit(f"{sys.argv[0]}: {sys.argv[1]}: {error}")
    with open(sys.argv[2], "wb") as file:
        file.write(out)
    print(f"{os.path.basename(sys.argv[2])}: {', '.join(needed)} dropped, {count} relocations")


if __name__ == "__main__":
    main()
