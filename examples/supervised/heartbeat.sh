#!/bin/sh
# Writes a line of memory and load figures now and every N seconds: any program can be supervised.
# Usage: heartbeat.sh every N
set -eu
period="${2:-10}"
trap 'echo "heartbeat ends"; exit 0' TERM INT
while :; do
  read -r load _ </proc/loadavg
  free_kb=$(sed -n 's/^MemAvailable: *\([0-9]*\).*/\1/p' /proc/meminfo)
  echo "load $load, $((free_kb / 1024)) MB free"
  sleep "$period" &
  wait $!
done
