# Sourced by the scripts that build. Sets `root`; offers `build PRESET [TARGET...]` and `quietly`.
# shellcheck shell=bash

root=$(dirname -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")")

# Runs a command; its output is shown, on standard error, only if it fails.
quietly() {
  local log status=0
  log=$(mktemp)
  "$@" </dev/null >"$log" 2>&1 || status=$?
  [[ $status -eq 0 ]] || cat "$log" >&2
  rm -f "$log"
  return "$status"
}

# Configures if there is no build yet, if the presets changed, or if the checkout was moved.
configure() {
  local preset=$1 folder="$root/build/$1" fresh=()
  if [[ -f $folder/build.ninja && ! $root/CMakePresets.json -nt $folder/build.ninja ]] &&
    grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$folder/CMakeCache.txt"; then
    return
  fi
  echo "building in build/$preset; the first time takes a few minutes" >&2
  [[ ! -f $folder/CMakeCache.txt ]] || fresh=(--fresh)
  (cd -- "$root" && quietly cmake "${fresh[@]}" --preset "$preset")
}

# Brings the targets (all of them, if none is named) of a preset up to date. One build at a time
# per folder: a second one waits for the first.
build() {
  local preset=$1
  local folder="$root/build/$preset"
  shift
  mkdir -p "$folder"
  (
    flock 9 && configure "$preset" 9>&- &&
      quietly cmake --build "$folder" --target "${@:-all}" 9>&-
  ) 9>"$folder/.lock"
}
