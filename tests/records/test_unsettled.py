"""How much waits to be settled, and since when."""

from datetime import timedelta

import pytest

from peelian.records.happenings import Happened, Happening, happen
from peelian.records.unsettled import unsettled
from people import FORCE, NOW

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def happened(number, noted_at):
    return happen(
        Happened(name="bailed", ref=("bail", str(number)), force_id=FORCE, at=NOW),
        by="x",
        noted_at=noted_at,
    )


def test_nothing_waits():
    assert (unsettled().number, unsettled().age(NOW)) == (0, timedelta(0))


def test_the_oldest_counts_and_what_is_settled_does_not():
    happened(1, NOW - 3 * HOUR)
    happened(2, NOW - HOUR)
    assert (unsettled().number, unsettled().age(NOW)) == (2, 3 * HOUR)

    Happening.objects.filter(record_id="1").update(settled_at=NOW)
    assert (unsettled().number, unsettled().age(NOW)) == (1, HOUR)


def test_a_corrected_one_waits_since_it_was_corrected():
    happened(1, NOW - 30 * HOUR)
    Happening.objects.update(changed_at=NOW - HOUR)
    assert unsettled().age(NOW) == HOUR
