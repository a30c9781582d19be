"""Addresses of the front-end files that ship in the package."""

import functools
import json
from pathlib import Path
from urllib.parse import quote

from django.conf import settings

STATIC = Path(__file__).parent.parent / "static" / "peelian"


@functools.cache
def hashes() -> dict[str, str]:
    """SHA-256 of every front-end file, by its path under ``static/peelian``."""
    manifest = json.loads((STATIC / "MANIFEST.json").read_text(encoding="utf-8"))
    return {name: entry["sha256"] for name, entry in manifest["files"].items()}


def asset_url(name: str) -> str:
    """The address of a front-end file, which changes with its contents.

    So browsers may keep a file for ever and still never use an old one. The address needs no
    collected files and no database: error pages ask for it too.

    Raises ``LookupError`` for a file that the manifest does not list.
    """
    if name not in hashes():
        raise LookupError(f"No front-end file {name!r}. There are: {', '.join(sorted(hashes()))}.")
    return f"{settings.STATIC_URL}peelian/{quote(name)}?v={hashes()[name][:12]}"
