"""`visible` answers for sets, `may` for one record: the two never disagree, in either storage."""

import ibis
import pyarrow as pa
import pytest

from peelian.access.actors import PUBLIC, service_account
from peelian.access.decide import may
from peelian.access.user import User
from peelian.access.visible import NOTHING, visible
from peelian.records.schema import fields_of
from peelian.spine.crime import Crime
from peelian.spine.outcome import Outcome

SOURCES = ("police_uk", "ons", "record_system", "typed", "")


@pytest.fixture
def crimes(db):
    return Crime.objects.bulk_create(
        Crime(
            record_id=f"r{number}",
            source=source,
            force_id="staffordshire",
            month="2021-03",
            crime_type="Burglary",
        )
        for number, source in enumerate(SOURCES)
    )


@pytest.fixture
def actors(db):
    off = User.objects.create_person(email="b@force.example", name="B")
    off.is_active = False
    return [
        PUBLIC,
        User.objects.create_person(email="a@force.example", name="A"),
        off,
        service_account("command-line"),
    ]


def test_single_records_and_both_storages_agree(crimes, actors):
    stored = ibis.memtable(
        pa.table({"record_id": [c.record_id for c in crimes], "source": list(SOURCES)})
    )
    for actor in actors:
        sight = visible(actor, Crime)
        one_by_one = {c.record_id for c in crimes if may(actor, "consult", Crime, c)}
        operational = set(Crime.objects.filter(sight.as_q()).values_list("record_id", flat=True))
        in_store = set(stored.filter(sight.as_ibis(stored)).record_id.to_pyarrow().to_pylist())

        assert one_by_one == operational == in_store


def test_the_public_sees_rows_of_open_sources_only(crimes):
    sight = visible(PUBLIC, Crime)

    assert set(Crime.objects.filter(sight.as_q()).values_list("source", flat=True)) == {
        "police_uk",
        "ons",
    }


@pytest.mark.parametrize("record_type", [Crime, Outcome])
def test_columns_are_those_that_may_allows_one_by_one(actors, record_type):
    open_row = record_type(source="police_uk")
    for actor in actors:
        allowed = tuple(
            card.name
            for card in fields_of(record_type)
            if may(actor, "consult", record_type, open_row, card.name)
        )

        assert visible(actor, record_type).columns == allowed


def test_whoever_may_see_nothing_is_told_so(actors):
    assert visible(actors[2], Crime) == NOTHING
    assert NOTHING.nothing
    assert not visible(PUBLIC, Crime).nothing
