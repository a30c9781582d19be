#!/usr/bin/env bash
# Make .venv hold exactly the packages of requirements/core.txt (or, with "test", of test.txt) and
# the project itself. Every download is checked against its hash. Safe to run again: it does nothing
# while the requirements stay as they are.
set -euo pipefail
cd "$(dirname "$0")/.."

wanted=${1:-core}
python=${PYTHON:-python3}
stamp=.venv/installed

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

[ -f "requirements/$wanted.txt" ] || fail "There is no requirements/$wanted.txt: use core or test."

# What the environment would be made of. The test set holds the core, so it serves for both.
fingerprint() {
    cat "requirements/tools.txt" "requirements/$1.txt" pyproject.toml | cksum
}
for held in "$wanted" test; do
    if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$held $(fingerprint "$held")" ]; then
        exit 0
    fi
done

command -v "$python" >/dev/null ||
    fail "Python 3.11 or later is needed, and '$python' was not found." \
        "On Debian or Ubuntu: apt-get install python3 python3-venv" \
        "To use another one: make demo PYTHON=python3.12"
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    fail "Python 3.11 or later is needed; '$python' is $("$python" --version)." \
        "To use another one: make demo PYTHON=python3.12"
"$python" -c 'import ensurepip, venv' 2>/dev/null ||
    fail "This Python cannot make virtual environments." \
        "On Debian or Ubuntu: apt-get install python3-venv"

uv=.tools/uv/bin/uv
tools_stamp=".tools/uv/installed"
tools_fingerprint=$(cksum <requirements/tools.txt)
if [ ! -x "$uv" ] || [ "$(cat "$tools_stamp" 2>/dev/null)" != "$tools_fingerprint" ]; then
    "$python" -m venv --clear .tools/uv
    .tools/uv/bin/python -m pip install --quiet --disable-pip-version-check \
        --require-hashes -r requirements/tools.txt
    printf '%s\n' "$tools_fingerprint" >"$tools_stamp"
fi

# Where pip was told to use a mirror, uv uses the same one.
mirror=${PIP_INDEX_URL:-$(.tools/uv/bin/python -m pip config get global.index-url 2>/dev/null || true)}
if [ -n "$mirror" ] && [ -z "${UV_DEFAULT_INDEX:-}" ]; then
    export UV_DEFAULT_INDEX=$mirror
fi

[ -x .venv/bin/python ] || "$python" -m venv --without-pip .venv
rm -f "$stamp"
"$uv" pip sync --python .venv/bin/python --require-hashes "requirements/$wanted.txt"
# The build tool comes from the requirements, so that nothing unpinned is fetched.
"$uv" pip install --python .venv/bin/python --no-deps --no-build-isolation --quiet --editable .
# Compiled once here, since some machines keep Python from doing so and every command would pay: a
# command starts in about one second instead of four. The libraries' own tests are left out.
.venv/bin/python -m compileall -q -j 0 -x '[/\\](tests?|testing|conftest)[/\\.]' \
    .venv/lib/python3*/site-packages src
printf '%s\n' "$wanted $(fingerprint "$wanted")" >"$stamp"
