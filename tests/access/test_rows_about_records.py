"""What shuts a record shuts every duty and assessment about it, in all three readings."""

from datetime import timedelta

import ibis
import pyarrow as pa
import pytest

from peelian.access.conflict import Conflict
from peelian.access.decide import may
from peelian.access.seal import Seal, SealMember
from peelian.access.visible import visible
from peelian.engines.procedures.models import Assessment
from peelian.records.schema import schema_of
from peelian.spine.person import Involvement
from people import FORCE, NOW, investigation, small_force

EARLIER = NOW - timedelta(days=1)
BESIDE = {"starts_at": EARLIER}


@pytest.fixture
def force(db):
    return small_force()


@pytest.fixture
def record(force):
    return investigation("A")


@pytest.fixture
def about(record):
    """An assessment of that investigation by the same team."""
    return Assessment.objects.create(
        record_id="assessment-A",
        source="typed",
        force_id=FORCE,
        procedure="an-example",
        asked_version=1,
        of_type="investigation",
        of_id=record.record_id,
        of_ref="A",
        made_at=NOW,
        month="2026-03",
        unit_ref="N1",
        outcome="Completed",
    )


def sees(user, row):
    """Whether it is in sight; the operational table and the store must say the same."""
    answer = may(user, "consult", type(row), row, at=NOW)
    seen = visible(user, type(row), at=NOW)
    found = type(row).objects.filter(seen.as_q(), record_id=row.record_id).exists()
    schema = schema_of(type(row))
    cells = [{name: getattr(row, name) for name in schema.names}]
    table = ibis.memtable(pa.Table.from_pylist(cells, schema=schema.to_pyarrow()), schema=schema)
    stored = ibis.duckdb.connect().to_pyarrow(table.filter(seen.as_ibis(table))).num_rows
    assert (found, bool(stored)) == (answer, answer)
    return answer


def test_whoever_sees_the_team_sees_what_is_about_its_records(force, about):
    assert sees(force["investigator"], about)
    assert not sees(force["other-team"], about)


def test_a_seal_on_the_record_lies_on_what_is_about_it(force, record, about):
    seal = Seal.objects.create(
        record_type="investigation",
        record_id=record.record_id,
        force_id=FORCE,
        reason="staff",
        sealed_by="person:x",
        **BESIDE,
    )

    assert not sees(force["investigator"], about)

    SealMember.objects.create(seal=seal, user=force["investigator"], added_by="person:x", **BESIDE)
    assert sees(force["investigator"], about)
    assert not sees(force["supervisor"], about)


def test_a_conflict_with_the_record_is_one_with_what_is_about_it(force, record, about):
    Conflict.objects.create(
        user=force["investigator"],
        kind="friend",
        force_id=FORCE,
        record_type="investigation",
        record_id=record.record_id,
        declared_by="person:x",
        **BESIDE,
    )

    assert not sees(force["investigator"], about)
    assert sees(force["supervisor"], about)


def test_a_conflict_with_somebody_in_the_record_is_one_with_what_is_about_it(force, about):
    Involvement.objects.create(
        record_id="part",
        source="typed",
        force_id=FORCE,
        person_key="person-investigator",
        record_type="investigation",
        reference="A",
        part="Witness",
        basis="Fact",
    )

    assert not sees(force["investigator"], about)
    assert sees(force["supervisor"], about)


def test_a_conflict_with_the_person_whom_it_is_about_is_one_with_it(force, about):
    Assessment.objects.filter(pk=about.pk).update(person_key="person-investigator")
    about.refresh_from_db()

    assert not sees(force["investigator"], about)
    assert sees(force["supervisor"], about)
