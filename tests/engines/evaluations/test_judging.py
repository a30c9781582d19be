"""Changes are registered before they start and judged on their day by what the figures say."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from ibis import _

from engines.evaluations.changes import (
    AT,
    BEFORE,
    CHARGED,
    LATER,
    START,
    crimes,
    evenly,
    registered,
)
from engines.measures.measure_samples import count
from engines.measures.test_sampled import GROUNDS, samples
from peelian.engines.evaluations.design import Comparison, Design
from peelian.engines.evaluations.errors import EvaluationRefused, NoSuchEvaluation
from peelian.engines.evaluations.judging import judge
from peelian.engines.evaluations.models import Evaluation
from peelian.engines.evaluations.reading import due, evaluation, evaluations_of
from peelian.engines.evaluations.withdrawing import withdraw
from peelian.engines.measures.declared import Version
from peelian.engines.measures.examples import ExampleTables

pytestmark = pytest.mark.django_db


def judged(one, tables, actor, *, measure=CHARGED, at=LATER, **more):
    said = {"note": "It worked where it was used.", "then": "keep"}
    return judge(one.ref, measure, actor=actor, at=at, tables=tables, **said | more)


def test_a_clear_rise_that_was_wanted_is_an_improvement(force):
    tables = crimes(*evenly("Drugs", 20, 35))
    one = registered(force["analyst"], tables)

    verdict = judged(one, tables, force["analyst"])

    assert verdict.result == "improved"
    # Newcombe's interval of 60 of 300 and 105 of 300.
    assert verdict.says.splitlines()[:2] == [
        "Improved: up by 15.0 percentage points (likely range 7.9 to 21.9).",
        "Here: from 20.0% (60 of 300) in January to March 2026 to 35.0% (105 of 300) in April to "
        "June 2026.",
    ]
    assert verdict.value == pytest.approx(0.15)
    assert [row["counts"] for row in verdict.figures] == ["60 of 300", "105 of 300"]
    one.refresh_from_db()
    assert (one.state, one.ended_at) == ("judged", LATER)


@pytest.mark.parametrize(
    ("after", "wanted", "result"),
    [
        (35, "up", "improved"),
        (35, "down", "worsened"),
        (8, "up", "worsened"),
        (8, "down", "improved"),
    ],
)
def test_better_is_what_was_said_to_be_wanted(force, after, wanted, result):
    tables = crimes(*evenly("Drugs", 20, after))
    one = registered(force["analyst"], tables, wanted=wanted)

    assert judged(one, tables, force["analyst"]).result == result


def test_from_75_to_80_is_no_clear_change(force):
    tables = crimes("2026-03 | Drugs | 240 | 181", "2026-04 | Drugs | 235 | 188")
    design = Design(Comparison.BEFORE, "2026-03", "2026-04", {"": START})
    one = registered(force["analyst"], tables, design=design)

    verdict = judged(one, tables, force["analyst"])

    assert verdict.result == "no clear change"
    assert verdict.says.startswith(
        "No clear change: chance alone can explain it. It may lie anywhere from -2.9 to +12.0 "
        "percentage points."
    )


def test_the_month_in_which_it_starts_is_neither_before_nor_after():
    design = Design(Comparison.BEFORE, "2026-01", "2026-06", {"": date(2026, 4, 15)})

    (window,) = design.windows

    assert (window.before.last, window.after.first) == ("2026-03", "2026-05")


def test_a_rise_that_the_others_had_as_well_is_no_effect(force):
    tables = crimes(*evenly("Drugs", 20, 35), *evenly("Robbery", 20, 35))
    design = Design(
        Comparison.MATCHED, "2026-01", "2026-06", {"Drugs": START}, "type", ("Robbery",)
    )
    one = registered(force["analyst"], tables, design=design)

    verdict = judged(one, tables, force["analyst"])

    assert verdict.result == "no clear change"
    assert verdict.says.splitlines()[2].startswith("Elsewhere: from 20.0% (60 of 300)")


def test_a_rise_beyond_that_of_the_others_counts(force):
    tables = crimes(*evenly("Drugs", 20, 60), *evenly("Robbery", 20, 30))
    design = Design(
        Comparison.MATCHED, "2026-01", "2026-06", {"Drugs": START}, "type", ("Robbery",)
    )
    one = registered(force["analyst"], tables, design=design)

    verdict = judged(one, tables, force["analyst"])

    assert verdict.value == pytest.approx(0.40 - 0.10)
    assert verdict.says.startswith("Improved: up by 30.0 percentage points")
    assert "beyond the change elsewhere." in verdict.says


def test_steps_hold_each_against_those_who_begin_later(force):
    months = [f"2026-{month:02}" for month in range(2, 8)]
    begins = {"Drugs": "2026-04", "Burglary": "2026-06", "Robbery": "2026-09"}
    tables = crimes(
        *(
            f"{month} | {kind} | 200 | {100 if month >= begin else 60}"
            for kind, begin in begins.items()
            for month in months
        )
    )
    design = Design(
        Comparison.STEPPED,
        "2026-02",
        "2026-07",
        {kind: date.fromisoformat(f"{begin}-01") for kind, begin in begins.items()},
        "type",
    )
    one = registered(force["analyst"], tables, design=design)

    verdict = judged(one, tables, force["analyst"])

    assert [window.others for window in design.windows] == [("Burglary", "Robbery"), ("Robbery",)]
    assert verdict.result == "improved"
    assert verdict.value == pytest.approx(0.2)
    assert "Taken together over 2 steps." in verdict.says
    assert "Not judged, since nobody begins later than they do: Robbery." in verdict.says


def test_a_number_is_judged_by_its_ratio(force):
    tables = crimes(*evenly("Drugs", 0, 0, number=100)[:3], *evenly("Drugs", 0, 0, number=60)[3:])
    one = registered(force["analyst"], tables, measure=count(), wanted="down")

    verdict = judged(one, tables, force["analyst"], measure=count())

    assert verdict.value == pytest.approx(0.6)
    assert verdict.says.startswith("Improved: down by 40%")


def test_how_months_lie_in_limits_is_told_where_a_year_stood_before(force):
    before = [f"2025-{month:02} | Drugs | 100 | {20 + month % 2}" for month in range(4, 13)]
    before += [f"2026-{month:02} | Drugs | 100 | {20 + month % 2}" for month in range(1, 4)]
    after = [f"2026-{month:02} | Drugs | 100 | 40" for month in range(4, 7)]
    tables = crimes(*before, *after)
    design = replace(BEFORE, first="2025-04")
    one = registered(force["analyst"], tables, design=design)

    assert judged(one, tables, force["analyst"]).says.splitlines()[-1] == (
        "3 of the 3 months after lie outside the limits that the 12 months before set from one to "
        "the next."
    )


class TestJudging:
    def test_before_the_day_there_is_no_verdict(self, force):
        tables = crimes(*evenly("Drugs", 20, 35))
        one = registered(force["analyst"], tables)

        with pytest.raises(EvaluationRefused, match="from 3 August 2026 on"):
            judged(one, tables, force["analyst"], at=datetime(2026, 8, 2, 22, 59, tzinfo=UTC))

    def test_the_day_is_the_local_one(self, force):
        tables = crimes(*evenly("Drugs", 20, 35))
        one = registered(force["analyst"], tables)

        at = datetime(2026, 8, 2, 23, 0, tzinfo=UTC)  # midnight in summer time
        assert judged(one, tables, force["analyst"], at=at).at == at

    def test_a_verdict_is_given_once(self, force):
        tables = crimes(*evenly("Drugs", 20, 35))
        one = registered(force["analyst"], tables)
        judged(one, tables, force["auditor"])

        with pytest.raises(EvaluationRefused, match="is judged already"):
            judged(one, tables, force["analyst"])

    def test_it_says_how_else_it_was_checked(self, force):
        tables = crimes(*evenly("Drugs", 20, 35))
        one = registered(force["analyst"], tables)

        verdict = judged(
            one,
            tables,
            force["analyst"],
            checked_by="Forty residents were asked on their doorsteps.",
            checked_ref="SV-12",
        )

        assert verdict.checked_ref == "SV-12"

    @pytest.mark.parametrize(
        "more", [{"note": " "}, {"then": "perhaps"}, {"checked_ref": "x" * 121}]
    )
    def test_words_are_wanted_and_have_an_end(self, force, more):
        tables = crimes(*evenly("Drugs", 20, 35))
        one = registered(force["analyst"], tables)

        with pytest.raises(EvaluationRefused):
            judged(one, tables, force["analyst"], **more)

    def test_months_that_are_not_loaded_leave_it_open(self, force):
        tables = crimes(*evenly("Drugs", 20, 35)[:5])
        one = registered(force["analyst"], tables)

        verdict = judged(one, tables, force["analyst"])

        assert verdict.result == "cannot be told"
        assert verdict.says == (
            "It cannot be told because files of 1 of the 3 months from April to June 2026 are not "
            "loaded."
        )
        assert verdict.value is None

    def test_a_new_definition_leaves_it_open(self, force):
        tables = crimes(*evenly("Drugs", 20, 35))
        one = registered(force["analyst"], tables)
        changed = replace(
            CHARGED,
            versions=(*CHARGED.versions, Version(2, date(2026, 5, 1), "Cautions count as well.")),
        )

        verdict = judged(one, tables, force["analyst"], measure=changed)

        assert verdict.says == (
            "It cannot be told because the measure is defined otherwise since 1 May 2026 (version "
            "2: Cautions count as well.), and version 1 was registered."
        )

    def test_nothing_to_divide_by_leaves_it_open(self, force):
        tables = crimes(*evenly("Drugs", 20, 35))
        one = registered(force["analyst"], tables, measure=rate_of_robbery(), wanted="down")

        verdict = judged(one, tables, force["analyst"], measure=rate_of_robbery())

        assert verdict.result == "cannot be told"

    def test_chosen_files_leave_it_open(self, force):
        drawn = "2026-03 | A-1 | Random | default | | 900 | 50 | yes | 50"
        chosen = "2026-04 | A-2 | Chosen | default | |  |  | yes | 50"
        one = registered(
            force["analyst"],
            months(drawn),
            measure=GROUNDS,
            design=Design(Comparison.BEFORE, "2026-03", "2026-04", {"": START}),
        )

        verdict = judged(one, months(drawn, chosen), force["analyst"], measure=GROUNDS)

        assert verdict.result == "cannot be told"
        assert "of no sample drawn by lot" in verdict.says


def months(*lines):
    example = samples()
    (model,) = example.rows
    head = f"month | {example.rows[model]}"
    return ExampleTables(replace(example, rows={model: "\n".join((head, *lines))}), "duckdb")


def rate_of_robbery():
    return count(counting=_.crime_type == "Robbery")


def test_what_is_withdrawn_stays_with_its_reason(force):
    tables = crimes(*evenly("Drugs", 20, 35))
    one = registered(force["analyst"], tables)

    withdraw(one.ref, because="The posts were not filled.", actor=force["analyst"], at=AT)

    (kept,) = evaluations_of(force["auditor"], at=AT)
    assert (kept.state, kept.ended_because) == ("withdrawn", "The posts were not filled.")
    with pytest.raises(EvaluationRefused, match="withdrawn already"):
        judged(one, tables, force["analyst"])
    with pytest.raises(EvaluationRefused, match="Say why"):
        withdraw(one.ref, because=" ", actor=force["analyst"], at=AT)


def test_what_waits_for_a_verdict_stands_first(force):
    tables = crimes(*evenly("Drugs", 20, 35))
    old = registered(force["analyst"], tables)
    new = registered(force["analyst"], tables, check_on=date(2026, 12, 1))

    assert [one.ref for one in evaluations_of(force["analyst"], at=AT)] == [new.ref, old.ref]
    assert [one.ref for one in evaluations_of(force["analyst"], at=LATER)] == [old.ref, new.ref]
    assert due(old, LATER)
    assert not due(new, LATER)


def test_others_are_answered_as_if_there_were_none(force):
    one = registered(force["analyst"], crimes(*evenly("Drugs", 20, 35)))

    for who in ("patrol-officer", "supervisor"):
        assert evaluations_of(force[who], at=AT) == ()
        with pytest.raises(NoSuchEvaluation):
            evaluation(one.ref, actor=force[who], at=AT)
        with pytest.raises(NoSuchEvaluation):
            withdraw(one.ref, because="No.", actor=force[who], at=AT)
    Evaluation.objects.update(force_id="kent")
    with pytest.raises(NoSuchEvaluation):
        evaluation(one.ref, actor=force["analyst"], at=AT)
