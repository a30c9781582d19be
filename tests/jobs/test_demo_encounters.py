"""The demo's searches and uses of force: invented, loaded as extracts, delivered again."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings

from peelian.access.user import User
from peelian.areas.stop_and_search.grounds import Grounds, weaknesses
from peelian.areas.stop_and_search.models import StopSearch
from peelian.areas.use_of_force.models import UseOfForce
from peelian.engines.procedures.models import Assessment
from peelian.jobs.demo.encounters import load_demo_encounters
from peelian.jobs.demo.organisation import FORCE, make_organisation, number_of
from peelian.jobs.demo.reviews import make_demo_reviews
from peelian.records.store.reader import open_reader

AT = datetime(2026, 11, 22, 14, 30, 20, tzinfo=UTC)
WITHIN = timedelta(hours=72)


@pytest.fixture
def demo(tmp_path, monkeypatch, db):
    monkeypatch.setattr(settings, "STORE_ROOT", tmp_path / "store")
    monkeypatch.setattr(settings, "PEELIAN_HOME", tmp_path)
    return load_demo_encounters(AT)


def rows(model):
    tables = open_reader(settings.STORE_ROOT)
    return tables.to_arrow(tables.table(model)).to_pylist()


def states(found, at):
    """How many of them are reviewed, late, and to be reviewed within a day."""
    return Counter(
        "reviewed"
        if row["reviewed_at"]
        else "late"
        if AT - row[at] > WITHIN
        else "today"
        if AT - row[at] > WITHIN - timedelta(days=1)
        else "later"
        for row in found
    )


def test_every_row_loads_and_some_of_each_are_late_and_due(demo):
    assert [(report.loaded, report.rejected) for report in demo] == [(60, 0), (25, 0)]
    searches, forms = states(rows(StopSearch), "searched_at"), states(rows(UseOfForce), "used_at")

    assert searches["reviewed"] > 35
    assert searches["late"] >= 3
    assert searches["today"] >= 1
    assert searches["later"] >= 3
    assert forms["late"] >= 1
    assert forms["reviewed"] > 10


def test_nobody_reviewed_what_they_did_or_saw(demo):
    for row in (*rows(StopSearch), *rows(UseOfForce)):
        there = {row["officer_ref"], *(row["present_refs"] or "").split(",")}
        assert row["reviewer_ref"] not in there


def test_grounds_are_of_several_qualities_and_say_that_they_are_invented(demo):
    found = Counter()
    for row in rows(StopSearch):
        grounds = Grounds(
            row["grounds_seen"] or "",
            row["grounds_told"] or "",
            row["grounds_known"] or "",
            row["object_of_search"],
            row["legislation"],
        )
        assert not grounds.text or "Invented" in grounds.text
        found["weak" if weaknesses(grounds) else "passed"] += 1

    assert found["weak"] >= 10
    assert found["passed"] >= 20


def test_ethnicity_that_was_not_stated_has_its_reason_and_stays_so(demo):
    unsaid = [row for row in rows(StopSearch) if row["not_stated_because"]]

    assert unsaid
    assert all(row["ethnic_group"] is None for row in unsaid)
    assert all(row["officer_defined_ethnicity"] for row in unsaid)


def test_forms_are_more_than_incidents(demo):
    forms = rows(UseOfForce)

    assert len({row["incident_ref"] for row in forms}) < len(forms)


def test_a_second_demo_delivers_the_same_rows_again(demo):
    before = rows(StopSearch)
    again = load_demo_encounters(AT + timedelta(days=2))

    assert [report.loaded for report in again] == [0, 0]
    assert rows(StopSearch) == before


def test_the_supervisor_has_reviewed_some_that_have_time_and_none_that_they_saw(demo):
    make_organisation()
    user = User.objects.create_person(email="supervisor@force.example", name="Demo supervisor")
    user.force_id, user.officer_ref = FORCE, number_of("supervisor")
    user.save()

    assert make_demo_reviews(AT) == 3
    assert make_demo_reviews(AT) == 0
    made = {row.of_id: row for row in Assessment.objects.all()}
    seen = [row for row in (*rows(StopSearch), *rows(UseOfForce)) if row["record_id"] in made]
    assert len(seen) == 3
    assert all(number_of("supervisor") not in (row["present_refs"] or "") for row in seen)
    assert {row.decided for row in made.values()} == {"weak", "adequate", "justified"}
