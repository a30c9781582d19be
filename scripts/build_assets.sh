#!/bin/sh
# Builds the front-end files that are committed under src/peelian/web/static/peelian.
# Only maintainers run this, after changing scripts/assets/ or a version in its package.json.
# It needs Node 20 or later and npm. Nobody who installs or tests Peelian needs either.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")

# Install scripts stay off: no package needs one to be bundled. The lock file keeps hashes of contents
# and no addresses, so any registry that serves the same bytes will do.
npm ci --prefix "$here/assets" --ignore-scripts --no-audit --no-fund
node "$here/assets/build.mjs"

# axe checks every page in browser tests. It is never served.
cp "$here/assets/node_modules/axe-core/axe.min.js" "$root/tests/web/vendor/axe.min.js"
cp "$here/assets/node_modules/axe-core/LICENSE" "$root/tests/web/vendor/axe-core-LICENCE.txt"

python3 "$here/asset_hashes.py"
