#!/bin/bash
# The installed tree runs from any place: installed to one folder, moved to another, run there.
set -euo pipefail
build=$1
unset DROVER_RUNTIME DROVER_BIN  # the tree finds its own

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cmake --install "$build" --prefix "$folder/first" >"$folder/log" || { cat "$folder/log"; exit 1; }
mv "$folder/first" "$folder/moved"
tree=$folder/moved

library=$(ldd "$tree/bin/drover-runtime" | awk '$1 ~ /^libnode/ { print $3 }')
[ "$(realpath "$library")" = "$(realpath "$tree")/lib/drover/$(basename "$library")" ] ||
  { echo "drover-runtime finds libnode at '$library'"; exit 1; }
if ldd "$tree/bin/drover" | grep libnode; then
  echo "drover links V8"
  exit 1
fi

echo 'console.log([process.argv[2], typeof process.versions.drover, process.execPath])' >"$folder/hello.js"
got=$(cd / && "$tree/bin/drover" "$folder/hello.js" hello)
want="[ 'hello', 'string', '$tree/bin/drover-runtime' ]"
case $(printf '%s' "$got" | tr -s ' \n' ' ') in
  "$want") ;;
  *) printf 'got  %s\nwant %s\n' "$got" "$want"; exit 1 ;;
esac

for name in libnode108 libllhttp-dev libuv1-dev readable-stream whatwg-url; do
  [ -s "$tree/share/doc/drover/licences/$name" ] || [ ! -d "/usr/share/doc/$name" ] ||
    { echo "no licence of $name"; exit 1; }
done
