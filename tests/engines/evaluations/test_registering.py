"""Changes are registered before they start so that nobody chooses the test after the result."""

from dataclasses import replace
from datetime import date

import pytest

from engines.evaluations.changes import (
    BEFORE,
    START,
    crimes,
    evenly,
    registered,
)
from engines.measures.measure_samples import typical
from engines.measures.test_sampled import GROUNDS, samples
from peelian.access.decide import NotAllowed
from peelian.areas.crime.measures import charged_share
from peelian.areas.crime.measures import charged_within_2_months as charged_in_two_months
from peelian.engines.evaluations.design import Comparison, Design, caveats
from peelian.engines.evaluations.errors import WrongDesign
from peelian.engines.evaluations.rule import VERDICT
from peelian.engines.measures.examples import ExampleTables
from peelian.records.happenings import Happening
from peelian.trail.models import Entry

pytestmark = pytest.mark.django_db


def refusals(force, tables, **more):
    with pytest.raises(WrongDesign) as found:
        registered(force["analyst"], tables, **more)
    return found.value.errors


def test_a_change_that_has_begun_is_not_registered(force):
    design = replace(BEFORE, starts={"": date(2026, 3, 2)})

    errors = refusals(force, crimes(), design=design)

    assert errors["starts"].startswith("A change is registered before it starts")


def test_the_check_comes_after_the_last_month(force):
    errors = refusals(force, crimes(), check_on=date(2026, 6, 30))

    assert errors == {
        "check_on": "June 2026 must be over and its cases followed up: the earliest day is 1 "
        "July 2026."
    }


def test_cases_that_are_followed_up_delay_the_check(force):
    errors = refusals(force, crimes(), measure=charged_in_two_months, check_on=date(2026, 8, 31))

    assert "1 September 2026" in errors["check_on"]


def test_the_limits_of_the_comparison_are_accepted(force):
    assert "accepted" in refusals(force, crimes(), accepted=False)
    kept = registered(force["analyst"], crimes(*evenly("Drugs", 20, 35))).caveats
    assert kept == list(caveats(BEFORE))
    assert any("comes back towards its usual level" in one for one in kept)
    assert any("seasons" in one for one in kept)


@pytest.mark.parametrize(
    ("field", "more"),
    [
        ("title", {"title": " "}),
        ("words", {"words": "x" * 2001}),
        ("what_counts", {"what_counts": ""}),
        ("wanted", {"wanted": "better"}),
        ("check_on", {"check_on": date(2036, 1, 1)}),
        ("narrowed", {"narrowed": {"colour": ["red"]}}),
        ("narrowed", {"narrowed": {"force": ["kent"]}}),
        ("comparison", {"design": replace(BEFORE, others=("Drugs",))}),
        ("starts", {"design": replace(BEFORE, starts={})}),
        ("last", {"design": replace(BEFORE, last="2026-03")}),
        ("last", {"design": replace(BEFORE, first="2026-04")}),
    ],
)
def test_what_cannot_stand_is_said_at_its_field(force, field, more):
    assert field in refusals(force, crimes(), **more)


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("told_apart_by", {"told_apart_by": "colour"}),
        ("others", {"others": ()}),
        ("others", {"others": ("Drugs",)}),
        ("starts", {"starts": {"": START}}),
        ("starts", {"starts": {"Drugs": START, "Burglary": date(2026, 5, 1)}}),
        ("starts", {"told_apart_by": "force", "starts": {"kent": START}}),
        ("starts", {"comparison": Comparison.STEPPED}),
    ],
)
def test_those_who_are_compared_are_checked(force, field, changes):
    design = Design(
        Comparison.MATCHED, "2026-01", "2026-06", {"Drugs": START}, "type", ("Robbery",)
    )

    assert field in refusals(force, crimes(), design=replace(design, **changes))


@pytest.mark.parametrize(
    ("field", "changes"),
    [("starts", {"starts": {"Drgus": START}}), ("others", {"others": ("Robery",)})],
)
def test_a_name_that_no_row_has_is_found_before_it_is_too_late(force, field, changes):
    tables = crimes(*evenly("Drugs", 20, 35), *evenly("Robbery", 20, 35))
    design = Design(
        Comparison.MATCHED, "2026-01", "2026-06", {"Drugs": START}, "type", ("Robbery",)
    )

    errors = refusals(force, tables, design=replace(design, **changes))

    assert errors[field].startswith("No row has")
    assert "Perhaps" in errors[field]


def test_what_has_no_tested_rule_is_refused(force):
    assert "middle value" in refusals(force, crimes(), measure=typical())["measure"]


def test_cohorts_that_mature_are_refused(force):
    errors = refusals(force, crimes(), measure=charged_share)

    assert "always look lower" in errors["measure"]


def test_whoever_answered_is_refused(force):
    tables = ExampleTables(samples("S-1 | Voluntary | default | | | | yes | 40"), "duckdb")
    design = Design(Comparison.BEFORE, "2021-03", "2026-06", {"": START})

    errors = refusals(force, tables, measure=GROUNDS, design=design)

    assert "describe themselves" in errors["measure"]


def test_who_evaluates_no_changes_registers_none(force):
    with pytest.raises(NotAllowed):
        registered(force["patrol-officer"], crimes())


def test_the_duty_to_judge_it_begins(force):
    one = registered(force["analyst"], crimes(*evenly("Drugs", 20, 35)))

    (noted,) = Happening.objects.filter(name="change-registered")
    assert noted.facts == {
        "officer_ref": force["analyst"].officer_ref,
        "verdict_by": "2026-08-17",
        "evaluation_ref": one.ref,
    }
    assert VERDICT.starts == ("change-registered",)
    assert [(e.verb, e.record_ref) for e in Entry.objects.filter(record_type="evaluation")] == [
        ("collected", one.ref)
    ]
