"""Files made before their record type got new fields are read as ever; the new ones are empty."""

from datetime import timedelta

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from peelian.areas.investigation.models import Investigation
from peelian.records.adopt import adopt, stored
from peelian.records.adoption import Adoption
from peelian.records.mirror import mirror
from peelian.records.schema import schema_of
from peelian.records.store.reader import open_reader
from people import NOW
from stored_rows import put_rows, stored_investigation

LATER = NOW + timedelta(seconds=20)
NEW = ("officer_ref", "closed_on")


@pytest.fixture
def root(tmp_path):
    """A force's March from before the two fields, and its April with them."""
    root = tmp_path / "store"
    march = [stored_investigation("A"), stored_investigation("B")]
    put_rows(root, Investigation, march, without=NEW)
    april = [stored_investigation("C", month="2026-04", officer="o-1")]
    put_rows(root, Investigation, april, month="2026-04")
    return root


def officers(root, **wanted):
    reader = open_reader(root)
    rows = reader.to_arrow(reader.table(Investigation, **wanted)).to_pylist()
    return sorted((row["investigation_ref"], row["officer_ref"]) for row in rows)


def test_old_and_new_files_are_one_table_of_the_schema(root):
    reader = open_reader(root)
    answer = reader.to_arrow(reader.table(Investigation))

    assert answer.schema.names == list(schema_of(Investigation).names)
    assert pa.types.is_date(answer.schema.field("closed_on").type)
    assert officers(root) == [("A", None), ("B", None), ("C", "o-1")]


def test_old_files_alone_can_be_asked_for_what_they_do_not_hold(root):
    reader = open_reader(root)
    table = reader.table(Investigation, months=["2026-03"])
    closed = table.filter(table.closed_on.notnull())

    assert reader.to_arrow(closed.count())[0].to_pylist() == [0]
    assert officers(root, months=["2026-03"]) == [("A", None), ("B", None)]


@pytest.mark.django_db
def test_an_old_row_is_adopted_edited_and_laid_over_its_file(root):
    row = adopt(Investigation, "loaded-A", open_reader(root), by="person:x", at=NOW)
    assert (row.officer_ref, row.summary) == (None, "summary of A")
    before = open_reader(root).snapshot.id
    # A copy that says the same changes no figure, though its row has fewer columns.
    assert mirror(root, at=LATER).snapshot_id == before

    row.officer_ref, row.version = "o-2", 2
    row.save()
    mirror(root, at=LATER)

    assert officers(root) == [("A", "o-2"), ("B", None), ("C", "o-1")]
    assert stored(Investigation, "loaded-A", open_reader(root)) is None
    assert Adoption.objects.get().month == "2026-03"


def test_a_footer_is_read_once(root, monkeypatch):
    assert officers(root, months=["2026-03"])
    monkeypatch.setattr(pq, "read_schema", lambda path: pytest.fail(f"{path} was read again"))

    assert officers(root, months=["2026-03"]) == [("A", None), ("B", None)]
