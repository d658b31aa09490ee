# shellcheck shell=bash
# Ordinary packages of the distribution.

PACKAGES_RUN=(
  g++ cmake ninja-build ccache pkg-config python3 curl ca-certificates
  libuv1-dev libprotobuf-dev protobuf-compiler libspdlog-dev libcli11-dev nlohmann-json3-dev
  libicu-dev libssl-dev zlib1g-dev
)
PACKAGES_TEST=(libgtest-dev libgmock-dev clang-format-14 clang-tidy-14 shellcheck git wrk)
PACKAGES_BENCH=(wrk)
PACKAGES_FUZZ=(clang-14 libclang-rt-14-dev)

installed() { [ -z "$(missing_of "$@")" ]; }

# missing_of PACKAGE...: those of them that dpkg does not have
missing_of() {
  local have
  have=$({ dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null || true; } | sed -n 's/ installed$//p')
  comm -23 <(printf '%s\n' "$@" | sort -u) <(printf '%s\n' "$have" | sort -u)
}

UPDATED=
apt_update() {
  [ -z "$UPDATED" ] || return 0
  note "reading the package lists"
  logged apt-update apt-get update -q
  UPDATED=1
}

# apt_install PACKAGE...: installs those that are missing; as another user than root it says which.
apt_install() {
  local missing
  mapfile -t missing < <(missing_of "$@")
  [ ${#missing[@]} -gt 0 ] || return 0
  [ "$(id -u)" = 0 ] || fail "not root, please install: apt-get install ${missing[*]}"
  apt_update
  note "installing ${missing[*]}"
  DEBIAN_FRONTEND=noninteractive logged apt-install \
    apt-get install -y -q --no-install-recommends -o Dpkg::Use-Pty=0 "${missing[@]}"
}

install_packages() {
  local packages=("${PACKAGES_RUN[@]}")
  if wants test; then packages+=("${PACKAGES_TEST[@]}"); fi
  if wants bench; then packages+=("${PACKAGES_BENCH[@]}"); fi
  if wants fuzz; then packages+=("${PACKAGES_FUZZ[@]}"); fi
  # Only where the machine has none of its own: Debian's npm brings several hundred packages along.
  command -v npm >/dev/null || packages+=(npm)
  if installed "${packages[@]}"; then
    in_place
  else
    say "$STEP_NAME..."
    apt_install "${packages[@]}"
  fi
}
