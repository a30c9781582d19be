"""A page of the documentation that is made from the code: written anew, or only compared."""

import sys
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs"


def keep_fresh(page: Path, wanted: str, *, check: bool) -> int:
    """Bring a page to what is wanted; with `check`, only say if it is stale. An exit code."""
    held = page.read_text(encoding="utf-8") if page.exists() else ""
    if wanted == held:
        return 0
    if check:
        print(f"docs/{page.relative_to(DOCS)} is stale: run make fix", file=sys.stderr)
        return 1
    page.write_text(wanted, encoding="utf-8")
    return 0
