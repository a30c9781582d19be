"""A published table of yearly counts, never made for the house, read by the mapping that ships."""

import csv
import gzip

import pytest

from peelian.areas.stop_and_search.models import SearchReturn
from peelian.sources.extracts.source import EXTRACTS
from sources.extracts.extract_desk import SHARED

FILE = SHARED / "ethnicity-facts-figures" / "stop-and-search-by-force-ethnicity-2007-2018.csv.gz"
MAPPING = next(path for path in EXTRACTS.examples() if path.stem == "ethnicity-facts-and-figures")
needs_file = pytest.mark.skipif(not FILE.exists(), reason="the table is not on this machine")


@needs_file
def test_one_force_of_the_table(extracts):
    """Staffordshire, and the total rows that are no force: 12 years of 17 groups are loaded."""
    with gzip.open(FILE, "rt", encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file)
    kept = [row for row in rows if row[5] in ("Staffordshire", "All - including BTP")]
    path = extracts.folder / "some.csv"
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([head, *kept])
    report = extracts.load(path, MAPPING)

    assert (report.read, report.loaded) == (len(kept), 12 * 17)
    assert report.rejected == len(kept) - 12 * 17
    own = [row for row in kept if row[5] == "Staffordshire" and row[4] == "ONS 2001 16+1"]
    by_hand = {
        (f"20{row[1][-2:]}-03", row[3]): int(row[7].replace(",", "").strip())
        for row in own
        if row[7].strip() != "-"
    }
    held = {
        (row["month"], row["ethnicity"]): row["searches"]
        for row in extracts.rows(SearchReturn)
        if row["searches"] is not None
    }
    assert held == by_hand
    groups = {row["ethnicity"]: row["ethnic_group"] for row in extracts.rows(SearchReturn)}
    assert (groups["Chinese"], groups["Unreported"]) == ("Other", None)
