"""Limits are made anew only by someone who says who they are and why."""

from datetime import UTC, datetime

import pytest

from engines.comparisons.comparison_samples import STEADY, series
from engines.measures.measure_samples import count
from peelian.access.actors import service_account
from peelian.access.decide import NotAllowed
from peelian.access.user import User
from peelian.engines.comparisons import rebase as module
from peelian.engines.comparisons.models import Rebase
from peelian.engines.comparisons.rebase import BadRebase, rebase, rebases
from peelian.engines.measures.request import BadRequest
from peelian.trail.models import Entry

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
WORDS = {"by": "R. Clerk, Registrar", "reason": "A new system counts differently."}


def make(**changed):
    asked = {
        "measure": count(),
        "force": "kent",
        "month": "2020-06",
        "actor": service_account("command-line"),
        "at": AT,
        "tables": series(*STEADY),
    }
    return rebase(**asked | WORDS | changed)


def test_a_rebase_is_kept_with_who_when_and_why():
    make()
    (found,) = rebases(count(), "kent")

    assert (found.month, found.by, found.reason) == ("2020-06", WORDS["by"], WORDS["reason"])
    assert found.at == "2026-11-22T09:00:00+00:00"


def test_it_is_of_one_measure_one_force_and_one_set_of_conditions():
    make()
    make(where={"type": ["Drugs", "Robbery"]}, month="2020-07")

    assert [one.month for one in rebases(count(), "kent")] == ["2020-06"]
    assert [one.month for one in rebases(count(), "kent", {"type": ["Robbery", "Drugs"]})] == [
        "2020-07"
    ]
    assert rebases(count(), "essex") == rebases(count(key="sample.other"), "kent") == ()


def test_the_trail_says_the_same():
    made = make()
    entry = Entry.objects.get()

    assert (entry.verb, entry.record_type, entry.record_ref) == (
        "collected",
        "rebase",
        made.record_id,
    )
    assert entry.actor == service_account("command-line").trail_name
    assert all(text in entry.detail for text in ("2020-06", "R. Clerk, Registrar", "new system"))


def test_addresses_sort_by_time_and_are_uuids_of_version_7():
    first, second = make().record_id, make(at=AT.replace(hour=10)).record_id

    assert first < second
    assert (first[14], first[19] in "89ab") == ("7", True)


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"by": ""}, "The name '' is too short to answer for it"),
        ({"by": "Registrar"}, "The name 'Registrar' is too short"),
        ({"reason": "   "}, "The reason '' is too short"),
        ({"reason": "because"}, "Say what changed"),
        ({"by": "A clerk " * 30}, "The name has 239 characters; 200 are kept"),
        ({"month": "2020-13"}, "'2020-13' is not a month"),
        ({"month": "2022-01"}, "Months from 2020-01 to 2020-12 are"),
        ({"force": "essex"}, "Nothing of essex is loaded"),
    ],
)
def test_what_cannot_stand_is_refused_and_leaves_nothing(changed, says):
    with pytest.raises(BadRebase, match=says):
        make(**changed)

    assert (Rebase.objects.count(), Entry.objects.count()) == (0, 0)


def test_an_unknown_force_is_named():
    with pytest.raises(BadRequest, match="'kant' is not a force"):
        make(force="kant")


def test_who_has_no_leave_to_bring_records_in_has_none_to_rebase():
    person = User.objects.create_person(email="a@force.example", name="A")

    with pytest.raises(NotAllowed, match="A may not collect rebases of control charts"):
        make(actor=person)
    assert Rebase.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_without_its_entry_in_the_trail_there_is_no_rebase(monkeypatch):
    def refuse(**_entry):
        raise RuntimeError("the trail is full")

    monkeypatch.setattr(module, "append", refuse)
    with pytest.raises(RuntimeError):
        make()

    assert Rebase.objects.count() == 0
