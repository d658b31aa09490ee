#!/usr/bin/env python3
"""Pre-binds a shared library for x86_64: relocations against symbols that the library itself defines
become relative ones, so that the loader adds a base address instead of searching for a name.

    prebind.py INPUT OUTPUT

What changes: R_X86_64_64, GLOB_DAT and JUMP_SLOT against a defined, ordinary symbol become
R_X86_64_RELATIVE; all relative entries are put first and counted in DT_RELACOUNT, which the loader
handles in one tight loop. What stays: symbols of other libraries, IFUNC, TLS, and STB_GNU_UNIQUE (one
object per process) but in the engine's own namespaces, which no other library defines. The library can no longer be interposed upon, and a program must hold no copy
relocation against it (tests/runtime/prebind_test.py checks ours). Needs BIND_NOW: the slots of lazy
binding are renumbered. On another machine type the file is copied as it is.
"""

import os
import re
import shutil
import struct
import sys
import tempfile

EM_X86_64 = 62
R_64, R_GLOB_DAT, R_JUMP_SLOT, R_RELATIVE = 1, 6, 7, 8
BINDABLE = {R_64, R_GLOB_DAT, R_JUMP_SLOT}
STB_GLOBAL, STB_WEAK, STB_GNU_UNIQUE = 1, 2, 10
STT_TLS, STT_GNU_IFUNC = 6, 10
SHN_UNDEF, SHN_ABS = 0, 0xFFF1
PT_LOAD, PT_DYNAMIC = 1, 2
DT_PLTRELSZ, DT_STRTAB, DT_SYMTAB, DT_RELA, DT_RELASZ, DT_FLAGS = 2, 5, 6, 7, 8, 30
DT_JMPREL, DT_FLAGS_1, DT_RELACOUNT = 23, 0x6FFFFFFB, 0x6FFFFFF9
DF_BIND_NOW, DF_1_NOW = 8, 1
RELA = struct.Struct("<QQq")
SYMBOL = struct.Struct("<IBBHQQ")
DYN = struct.Struct("<QQ")
# Mangled names of objects whose outermost namespace is v8, node, cppgc or heap.
OWN_NAMESPACE = re.compile(rb"_Z(?:GV|TV|TI|TS)?Z*NK?(?:2v8|4node|5cppgc|4heap)")


class PrebindError(Exception):
    pass


class Library:
    """The parts of a 64-bit little-endian ELF file that pre-binding reads and writes."""

    def __init__(self, data):
        self.data = bytearray(data)
        if self.data[:6] != b"\x7fELF\x02\x01":
            raise PrebindError("not a 64-bit little-endian ELF file")
        self.machine = struct.unpack_from("<H", self.data, 18)[0]
        phoff, = struct.unpack_from("<Q", self.data, 32)
        phentsize, phnum = struct.unpack_from("<HH", self.data, 54)
        self.loads, dynamic = [], None
        for i in range(phnum):
            kind, _, offset, vaddr, _, filesz = struct.unpack_from("<IIQQQQ", self.data,
                                                                   phoff + i * phentsize)
            if kind == PT_LOAD:
                self.loads.append((vaddr, offset, filesz))
            elif kind == PT_DYNAMIC:
                dynamic = (offset, filesz)
        if dynamic is None:
            raise PrebindError("no dynamic section")
        self.dynamic = {}  # tag -> offset in the file of its entry
        for at in range(dynamic[0], dynamic[0] + dynamic[1], DYN.size):
            tag, _ = DYN.unpack_from(self.data, at)
            if tag == 0:
                break
            self.dynamic.setdefault(tag, at)

    def offset(self, vaddr):
        for start, offset, size in self.loads:
            if start <= vaddr < start + size:
                return vaddr - start + offset
        raise PrebindError(f"address {vaddr:#x} is not in the file")

    def get(self, tag, default=None):
        at = self.dynamic.get(tag)
        return default if at is None else DYN.unpack_from(self.data, at)[1]

    def set(self, tag, value):
        DYN.pack_into(self.data, self.dynamic[tag], tag, value)

    def symbol(self, index):
        """-> (bind, type, section, value, offset of the name)"""
        at = self.offset(self.get(DT_SYMTAB)) + index * SYMBOL.size
        name, info, _, section, value, _ = SYMBOL.unpack_from(self.data, at)
        return info >> 4, info & 15, section, value, name

    def name(self, offset):
        at = self.offset(self.get(DT_STRTAB)) + offset
        return bytes(self.data[at:self.data.index(0, at)])

    def relocations(self):
        """All entries of the two tables, which must lie one behind the other."""
        start, size = self.get(DT_RELA), self.get(DT_RELASZ)
        if self.get(DT_JMPREL) != start + size:
            raise PrebindError("the relocation tables are not adjacent")
        end = start + size + self.get(DT_PLTRELSZ)
        at = self.offset(start)
        return [RELA.unpack_from(self.data, i) for i in range(at, at + end - start, RELA.size)]


