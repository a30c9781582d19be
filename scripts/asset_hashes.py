"""Write the SHA-256 of every front-end file into its MANIFEST.json.

Run it after editing a file of our own (``peelian.css``, ``page.js``, ``icon.svg``); after a change
to the bundles run ``build_assets.sh``, which ends here. It needs nothing but Python.
"""

import hashlib
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STATIC = ROOT / "src" / "peelian" / "web" / "static" / "peelian"
MANIFEST = STATIC / "MANIFEST.json"


def main() -> int:
    """Refresh the hashes; a file without an entry is an error: nobody stated its licence."""
    manifest = json.loads(MANIFEST.read_text(encoding="utf-8"))
    listed = manifest["files"]
    found = {
        path.relative_to(STATIC).as_posix()
        for path in STATIC.rglob("*")
        if path.is_file() and path != MANIFEST
    }
    for name in sorted(found ^ set(listed)):
        where = "has no entry in" if name in found else "is gone but still listed in"
        print(f"{name} {where} {MANIFEST}. Add or drop it in scripts/assets/build.mjs.")
    if found != set(listed):
        return 1
    for name, entry in listed.items():
        entry["sha256"] = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()
    MANIFEST.write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
