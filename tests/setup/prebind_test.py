#!/usr/bin/env python3
"""The pre-bound libnode.so is the original with its own symbols resolved, and nothing else.

    prebind_test.py DEPS_DIR [DROVER_RUNTIME]
"""

import functools
import glob
import os
import subprocess
import sys
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "scripts"))
sys.dont_write_bytecode = True
import detach  # noqa: E402
import prebind  # noqa: E402

DEPS = sys.argv[1]
RUNTIME = sys.argv[2] if len(sys.argv) > 2 else None
ORIGINAL = glob.glob(f"{DEPS}/libnode/original/libnode.so.*")[0]
BOUND = glob.glob(f"{DEPS}/libnode/usr/lib/*/{os.path.basename(ORIGINAL)}")[0]


def read(path):
    with open(path, "rb") as file:
        return file.read()


def targets(library):
    """What the loader stores at each offset: an address in the library, or the symbol to search."""
    result = {}
    for offset, info, addend in library.relocations():
        kind, index = info & 0xFFFFFFFF, info >> 32
        if kind == prebind.R_RELATIVE:
            result[offset] = addend
        elif kind in prebind.BINDABLE:
            section, value = library.symbol(index)[2:4]
            own = value + (addend if kind == prebind.R_64 else 0)
            result[offset] = own if section else (kind, index, addend)
        else:
            result[offset] = (kind, index, addend)
    return result


@functools.lru_cache
def targets_of(data):
    return targets(prebind.Library(data))


class Prebind(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.original, cls.bound = read(ORIGINAL), read(BOUND)
        cls.detached, cls.dropped, cls.slots = detach.detach(cls.original, detach.NODE_ONLY)

    def test_every_slot_gets_the_same_address(self):
        before = targets(prebind.Library(self.detached))
        self.assertGreater(len(before), 50000)
        self.assertEqual(before, targets(prebind.Library(self.bound)))

    def test_what_only_node_needs_is_detached(self):
        self.assertIn("libcrypto.so.3", self.dropped)
        self.assertGreater(self.slots, 300)
        needed = [prebind.Library(self.bound).name(value)
                  for tag, value in detach.dynamic_entries(prebind.Library(self.bound))[1]
                  if tag == detach.DT_NEEDED]
        self.assertEqual([n for n in needed if detach.dropped(n, detach.NODE_ONLY)], [])
        changed = [k for k, v in targets(prebind.Library(self.original)).items()
                   if targets_of(self.detached)[k] != v]
        self.assertEqual(len(changed), self.slots)

    def test_relative_entries_are_first_and_counted(self):
        library = prebind.Library(self.bound)
        kinds = [info & 0xFFFFFFFF for _, info, _ in library.relocations()]
        count = library.get(prebind.DT_RELACOUNT)
        self.assertEqual(set(kinds[:count]), {prebind.R_RELATIVE})
        self.assertNotIn(prebind.R_RELATIVE, kinds[count:])
        self.assertLess(len(kinds) - count, 5000)

    def test_a_second_time_changes_nothing(self):
        again, turned, _ = prebind.prebind(self.bound)
        self.assertEqual((again == self.bound, turned), (True, 0))

    def test_other_machines_keep_their_file(self):
        arm = bytearray(self.original)
        arm[18:20] = (183).to_bytes(2, "little")
        self.assertEqual(prebind.prebind(bytes(arm))[0], bytes(arm))

    def test_a_file_that_is_no_library_is_named(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "text")
            with open(path, "w", encoding="utf8") as file:
                file.write("hello")
            run = subprocess.run([sys.executable, prebind.__file__, path, path + ".out"],
                                 capture_output=True, text=True, check=False)
            self.assertEqual(run.returncode, 1)
            self.assertIn(f"{path}: not a 64-bit", run.stderr)
            self.assertEqual(os.listdir(folder), ["text"])


@unittest.skipUnless(RUNTIME, "no runtime given")
class Runtime(unittest.TestCase):
    def test_holds_no_copy_of_the_engines_data(self):
        """A copy relocation would split the object: the pre-bound library keeps its own."""
        output = subprocess.run(["readelf", "-rW", RUNTIME], capture_output=True, text=True,
                                check=True).stdout
        copies = [line for line in output.splitlines() if "R_X86_64_COPY" in line]
        self.assertEqual([line for line in copies if "v8" in line or "node" in line], [])

    def test_runs_the_same_on_both(self):
        code = "JSON.stringify([new Intl.NumberFormat('en').format(1e6), /\\p{L}/u.test('ä')])"
        outputs = []
        for library in (ORIGINAL, BOUND):
            env = dict(os.environ, LD_LIBRARY_PATH=os.path.dirname(library))
            run = subprocess.run([RUNTIME, "-p", code], env=env, capture_output=True, text=True,
                                 check=False)
            self.assertEqual((run.returncode, run.stderr), (0, ""))
            outputs.append(run.stdout)
        self.assertEqual(outputs, ['["1,000,000",true]\n'] * 2)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
