#!/bin/bash
# The private apt configuration for llhttp takes this release's main source, with the suite exchanged, out of
# both forms of configuration, and nothing of third parties.
set -euo pipefail
# shellcheck source=/dev/null
DEPS='' . "$1/scripts/setup.d/llhttp.sh"
this_suite() { echo bookworm; }

expect() {
  if [ "$2" != "$3" ]; then
    printf '%s: got\n%s\nexpected\n%s\n' "$1" "$2" "$3"
    exit 1
  fi
}

expect 'one line a source' "$(one_line_sources <<'IN'
# deb http://one.example/debian bookworm main
deb http://one.example/debian bookworm main contrib
deb [arch=amd64 signed-by=/k.gpg] http://two.example/debian bookworm main
deb-src http://one.example/debian bookworm main
deb http://one.example/debian bookworm-updates main
deb http://third.example/repo bookworm stable
deb [ arch=amd64 ] http://three.example/debian stable main
IN
)" 'deb http://one.example/debian trixie main
deb [arch=amd64 signed-by=/k.gpg] http://two.example/debian trixie main
deb [ arch=amd64 ] http://three.example/debian trixie main'

expect 'stanzas' "$(deb822_sources <<'IN'
Types: deb deb-src
# a comment
URIs: http://one.example/debian
Suites: bookworm bookworm-updates
Components: main non-free-firmware
Signed-By: /usr/share/keyrings/k.gpg

Types: deb
URIs: http://one.example/security
Suites: bookworm-security
Components: main

Types: deb
URIs: http://off.example/debian
Suites: bookworm
Components: main
Enabled: no

Types: deb-src
URIs: http://src.example/debian
Suites: bookworm
Components: main

Types: deb
URIs: http://key.example/debian
Suites: bookworm
Components: main
Signed-By:
 -----BEGIN PGP PUBLIC KEY BLOCK-----
 .
 abc
IN
)" 'Types: deb
Suites: trixie
Components: main
URIs: http://one.example/debian
Signed-By: /usr/share/keyrings/k.gpg

Types: deb
Suites: trixie
Components: main
URIs: http://key.example/debian
Signed-By:
 -----BEGIN PGP PUBLIC KEY BLOCK-----
 .
 abc'
