"""Figures over rows that were edited or typed here: counted at once, never shown to the public."""

from datetime import timedelta

import pytest

from peelian.areas.crime.recorded import recorded
from peelian.engines.comparisons.dates import data_dates
from peelian.engines.measures.calculate import calculate
from peelian.engines.measures.request import request
from peelian.engines.measures.status import Status
from peelian.records.adopt import adopt
from peelian.records.mirror import mirror
from peelian.records.store.reader import open_reader
from peelian.spine.models import Crime
from people import FORCE, NOW
from stored_rows import put_rows

pytestmark = pytest.mark.django_db


def crime(number, kind="Burglary", month="2026-03"):
    return {
        "record_id": f"crime-{number}",
        "month": month,
        "reported_by": "Staffordshire Police",
        "falls_within": "Staffordshire Police",
        "crime_type": kind,
        "crime_id": str(number) * 64,
    }


@pytest.fixture
def root(tmp_path):
    root = tmp_path / "store"
    put_rows(root, Crime, [crime(1), crime(2), crime(3, "Drugs")], source="police_uk")
    return root


def burglaries(root, first="2026-03", last="2026-03"):
    asked = request(recorded, where={"type": "Burglary", "force": FORCE}, first=first, last=last)
    (cell,) = calculate(asked, open_reader(root)).cells
    return cell


def edited(root, number, **changes):
    row = adopt(Crime, f"crime-{number}", open_reader(root), by="person:x", at=NOW)
    Crime.objects.filter(pk=row.pk).update(version=2, **changes)
    mirror(root, at=NOW + timedelta(seconds=20))


def test_an_edited_row_counts_as_it_now_is_and_closes_the_figure(root):
    before = burglaries(root)
    edited(root, 3, crime_type="Burglary", source="adopted")

    after = burglaries(root)

    assert (before.numerator, before.closed) == (2, False)
    assert (after.numerator, after.closed) == (3, True)


def test_adopting_alone_changes_no_figure_and_closes_none(root):
    before = burglaries(root)
    edited(root, 3)

    after = burglaries(root)

    # Its version has grown, but it says what is published.
    assert (after.numerator, after.closed, after.snapshot) == (2, False, before.snapshot)


def test_figures_over_an_edited_row_are_marked_restated(root):
    edited(root, 3, crime_type="Burglary", source="adopted")
    cell = burglaries(root)

    dates = data_dates(recorded, open_reader(root).snapshot, cell.period, (FORCE,))

    assert dates.restated == (FORCE,)


def test_a_typed_row_makes_no_month_of_a_record_system_a_loaded_one(root):
    put_rows(root, Crime, [crime(1), crime(2), crime(3, "Drugs")], source="extracts")
    values = crime(4, month="2026-04") | {"source": "typed", "force_id": FORCE}
    Crime.objects.create(**values)
    mirror(root, at=NOW)

    alone, both = burglaries(root, "2026-04", "2026-04"), burglaries(root, last="2026-04")

    assert alone.status is Status.NO_DATA
    assert (both.numerator, both.closed) == (2, True)


def test_a_typed_row_counts_in_a_month_that_a_record_system_covers(root):
    put_rows(root, Crime, [crime(1), crime(2), crime(3, "Drugs")], source="extracts")
    Crime.objects.create(**crime(4), source="typed", force_id=FORCE)
    mirror(root, at=NOW)

    cell = burglaries(root)

    assert (cell.numerator, cell.closed) == (3, True)
