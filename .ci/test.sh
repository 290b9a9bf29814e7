#!/usr/bin/env bash
# Every check and test, in the order of docs/operations.md; the last line counts the tests.
set -uo pipefail
cd "$(dirname "$0")/.."
export PATH="$PWD/node_modules/.bin:$PATH"
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
failures=()

step() {
  local name=$1
  shift
  echo "== $name"
  "$@" || failures+=("$name")
}

# The committed contract and the client's types must be what the code emits.
drift() {
  npm run -s openapi >/dev/null || return 1
  git diff --exit-code --stat -- server/openapi.json client/src/api/generated || {
    echo "The contract has drifted: run npm run openapi and commit what it writes." >&2
    return 1
  }
}

tests() {
  vitest run --project "$1" --reporter=default --reporter=json --outputFile.json="$out/$1.json" "${@:2}"
}

step "lint and format" biome check .
step "types" tsc -p tsconfig.json --noEmit
step "imports" npm run -s imports
step "contract drift" drift
step "unit tests" tests unit
step "integration tests" tests integration
step "browser tests" tests browser

[ -d ../shared/stats ] || echo "skipped: the reference vectors of ../shared/stats, which are not here"
[ -d ../shared/data ] || echo "skipped: the published files of ../shared/data, which are not here"
node .ci/count-tests.mjs "$out" "${#failures[@]}"
if [ "${#failures[@]}" -gt 0 ]; then
  printf 'failed: %s\n' "${failures[@]}" >&2
  exit 1
fi