def bound(library, symbols, entry):
    """The relative entry that does the same, or the entry itself where there is none."""
    offset, info, addend = entry
    kind, index = info & 0xFFFFFFFF, info >> 32
    if kind not in BINDABLE:
        return entry
    symbol = symbols.get(index)
    if symbol is None:
        symbol = symbols[index] = library.symbol(index)
    bind, symbol_type, section, value, name = symbol
    if symbol_type in (STT_TLS, STT_GNU_IFUNC) or section in (SHN_UNDEF, SHN_ABS):
        return entry
    if bind == STB_GNU_UNIQUE and not OWN_NAMESPACE.match(library.name(name)):
        return entry
    if bind not in (STB_GLOBAL, STB_WEAK, STB_GNU_UNIQUE):
        return entry
    # Only R_64 has an addend by the ABI; the loader ignores it in the other two.
    return offset, R_RELATIVE, value + (addend if kind == R_64 else 0)


def prebind(data):
    """-> (bytes of the new file, entries turned, entries that still name a symbol)"""
    library = Library(data)
    if library.machine != EM_X86_64:
        return bytes(data), 0, 0
    now = library.get(DT_FLAGS, 0) & DF_BIND_NOW or library.get(DT_FLAGS_1, 0) & DF_1_NOW
    if not now:
        raise PrebindError("the library binds lazily")
    if DT_RELACOUNT not in library.dynamic:
        raise PrebindError("no DT_RELACOUNT to correct")
    before = library.relocations()
    symbols = {}
    after = [bound(library, symbols, entry) for entry in before]
    relative = sorted(e for e in after if e[1] == R_RELATIVE)
    others = [e for e in after if e[1] & 0xFFFFFFFF not in (R_RELATIVE, R_JUMP_SLOT)]
    slots = [e for e in after if e[1] & 0xFFFFFFFF == R_JUMP_SLOT]

    at = library.offset(library.get(DT_RELA))
    for i, entry in enumerate(relative + others + slots):
        RELA.pack_into(library.data, at + i * RELA.size, *entry)
    first_slot = (len(relative) + len(others)) * RELA.size
    move_section(library, library.get(DT_RELA), library.get(DT_JMPREL), first_slot)
    library.set(DT_JMPREL, library.get(DT_RELA) + first_slot)
    library.set(DT_RELASZ, first_slot)
    library.set(DT_PLTRELSZ, len(slots) * RELA.size)
    library.set(DT_RELACOUNT, len(relative))
    turned = len(relative) - sum(1 for e in before if e[1] == R_RELATIVE)
    return bytes(library.data), turned, len(others) + len(slots)


def move_section(library, rela, jmprel, first_slot):
    """Keeps the section headers true, for the tools that read them; the loader does not."""
    shoff, = struct.unpack_from("<Q", library.data, 40)
    shentsize, shnum = struct.unpack_from("<HH", library.data, 58)
    shift = rela + first_slot - jmprel
    for at in range(shoff, shoff + shnum * shentsize, shentsize):
        address, offset, size = struct.unpack_from("<QQQ", library.data, at + 16)
        if address == rela:
            struct.pack_into("<Q", library.data, at + 32, first_slot)
        elif address == jmprel:
            struct.pack_into("<QQQ", library.data, at + 16, address + shift, offset + shift,
                             size - shift)


def main():
    if len(sys.argv) != 3:
        sys.exit(f"usage: {sys.argv[0]} INPUT OUTPUT")
    source, target = sys.argv[1:]
    with open(source, "rb") as file:
        data = file.read()
    try:
        out, turned, left = prebind(data)
    except (PrebindError, struct.error) as error:
        sys.exit(f"{sys.argv[0]}: {source}: {error}")
    handle, temporary = tempfile.mkstemp(dir=os.path.dirname(os.path.abspath(target)))
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(out)
        shutil.copymode(source, temporary)
        os.rename(temporary, target)
    except BaseException:
        os.unlink(temporary)
        raise
    print(f"{os.path.basename(target)}: {turned} relocations bound, {left} left by name")


if __name__ == "__main__":
    main()
