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

# How far something is, on standard error: one line that is written over on a terminal, else a line
# every half minute. Without an argument the terminal's line is wiped.
announced=$SECONDS
announce() {
  if [[ -t 2 ]]; then
    printf '\r\e[K%s' "$*" >&2
  elif [[ -n $* && $((SECONDS - announced)) -ge ${ANNOUNCE_SECONDS:-30} ]]; then
    printf '%s\n' "$*" >&2
    announced=$SECONDS
  fi
}

# "about 2 min left" of DONE and ALL steps after so many SECONDS, if all take equally long.
time_left() {  # DONE ALL SECONDS
  local left=$((${3%%.*} * ($2 - $1) / ($1 > 0 ? $1 : 1)))
  if [[ ${3%%.*} -lt 5 ]]; then
    echo "time left unknown yet"
  elif [[ $left -lt 90 ]]; then
    echo "about $left s left"
  else
    echo "about $(((left + 30) / 60)) min left"
  fi
}

# Announces the steps of ninja's output, also in the file STATE for those who wait; prints the rest.
follow() {  # PRESET STATE
  local line where elapsed rest
  while IFS= read -r line; do
    if [[ $line != @* ]]; then
      printf '%s\n' "$line"
      continue
    fi
    read -r where elapsed rest <<<"${line#@}"
    line="building in build/$1: ${where/\// of } steps, $(time_left "${where%/*}" "${where#*/}" "$elapsed")"
    printf '%s\n' "$line" >"$2"
    announce "$line"
  done
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

# Brings the targets up to date; what compilers said is shown only if it fails.
make_targets() {  # PRESET TARGET...
  local folder="$root/build/$1" log status=0
  log=$(mktemp)
  NINJA_STATUS='@%f/%t %e ' cmake --build "$folder" --target "${@:2}" </dev/null 2>&1 |
    follow "$1" "$folder/.progress" >"$log" || status=$?
  announce
  [[ $status -eq 0 ]] || cat "$log" >&2
  rm -f "$log" "$folder/.progress"
  return "$status"
}

# Takes the lock on file descriptor 9; says what the one who has it is doing.
wait_for_turn() {  # FOLDER
  flock -n 9 && return
  [[ -t 2 ]] || echo "waiting for another build in ${1#"$root"/}" >&2
  until flock -w 1 9; do
    announce "waiting for another build: $(cat "$1/.progress" 2>/dev/null || echo "it begins")"
  done
  announce
}

# Brings the targets (all of them, if none is named) of a preset up to date. One build at a time
# per folder: a second one waits for the first.
build() {
  local preset=$1
  local folder="$root/build/$preset"
  shift
  mkdir -p "$folder"
  (
    set -o pipefail
    wait_for_turn "$folder"
    configure "$preset" 9>&- && make_targets "$preset" "${@:-all}" 9>&-
  ) 9>"$folder/.lock"
}
