# shellcheck shell=bash

# processes_with NAME=VALUE: the pids of all processes that were started with it in their environment
processes_with() {
  grep -lzxF "$1" /proc/[0-9]*/environ 2>/dev/null | cut -d/ -f3 || true
}

# processes_of FOLDER: the pids of all processes whose program lies below it
processes_of() {
  find /proc/[0-9]*/exe -maxdepth 0 -lname "$1/*" 2>/dev/null | cut -d/ -f3 || true
}
