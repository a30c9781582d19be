#!/usr/bin/env bash
# Make sure that the browser tests find Chromium and the typeface that the pages are measured with.
# Installs both where it may; otherwise says exactly what to install. Safe to run again.
set -euo pipefail

missing=()
command -v chromium >/dev/null || command -v chromium-browser >/dev/null ||
    command -v google-chrome >/dev/null || missing+=(chromium)
# Without it pictures of pages fall back to a wider typeface and lines break elsewhere.
compgen -G '/usr/share/fonts/truetype/liberation*' >/dev/null ||
    { command -v fc-list >/dev/null && fc-list | grep -qi 'liberation sans'; } ||
    missing+=(fonts-liberation)

[ "${#missing[@]}" -gt 0 ] || exit 0

if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    apt-get update --quiet
    DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "${missing[@]}"
else
    {
        echo "The browser tests need: ${missing[*]}"
        echo "On Debian or Ubuntu: sudo apt-get install ${missing[*]}"
        echo "Elsewhere, install Chromium and the Liberation fonts; or leave these tests out: make fast"
    } >&2
    exit 1
fi
