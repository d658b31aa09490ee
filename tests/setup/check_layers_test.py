#!/usr/bin/env python3
"""Each rule of the table of folders is seen to be broken."""

import os
import sys
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "scripts"))
sys.dont_write_bytecode = True
import check_layers  # noqa: E402


class Layers(unittest.TestCase):
    def check(self, path, text):
        with tempfile.TemporaryDirectory() as root:
            full = os.path.join(root, path)
            os.makedirs(os.path.dirname(full))
            with open(full, "w", encoding="utf8") as file:
                file.write(text + "\n")
            return check_layers.check_file(root, path)

    def test_what_the_table_allows(self):
        for path, line in [
                ("supervisor/daemon/app.cc", '#include "cluster/primary.h"'),
                ("cluster/js/face.cc", '#include "runtime/engine/env.h"'),
                ("runtime/bindings/tls.cc", "#include <openssl/ssl.h>"),
                ("runtime/bin/main.cc", '#include "cluster/js/face.h"'),
                ("runtime/base/log.cc", "#include <spdlog/spdlog.h>"),
                ("runtime/engine/v8_compat.h", "#pragma once\n#if V8_MAJOR_VERSION > 10"),
                ("ipc/channel.cc", '#include "proto/envelope.pb.h"'),
        ]:
            self.assertEqual(self.check(path, line), [], path)

    def test_what_it_forbids(self):
        for path, line in [
                ("runtime/base/loop.cc", "#include <v8.h>"),
                ("runtime/base/loop.cc", '#include "runtime/engine/env.h"'),
                ("runtime/base/fd.cc", "#include <spdlog/spdlog.h>"),
                ("runtime/engine/env.cc", '#include "ipc/channel.h"'),
                ("runtime/engine/env.cc", "#include <openssl/ssl.h>"),
                ("runtime/engine/env.cc", "#include <node.h>"),
                ("runtime/engine/env.cc", "#if V8_MAJOR_VERSION > 10"),
                ("runtime/bindings/tcp.cc", '#include "runtime/bindings/pipe.cc"'),
                ("runtime/bindings/tcp.cc", '#include "cluster/primary.h"'),
                ("runtime/bindings/tcp.cc", '#include "proto/envelope.pb.h"'),
                ("ipc/channel.cc", "#include <v8-isolate.h>"),
                ("ipc/channel.cc", '#include "cluster/primary.h"'),
                ("cluster/primary.cc", "#include <libplatform/libplatform.h>"),
                ("cluster/primary.cc", '#include "cluster/js/face.h"'),
                ("cluster/js/face.cc", '#include "supervisor/daemon/app.h"'),
                ("supervisor/daemon/app.cc", '#include "runtime/engine/env.h"'),
                ("supervisor/daemon/app.cc", '#include "tests/fake.h"'),
                ("ipc/frame.h", "int x;"),
        ]:
            self.assertEqual(len(self.check(path, line)), 1, f"{path}: {line}")


if __name__ == "__main__":
    unittest.main()
