"""Order is by sequence; what a clock claims is noted and proves nothing (C-TIM-1, T36)."""

from datetime import UTC, datetime, timedelta

import pytest

from peelian.trail.append import append
from peelian.trail.models import Entry
from peelian.trail.verify import verify

NOON = datetime(2026, 3, 29, 12, 0, tzinfo=UTC)


def remarks(*hours):
    for hour in hours:
        append(
            actor="person:1",
            verb="altered",
            ref=("crime", "a"),
            detail={},
            at=NOON + timedelta(hours=hour),
        )
    found = verify(entry.link() for entry in Entry.objects.order_by("sequence"))
    assert found.sound
    return [text for text in found.remarks if "No checkpoint" not in text]


@pytest.mark.django_db
def test_a_clock_set_back_is_a_remark_and_no_fault():
    (said,) = remarks(0, 1, -1, 0)

    assert said == (
        "Entry 3 claims 2026-03-29T11:00:00.000000Z, 2:00:00 before the entry that it follows: "
        "a clock was set back, or a long deed was written down when it ended."
    )


@pytest.mark.django_db
def test_a_day_ahead_shows_when_the_clock_is_put_right():
    (said,) = remarks(0, 24, 0.5)

    assert said.startswith("Entry 3 claims")


@pytest.mark.django_db
def test_deeds_side_by_side_are_not_remarked_on():
    assert remarks(0, -1 / 60, 0) == []


@pytest.mark.django_db
def test_many_jumps_are_told_in_few_lines():
    said = remarks(*[0, 2] * 15)

    assert len(said) == 11
    assert said[-1] == "So do 4 more entries."
