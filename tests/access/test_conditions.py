"""A condition is read by plain Python, by Django and by Ibis: on empty fields above all."""

import ibis
import pyarrow as pa
import pytest

from peelian.access.conditions import (
    EVERYTHING,
    NOTHING,
    AllOf,
    AnyOf,
    FieldIn,
    Not,
    addresses,
    without,
)
from peelian.areas.investigation.models import Investigation
from people import FORCE, NOW

UNIT = FieldIn("unit_ref", frozenset({"N1"}))
OFFICER = FieldIn("officer_ref", frozenset({"no-1"}))
ROWS = [("a", "N1", "no-1"), ("b", "N1", None), ("c", None, "no-1"), ("d", "S1", "no-2")]


@pytest.fixture
def records(db):
    return Investigation.objects.bulk_create(
        Investigation(
            record_id=name,
            source="extracts",
            force_id=FORCE,
            opened_at=NOW,
            month="2026-03",
            offence="Burglary",
            state="Open",
            unit_ref=unit,
            officer_ref=officer,
        )
        for name, unit, officer in ROWS
    )


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        (EVERYTHING, "abcd"),
        (NOTHING, ""),
        (UNIT, "ab"),
        (FieldIn("unit_ref", frozenset()), ""),
        (Not(UNIT), "cd"),
        (Not(EVERYTHING), ""),
        (Not(NOTHING), "abcd"),
        (Not(FieldIn("unit_ref", frozenset())), "abcd"),
        (AllOf((UNIT, OFFICER)), "a"),
        (AllOf(()), "abcd"),
        (AnyOf((UNIT, OFFICER)), "abc"),
        (AnyOf((UNIT, EVERYTHING)), "abcd"),
        (Not(AnyOf((UNIT, OFFICER))), "d"),
        (Not(AllOf((UNIT, OFFICER))), "bcd"),
        (AllOf((EVERYTHING, Not(OFFICER))), "bd"),
        (AnyOf((AllOf((EVERYTHING,)), UNIT)), "abcd"),
        (Not(AllOf((EVERYTHING, EVERYTHING))), ""),
        (addresses(frozenset("ad")), "ad"),
        (addresses(frozenset()), ""),
        (without(UNIT, addresses(frozenset("a"))), "b"),
        (without(UNIT, NOTHING), "ab"),
    ],
)
def test_every_reader_finds_the_same_rows(records, condition, found):
    table = ibis.memtable(
        pa.table(
            {
                "record_id": [row[0] for row in ROWS],
                "unit_ref": pa.array([row[1] for row in ROWS], pa.string()),
                "officer_ref": pa.array([row[2] for row in ROWS], pa.string()),
            }
        )
    )

    one_by_one = {one.record_id for one in records if condition.holds(one)}
    operational = set(
        Investigation.objects.filter(condition.as_q()).values_list("record_id", flat=True)
    )
    stored = set(table.filter(condition.as_ibis(table)).record_id.to_pyarrow().to_pylist())

    assert one_by_one == operational == stored == set(found)
