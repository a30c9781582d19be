"""Searches from which the panels of these tests draw their cases."""

from datetime import timedelta

from people import NOW

SEED = "04 11 17 23 38 41"
LATER = timedelta(hours=1)


def search(number: int, **more: object) -> dict[str, object]:
    """A search of a grown-up by the investigator, with a recording, unless it says otherwise."""
    return {
        "record_id": f"search-{number:02}",
        "searched_at": NOW,
        "month": "2026-03",
        "search_type": "Person search",
        "age_range": "25-34",
        "search_ref": f"S-{number:02}",
        "unit_ref": "N1",
        "officer_ref": "no-investigator",
        "person_key": f"person-{number}",
        "grounds_seen": "PC Demo investigator saw him hide a bag.",
        "video_ref": f"BWV-{number:02}",
    } | more


def forty() -> list[dict[str, object]]:
    """Two of forty took off more than a coat; five were of children."""
    return [
        search(
            number,
            more_than_outer_clothing=number in (7, 21),
            age_range="10-17" if number % 8 == 0 else "25-34",
        )
        for number in range(1, 41)
    ]
