"""What is kept by hand counts: where no source brings a type, Peelian is the authority for it."""

from datetime import timedelta

import pytest

from peelian.areas.investigation.models import Investigation
from peelian.areas.standards.measures import matters
from peelian.areas.standards.models import ConductMatter
from peelian.engines.measures.calculate import calculate
from peelian.engines.measures.request import request
from peelian.engines.measures.status import Status
from peelian.engines.publishing.inside import NotInside, shown_inside
from peelian.engines.publishing.loaded import grid, years
from peelian.engines.registers.collecting import can_be_typed
from peelian.records.mirror import mirror
from peelian.records.store.reader import open_reader
from people import FORCE, NOW, investigation, small_force
from stored_rows import put_rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def root(tmp_path, monkeypatch, settings):
    settings.STORE_ROOT = tmp_path / "store"
    return settings.STORE_ROOT


def typed(number, month, force=FORCE):
    """A conduct matter as professional standards type it."""
    ConductMatter.objects.create(
        record_id=f"typed-{force}-{number}",
        source="typed",
        force_id=force,
        matter_ref=f"PSD-{number}",
        month=month,
        kind="Conduct",
        state="Recorded",
    )


def cells(root, first, last, force=FORCE):
    mirror(root, at=NOW)
    asked = request(matters, where={"force": force}, by=["month"], first=first, last=last)
    return calculate(asked, open_reader(root)).cells


def counted(root, first, last, force=FORCE):
    return [
        (cell.period.first, cell.status, cell.value) for cell in cells(root, first, last, force)
    ]


def test_from_the_first_month_with_a_row_to_the_last_and_nothing_between_is_zero(root):
    """Two in January, none in February, one in March; nobody knows of December or April."""
    for number, month in enumerate(["2026-01", "2026-01", "2026-03"]):
        typed(number, month)

    assert counted(root, "2025-12", "2026-04") == [
        ("2025-12", Status.NO_DATA, None),
        ("2026-01", Status.OK, 2),
        ("2026-02", Status.OK, 0),
        ("2026-03", Status.OK, 1),
        ("2026-04", Status.NO_DATA, None),
    ]


def test_a_month_in_which_nothing_was_typed_is_as_closed_as_the_others(root):
    typed(1, "2026-01")
    typed(2, "2026-03")

    assert [cell.closed for cell in cells(root, "2026-01", "2026-03")] == [True] * 3


def test_a_force_of_which_a_file_is_loaded_is_not_kept_by_hand(root):
    """Exactly one source is authoritative: the typed row of March waits for March's file."""
    put_rows(root, ConductMatter, [], month="2026-01")
    typed(1, "2026-01")
    typed(2, "2026-03")

    assert counted(root, "2026-01", "2026-03") == [
        ("2026-01", Status.OK, 1),
        ("2026-02", Status.NO_DATA, None),
        ("2026-03", Status.NO_DATA, None),
    ]


def test_each_force_is_told_for_itself(root):
    put_rows(root, ConductMatter, [], month="2026-01", force="kent")
    typed(1, "2026-03")
    typed(2, "2026-03", force="kent")
    mirror(root, at=NOW)

    snapshot = open_reader(root).snapshot

    assert snapshot.loaded("conductmatter") == {("kent", "2026-01")}
    assert snapshot.kept("conductmatter") == {(FORCE, "2026-03")}
    assert snapshot.forces("conductmatter") == ("kent", FORCE)
    assert snapshot.months("conductmatter") == ("2026-01", "2026-03")


def test_a_table_for_all_forces_is_the_authority_of_each(root):
    put_rows(root, ConductMatter, [], month="2026-01", force="")
    typed(1, "2026-03")
    mirror(root, at=NOW)

    assert open_reader(root).snapshot.kept("conductmatter") == frozenset()


def test_a_force_that_keeps_a_type_by_hand_goes_on_typing_it(root):
    investigation("T", source="typed")
    mirror(root, at=NOW)
    assert open_reader(root).snapshot.forces("investigation") == (FORCE,)

    assert can_be_typed(Investigation, FORCE)
    put_rows(root, Investigation, [], month="2026-03")
    assert not can_be_typed(Investigation, FORCE)


def test_the_page_of_what_is_loaded_says_who_keeps_what_from_when_to_when(root):
    typed(1, "2026-01")
    typed(2, "2026-03")
    mirror(root, at=NOW)
    snapshot = open_reader(root).snapshot

    found = grid(snapshot, ConductMatter, "2026")

    assert years(snapshot, [ConductMatter]) == ("2026",)
    assert [(force.slug, first, last) for force, first, last in found.by_hand] == [
        (FORCE, "2026-01", "2026-03")
    ]
    assert FORCE not in {force.slug for force in found.absent}
    assert found.held == ()


def test_only_who_counts_over_the_force_is_shown_what_it_keeps_by_hand(root):
    force = small_force()
    typed(1, "2026-03")
    mirror(root, at=NOW)
    asked = request(matters, first="2026-03", last="2026-03")
    tables = open_reader(root)
    answer = calculate(asked, tables)

    with pytest.raises(NotInside):
        shown_inside(answer, asked, tables.snapshot, actor=force["call-handler"], at=NOW)


def test_what_was_typed_and_removed_leaves_no_month_behind(root):
    typed(1, "2026-01")
    mirror(root, at=NOW)
    ConductMatter.objects.all().delete()
    mirror(root, at=NOW + timedelta(seconds=20))

    assert open_reader(root).snapshot.covered("conductmatter") == frozenset()
