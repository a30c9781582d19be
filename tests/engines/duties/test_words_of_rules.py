"""Rules in words: clocks, owners, steps and waivers as the manual and pages say them."""

from datetime import date, timedelta

import pytest
from duty_samples import LAW, OWN, rule

from peelian.engines.duties.authority import Authority, Weight
from peelian.engines.duties.clock_words import clock_in_words
from peelian.engines.duties.clocks import (
    AtMoment,
    Days,
    DependsOn,
    Earliest,
    FromRecord,
    Hours,
    Minutes,
    Months,
    OnDay,
    WorkingDays,
)
from peelian.engines.duties.owners import InUnit, LineOf, NamedOfficer, NamedPost
from peelian.engines.duties.rule import Step, Terms
from peelian.engines.duties.rule_words import (
    happenings_in_words,
    owner_in_words,
    span_in_words,
    step_in_words,
    waiving_in_words,
)
from peelian.engines.duties.settings import Setting
from peelian.spine.happenings import What

HOURS = Setting("sample.hours", "Time to review", 72, "hours")


@pytest.mark.parametrize(
    ("clock", "words"),
    [
        (Minutes(1), "1 minute, nights and weekends included"),
        (Hours(24), "24 hours, nights and weekends included"),
        (
            Hours(HOURS),
            "72 hours, nights and weekends included (Peelian's default until the force sets its "
            "own: Time to review)",
        ),
        (Days(3, "beginning with"), "3 days beginning with that day"),
        (Days(0), "to the end of the same day"),
        (WorkingDays(5), "5 working days after that day"),
        (Months(1), "1 month after that day"),
        (
            Days(FromRecord("visit_every_days")),
            "as many days as the record states (visit every days) after that day",
        ),
        (OnDay("ends_on"), "to the end of the day that the record states (ends on)"),
        (AtMoment("until"), "until the moment that the record states (until)"),
        (
            DependsOn("enhanced", (True, None), WorkingDays(1), WorkingDays(5)),
            "1 working day after that day where “enhanced” is yes or not stated, otherwise 5 "
            "working days after that day",
        ),
        (
            Earliest((Months(3), OnDay("ends_on"))),
            "whichever ends first of: 3 months after that day; to the end of the day that the "
            "record states (ends on)",
        ),
    ],
)
def test_a_clock_in_words(clock, words):
    assert clock_in_words(clock) == words


@pytest.mark.parametrize(
    ("owner", "words"),
    [
        (NamedOfficer(), "the post of whoever the record names (officer ref)"),
        (LineOf(), "the post to which that of whoever the record names (officer ref) answers"),
        (NamedPost(), "the post that the record names (post ref)"),
        (
            InUnit("supervisor", never=("officer_ref", "present_refs")),
            "the first post with the role supervisor in the unit that the record names, or in the "
            "nearest one above it, never one held by whom the record names (officer ref or "
            "present refs)",
        ),
    ],
)
def test_an_owner_in_words(owner, words):
    assert owner_in_words(owner) == words


@pytest.mark.parametrize(
    ("after", "words"),
    [
        (timedelta(days=-2), "2 days before the end"),
        (timedelta(0), "at the end"),
        (timedelta(hours=1), "1 hour after the end"),
    ],
)
def test_a_step_in_words(after, words):
    assert step_in_words(Step(after, NamedOfficer(), "x")) == words


def test_happenings_in_words_with_the_facts_that_they_must_have():
    assert happenings_in_words((What.BAILED,)) == "“bailed”"
    assert happenings_in_words((What.BAILED, What.BAIL_CHANGED), {"state": ("Open", None)}) == (
        "“bailed” or “bail changed”, where “state” is Open or not stated"
    )


def test_only_a_force_s_own_rule_can_be_waived_and_only_where_it_says_by_whom():
    law, own = Terms(date(2026, 1, 1), Hours(1), LAW), Terms(date(2026, 1, 1), Hours(1), OWN)
    guidance = Terms(date(2026, 1, 1), Hours(1), Authority(Weight.GUIDANCE, "Practice"))

    assert waiving_in_words(rule(), law) == "Nobody can waive it: it is statute."
    assert waiving_in_words(rule(), guidance) == ("Nobody can waive it: it is national guidance.")
    assert waiving_in_words(rule(terms=(own,)), own) == "Nobody waives it."
    assert waiving_in_words(rule(terms=(own,), waived_by="Inspector"), own) == (
        "It can be waived in one case, with a reason, from the rank of Inspector up."
    )


def test_the_days_for_which_terms_hold():
    since = Terms(date(2026, 1, 1), Hours(1), LAW)

    assert span_in_words(since) == "from 1 January 2026 on"
    until = Terms(date(2026, 1, 1), Hours(1), LAW, until=date(2026, 6, 30))
    assert span_in_words(until) == "from 1 January 2026 to 30 June 2026"
