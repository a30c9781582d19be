"""Write the journeys under docs/journeys from the steps that their tests walk.

Usage: journey_docs.py [--check]. With --check nothing is written; the exit code tells if a page is
stale.
"""

import os
import sys
from pathlib import Path

import django

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "peelian.config.settings")
django.setup()  # declarations can be imported only after it

from fresh_page import keep_fresh  # noqa: E402
from journeys.page import page  # noqa: E402

PAGE = ROOT / "docs" / "journeys" / "domestic-abuse.md"

if __name__ == "__main__":
    PAGE.parent.mkdir(exist_ok=True)
    sys.exit(keep_fresh(PAGE, page(), check="--check" in sys.argv[1:]))
