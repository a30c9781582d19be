"""Searches to be drawn from, as a force's extract brings them, and an audit of their grounds."""

from datetime import UTC, datetime, timedelta

from peelian.areas.stop_and_search.audits import GROUNDS_AUDIT
from peelian.areas.stop_and_search.codes import PERSON, SECTION_1, SECTION_23
from peelian.areas.stop_and_search.models import StopSearch
from stored_rows import put_rows

AT = datetime(2026, 11, 30, 9, tzinfo=UTC)
MONTH = "2026-10"
KEY = GROUNDS_AUDIT.key
SEEN = "Saw him hand a small wrap to a man by the bridge and take money for it, then walk off."
GROUPS = ("White", "White", "White", "Black", "Asian")


def search(number, *, unit="S1", **more):
    """A search of a person by a team of which no reviewer is."""
    return {
        "record_id": f"search-{number:05}",
        "search_ref": f"SS-{number:05}",
        "searched_at": datetime(2026, 10, 1, 12, tzinfo=UTC) + timedelta(minutes=number),
        "month": MONTH,
        "search_type": PERSON,
        "legislation": SECTION_23 if number % 2 else SECTION_1,
        "object_of_search": "Controlled drugs" if number % 2 else "Stolen goods",
        "grounds_seen": SEEN,
        "place": "Railway bridge",
        "outcome": "Arrest" if number % 5 == 0 else "A no further action disposal",
        "ethnic_group": GROUPS[number % 5],
        "unit_ref": unit,
        "officer_ref": "no-somebody",
        **more,
    }


def put(root, rows):
    """These searches as what is loaded of the month."""
    return put_rows(root, StopSearch, list(rows), month=MONTH)
