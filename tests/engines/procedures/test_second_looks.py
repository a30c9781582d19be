"""Somebody else looks again, drawn by chance and blind; n agree of n that were looked at twice."""

import pytest

from engines.procedures.sample import CHECK, PROCEDURES
from peelian.areas.investigation.models import Investigation
from peelian.engines.procedures.asking import Answers
from peelian.engines.procedures.drafts import Body, begin
from peelian.engines.procedures.errors import MayNotAnswer
from peelian.engines.procedures.filled import Filled
from peelian.engines.procedures.making import make, make_of
from peelian.engines.procedures.models import Assessment
from peelian.engines.procedures.second_looks import is_drawn, waiting_for
from peelian.engines.procedures.summary import read_summary
from peelian.records.happenings import Happening
from people import NOW, employ

ANSWERS = {"open-lines": "2", "missing": "none", "seen-on": "2026-03-01"}


@pytest.fixture
def first(force, case, tables):
    """A check by the supervisor."""
    Investigation.objects.update(officer_ref=None)
    return make(
        CHECK,
        record=case,
        answers=ANSWERS,
        words={},
        grade="meets",
        actor=force["supervisor"],
        at=NOW,
        tables=tables,
    )


@pytest.fixture
def again(first, case, tables):
    """Look at it again as somebody, with these answers."""

    def one(actor, answers=ANSWERS, grade="meets"):
        filled = Filled(given=Answers(answers, {}), grade=grade, second_of=first.record_id)
        return make_of(CHECK, filled, record_id=case.record_id, actor=actor, at=NOW, tables=tables)

    return one


def test_the_share_is_drawn_by_the_address():
    """1,000 addresses, and the same ones whenever it is asked."""
    addresses = [f"address-{number}" for number in range(1_000)]

    assert not any(is_drawn(one, 0) for one in addresses)
    assert all(is_drawn(one, 100) for one in addresses)
    tenth = [one for one in addresses if is_drawn(one, 10)]
    assert 70 <= len(tenth) <= 130
    assert tenth == [one for one in addresses if is_drawn(one, 10)]


def test_a_drawn_one_waits_for_those_who_did_not_make_it(force, first, tables):
    assert first.drawn
    assert Happening.objects.get(name="second-look-drawn").facts["assessment_ref"]
    mine = waiting_for(force["supervisor"], PROCEDURES, tables, at=NOW)
    theirs = waiting_for(force["investigator"], PROCEDURES, tables, at=NOW)
    assert (mine, theirs) == ((), (first,))
    assert waiting_for(force["other-team"], PROCEDURES, tables, at=NOW) == ()


def test_two_agree_or_not_and_the_second_is_drawn_no_more(force, first, again):
    second = again(force["investigator"])

    assert (second.agrees, second.drawn, second.second_of) == (True, False, first.record_id)
    assert Happening.objects.get(name="second-look-made").facts["agrees"] is True
    with pytest.raises(MayNotAnswer, match="already"):
        again(employ("supervisor", "N", name="second-supervisor"))


def test_two_that_differ_are_kept_beside_each_other(force, first, again):
    second = again(force["investigator"], ANSWERS | {"missing": "plan"}, "short")

    assert second.agrees is False
    assert Assessment.objects.get(record_id=first.record_id).decided == "meets"


def test_nobody_looks_again_at_their_own_or_at_what_they_have_read(force, first, again, tables):
    with pytest.raises(MayNotAnswer, match="You made the first"):
        again(force["supervisor"])
    read_summary(force["investigator"], first.record_id, PROCEDURES, tables, at=NOW)
    with pytest.raises(MayNotAnswer, match="blind"):
        again(force["investigator"])
    assert waiting_for(force["investigator"], PROCEDURES, tables, at=NOW) == ()


def test_the_first_stays_shut_while_the_second_is_being_made(force, first, case, tables):
    actor = force["investigator"]
    begin(CHECK, Body(), record_id=case.record_id, second_of=first.record_id, actor=actor, at=NOW)

    with pytest.raises(MayNotAnswer, match="when yours is finished"):
        read_summary(actor, first.record_id, PROCEDURES, tables, at=NOW)
