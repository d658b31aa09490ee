# shellcheck shell=bash
# npm parts. The lock file in the source folder says what; it is installed under the prefix, so that the
# source tree stays clean. No package's own install script runs (.npmrc).

# install_npm FOLDER: FOLDER/package.json with its lock into $DEPS/npm/<last part of FOLDER>
install_npm() {
  local source=$ROOT/$1 target=$DEPS/npm/${1##*/} files=(package.json package-lock.json .npmrc) file
  if npm_current "$source" "$target"; then
    in_place
    return
  fi
  say "$STEP_NAME (npm)..."
  local new
  new=$(work_dir npm)
  for file in "${files[@]}"; do cp "$source/$file" "$new/"; done
  (cd "$new" && logged "npm-${1##*/}" npm ci --no-progress --loglevel=error)
  chmod 755 "$new"
  replace "$new" "$target"
}

npm_current() {
  [ -f "$2/node_modules/.package-lock.json" ] &&
    cmp -s "$1/package-lock.json" "$2/package-lock.json" && cmp -s "$1/package.json" "$2/package.json"
}
