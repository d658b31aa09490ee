# shellcheck shell=bash
# llhttp: Debian 12 has no package of it; the one of Debian 13 holds a static library that links on both.
# A private apt configuration gets it from the machine's own mirror, with the suite name exchanged. The
# system's configuration and lists stay as they are.

LLHTTP_SUITE=trixie

install_llhttp() {
  local version
  if read -r version 2>/dev/null <"$DEPS/llhttp/.version"; then
    in_place "$version"
    return
  fi
  say "$STEP_NAME from Debian ($LLHTTP_SUITE)..."
  local new
  new=$(work_dir llhttp)
  private_apt "$new/apt"
  note "reading the package lists of $LLHTTP_SUITE"
  # Sources that lack the suite make this fail; what counts is that one of them has the package.
  APT_CONFIG=$new/apt/apt.conf apt-get update -q >"$new/update.log" 2>&1 9>&- || true
  mkdir "$new/debs" "$new/tree"
  if ! (cd "$new/debs" && APT_CONFIG=$new/apt/apt.conf apt-get download -q libllhttp-dev >>"$new/update.log" 2>&1); then
    tail -n 15 "$new/update.log" >&2
    fail "cannot download libllhttp-dev of $LLHTTP_SUITE from the configured mirror"
  fi
  dpkg -x "$new"/debs/libllhttp-dev_*.deb "$new/tree" || fail "cannot unpack libllhttp-dev"
  compgen -G "$new/tree/usr/lib/*/libllhttp.a" >/dev/null || fail "libllhttp-dev holds no libllhttp.a"
  # shellcheck disable=SC2016  # fields of dpkg, not of the shell
  version=$(dpkg-deb --show --showformat '${Version}' "$new"/debs/libllhttp-dev_*.deb)
  echo "$version" >"$new/tree/.version"
  replace "$new/tree" "$DEPS/llhttp"
  note "llhttp $version"
  compare_with_tested libllhttp-dev "$version"
}

# private_apt FOLDER: an apt configuration with its own sources, lists and cache. Proxies, logins and
# trusted keys come from the system's configuration, which apt reads as well.
private_apt() {
  mkdir -p "$1/lists/partial" "$1/cache/archives/partial" "$1/sources.d"
  : >"$1/status"
  cat >"$1/apt.conf" <<END
Dir::State "$1";
Dir::State::lists "$1/lists";
Dir::State::status "$1/status";
Dir::Cache "$1/cache";
Dir::Etc::sourcelist "/dev/null";
Dir::Etc::sourceparts "$1/sources.d";
APT::Sandbox::User "";
END
  cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null |
    one_line_sources >"$1/sources.d/llhttp.list" || true
  local file
  for file in /etc/apt/sources.list.d/*.sources; do
    if [ -f "$file" ]; then deb822_sources <"$file"; fi
  done >"$1/sources.d/llhttp.sources"
  [ -s "$1/sources.d/llhttp.list" ] || [ -s "$1/sources.d/llhttp.sources" ] ||
    fail "no source of this Debian release ($(this_suite)) is configured for apt"
}

this_suite() { (. /etc/os-release && echo "${VERSION_CODENAME:-none}"); }

# `deb [options] URI SUITE component...` of this release's main component
one_line_sources() {
  awk -v suite="$(this_suite)" -v new="$LLHTTP_SUITE" '
    $1 == "deb" && / main( |$)/ {
      at = 2
      if ($2 ~ /^\[/) while ($at !~ /\]$/ && at < NF) at++
      if ($2 ~ /^\[/) at++
      if ($(at + 1) !~ "^(" suite "|stable|oldstable)/?$") next
      line = "deb"
      for (i = 2; i <= at; i++) line = line " " $i
      print line " " new " main"
    }'
}

# Stanzas of this release's main component; other fields (Signed-By above all) are kept as they are.
deb822_sources() {
  awk -v suite="$(this_suite)" -v new="$LLHTTP_SUITE" '
    function flush() {
      if (types ~ / deb( |$)/ && suites && components && !disabled)
        print "Types: deb\nSuites: " new "\nComponents: main\n" rest
      types = rest = ""; suites = components = disabled = 0
    }
    /^#/ { next }
    /^[ \t]*$/ { flush(); next }
    tolower($1) == "types:" { types = " " substr($0, index($0, ":") + 1); keep = 0; next }
    tolower($1) == "suites:" {
      for (i = 2; i <= NF; i++) if ($i ~ "^(" suite "|stable|oldstable)$") suites = 1
      keep = 0; next
    }
    tolower($1) == "components:" {
      for (i = 2; i <= NF; i++) if ($i == "main") components = 1
      keep = 0; next
    }
    tolower($1) == "enabled:" { disabled = (tolower($2) ~ /^(no|false|0)$/); keep = 0; next }
    /^[^ \t]/ { keep = 1 }
    keep { rest = rest $0 "\n" }
    END { flush() }'
}
