# shellcheck shell=bash
# What all steps share: progress, failure, temporary folders, tested versions.

STEP=0
STEP_NAME=

# step NAME FUNCTION ARGS...: shows how far the set-up is and runs the function. The function says
# through in_place that there was nothing to do.
step() {
  STEP=$((STEP + 1))
  STEP_NAME=$1
  local began=$SECONDS
  "${@:2}"
  [ $((SECONDS - began)) -lt 2 ] || printf '      done in %d s\n' $((SECONDS - began))
}

# shellcheck disable=SC2153  # STEPS is set in scripts/setup
say() { printf '[%d/%d] %s\n' "$STEP" "$STEPS" "$*"; }
note() { printf '      %s\n' "$*"; }
in_place() { say "$STEP_NAME: in place${1:+ ($1)}"; }

fail() {
  printf 'scripts/setup: %s: %s\n' "$STEP_NAME" "$*" >&2
  exit 1
}

# logged NAME COMMAND...: runs a command quietly; when it fails, shows the end of what it said.
logged() {
  local log=$DEPS/log/$1.log
  shift
  mkdir -p "$DEPS/log"
  if ! "$@" >"$log" 2>&1 9>&-; then
    tail -n 20 "$log" >&2
    fail "'$*' failed (all of its output: $log)"
  fi
}

# Everything is made in folders inside the prefix and renamed into place; scripts/setup removes the rest.
work_dir() { mktemp -d "$WORK/$1.XXXXXX"; }

# replace NEW OLD: puts a folder in the place of another.
replace() {
  local old=
  if [ -e "$2" ]; then
    old=$(work_dir old)
    mv "$2" "$old/"
  fi
  mkdir -p "$(dirname "$2")"
  mv "$1" "$2"
}

# A version other than the tested one is taken, and said.
compare_with_tested() {
  local tested
  tested=$(awk -v name="$1" '$1 == name { print $2 }' "$ROOT/scripts/setup.d/tested_versions")
  if [ "$tested" != "$2" ]; then
    note "note: $1 is $2 here; Drover was tested with ${tested:-another package}"
  fi
}
