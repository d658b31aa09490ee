# shellcheck shell=bash
# V8 out of Debian's libnode. `apt-get install libnode-dev` fails beside a third-party nodejs package, so
# apt downloads (and verifies) the packages and dpkg unpacks them into the prefix:
#   libnode/usr/...        as packaged, with the library detached and pre-bound (scripts/detach.py, prebind.py)
#   libnode/original/      the library as packaged
#   libnode/.version       PACKAGE VERSION DIGEST-OF-PREBIND; written last
#   libnode/.needs         the packages that the library itself needs

V8_DIR=$DEPS/libnode

install_v8() {
  local package version digest built needs
  digest=$(cat "$ROOT/scripts/detach.py" "$ROOT/scripts/prebind.py" | sha256sum | cut -c1-16)
  if read -r package version built 2>/dev/null <"$V8_DIR/.version"; then
    mapfile -t needs <"$V8_DIR/.needs"
    if [ "$built" = "$digest" ] && installed "${needs[@]}"; then
      in_place "$(v8_version) of $package $version"
      return
    fi
  fi
  say "$STEP_NAME from Debian..."
  local new
  new=$(work_dir libnode)
  fetch_v8 "$new"
  prebind_v8 "$new/tree"
  read -r package version <"$new/package"
  echo "$package $version $digest" >"$new/tree/.version"
  replace "$new/tree" "$V8_DIR"
  note "V8 $(v8_version) ($package $version)"
  compare_with_tested "$package" "$version"
}

# fetch_v8 FOLDER: the unpacked packages in FOLDER/tree, name and version of the library in FOLDER/package
fetch_v8() {
  local runtime needs
  runtime=$(v8_package)
  if [ -z "$runtime" ]; then
    apt_lists
    runtime=$(v8_package)
  fi
  [ -n "$runtime" ] || fail "no package libnode-dev in the configured sources"
  mapfile -t needs < <(v8_needs "$runtime")
  apt_install "${needs[@]}"
  note "downloading libnode-dev $runtime"
  mkdir "$1/debs" "$1/tree"
  (cd "$1/debs" && apt-get download -q libnode-dev "$runtime" >/dev/null 2>&1) || {
    apt_lists  # a list that is older than the mirror names files that are gone
    (cd "$1/debs" && logged apt-download apt-get download -q libnode-dev "$runtime")
  }
  local deb
  for deb in "$1"/debs/*.deb; do
    dpkg -x "$deb" "$1/tree" || fail "cannot unpack $(basename "$deb")"
  done
  # shellcheck disable=SC2016  # fields of dpkg, not of the shell
  dpkg-deb --show --showformat '${Package} ${Version}\n' "$1"/debs/"$runtime"_*.deb >"$1/package"
  printf '%s\n' "${needs[@]}" >"$1/tree/.needs"
}

apt_lists() {
  [ "$(id -u)" = 0 ] || fail "the package lists are missing or old, please run as root: apt-get update"
  apt_update
}

v8_package() {
  apt-cache depends libnode-dev 2>/dev/null | sed -n 's/^ *Depends: \(libnode[0-9]*\)$/\1/p' | head -n 1
}

# The shared libraries that libnode is linked against; not Node's own JavaScript parts.
v8_needs() {
  apt-cache depends --important "$1" | sed -n 's/^ *Depends: \([^<>]*\)$/\1/p' | grep -v '^node-'
}

v8_version() {
  awk '$2 ~ /^V8_(MAJOR_VERSION|MINOR_VERSION|BUILD_NUMBER|PATCH_LEVEL)$/ { v = v "." $3 } END { print substr(v, 2) }' \
    "$V8_DIR/usr/include/node/v8-version.h"
}

prebind_v8() {
  local library
  library=$(compgen -G "$1/usr/lib/*/libnode.so.*") || fail "no libnode.so in the package"
  mkdir "$1/original"
  mv "$library" "$1/original/"
  logged detach python3 "$ROOT/scripts/detach.py" "$1/original/$(basename "$library")" "$1/detached"
  logged prebind python3 "$ROOT/scripts/prebind.py" "$1/detached" "$library"
  rm "$1/detached"
}
