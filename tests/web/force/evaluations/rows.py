"""Searches by month, so many of which led to something, as a force's extract brings them."""

from datetime import UTC, datetime

from peelian.areas.stop_and_search.codes import PERSON, SECTION_1
from peelian.areas.stop_and_search.models import StopSearch
from stored_rows import put_rows

BEFORE = ("2026-01", "2026-02", "2026-03")
AFTER = ("2026-04", "2026-05", "2026-06")
MEASURE = "stop_and_search.action_rate"


def put_searches(root, *, before=20, after=45, months=(*BEFORE, *AFTER), number=100):
    """Of `number` searches each month so many led to an arrest before April and after."""
    for month in months:
        acted = before if month in BEFORE else after
        rows = [
            {
                "record_id": f"search-{month}-{n:03}",
                "search_ref": f"SS-{month}-{n:03}",
                "searched_at": datetime(2026, int(month[5:]), 1, 12, tzinfo=UTC),
                "month": month,
                "search_type": PERSON,
                "legislation": SECTION_1,
                "gender": "Male" if n % 2 else "Female",
                "outcome": "Arrest" if n < acted else "A no further action disposal",
                "unit_ref": "N1",
                "officer_ref": "no-somebody",
            }
            for n in range(number)
        ]
        put_rows(root, StopSearch, rows, month=month)


# The form of a change that starts in April and is judged in August.
FORM = {
    "title": "Grounds read before each shift",
    "words": "Sergeants read three grounds of yesterday aloud.",
    "wanted": "up",
    "what_counts": "Ten points more that lead to something.",
    "comparison": "before",
    "starts_on": "2026-04-01",
    "first": "2026-01",
    "last": "2026-06",
    "check_on": "2026-08-03",
}
