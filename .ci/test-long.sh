#!/usr/bin/env bash
# The longer proofs: more kills, more cases, longer simulations. Not part of CI.
set -euo pipefail
cd "$(dirname "$0")/.."
export LONG=1 PATH="$PWD/node_modules/.bin:$PATH"
vitest run --project unit
vitest run --project integration --testTimeout 3600000 --hookTimeout 3600000
vitest run --project browser
