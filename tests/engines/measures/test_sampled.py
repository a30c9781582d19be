"""Measures over rows of samples: which share they estimate, how surely, and of whom they speak."""

from dataclasses import replace
from datetime import date

import pytest
from ibis import _

from engines.measures.measure_samples import IS_DRUGS, ask, only, world
from peelian.engines.audits.models import Finding
from peelian.engines.measures.declared import Comparable, Dimension, Example, Version
from peelian.engines.measures.explain import declared, methods_of
from peelian.engines.measures.kinds import BadDeclaration
from peelian.engines.measures.sampled import Sampled
from peelian.engines.measures.status import Status
from peelian.engines.publishing.direction import direction
from peelian.engines.publishing.exports import as_csv, as_json
from peelian.engines.publishing.manual import entry
from peelian.engines.publishing.sentences import sentence
from peelian.engines.publishing.shown import internal
from peelian.spine.crime import Crime

GROUP = Dimension("stratum", "Part of the frame", field="stratum")
HEAD = "sample_ref | design | method | stratum | stratum_size | stratum_drawn | answer | stands_for"
GROUNDS = Sampled(
    key="sample.grounds",
    title="Searches with reasonable grounds recorded",
    short="Grounds",
    asks="How many searches had reasonable grounds?",
    words="had reasonable grounds recorded",
    why="To test with.",
    definition="Audited searches.",
    of=Finding,
    dated_by="month",
    counting=_.answer == "yes",
    among=_.answer != "not-applicable",
    among_words="searches",
    known=_.answer != "unclear",
    by=(GROUP,),
    better="higher",
    counts="event",
    profile="person",
    comparable=Comparable(allowed=False, reason="Forces draw as they please."),
    owner="Nobody",
    review_by=date(2027, 1, 1),
    ledger=(),
    versions=(Version(1, date(2026, 1, 1), "First definition."),),
    examples=(Example(says="Nothing is counted.", rows={}, shows=""),),
)


def samples(*lines):
    return world({Finding: "\n".join((HEAD, *lines))})


def cell(*lines, **asked):
    return only(GROUNDS, samples(*lines), **asked)


def in_points(found):
    return round(found.lower * 100, 1), round(found.upper * 100, 1)


def test_the_inspectorates_margin_by_the_inspectorates_method():
    found = cell(
        "A-1 | Random | wald_finite | | 8000 | 235 | yes | 188",
        "A-1 | Random | wald_finite | | 8000 | 235 | no  | 47",
    )

    assert (found.numerator, found.denominator, found.value) == (188, 235, 0.8)
    assert in_points(found) == (75.0, 85.0)
    assert found.method == "wald_finite"
    assert found.note == (
        "Estimated from 235 drawn by lot of 8,000. Likely range by Normal approximation (Wald) "
        "with finite population correction, 95%."
    )


def test_of_26_in_35_wilson_leaves_much_open():
    found = cell(
        "A-1 | Random | wilson | | 8000 | 35 | yes | 26",
        "A-1 | Random | wilson | | 8000 | 35 | no  | 9",
    )

    assert in_points(found) == (57.9, 85.8)


@pytest.mark.parametrize(
    ("size", "drawn", "yes", "method"),
    [
        ("8000", 29, 20, "exact"),
        ("8000", 30, 20, "wilson"),
        ("600", 30, 20, "wilson"),
        ("599", 30, 20, "wilson_finite"),
        ("", 30, 20, "wilson"),
    ],
)
def test_unless_the_planner_named_a_method_the_one_that_fits_is_taken(size, drawn, yes, method):
    found = cell(
        f"A-1 | Random | default | | {size} | {drawn} | yes | {yes}",
        f"A-1 | Random | default | | {size} | {drawn} | no  | {drawn - yes}",
    )

    assert found.method == method


def test_strata_are_weighted_back_to_their_list():
    # 90% of 900 and 40% of 100: (0.9 x 900 + 0.4 x 100) / 1000, not 65 of 100.
    lines = (
        "A-1 | Random | default | North | 900 | 50 | yes | 45",
        "A-1 | Random | default | North | 900 | 50 | no  | 5",
        "A-1 | Random | default | South | 100 | 50 | yes | 20",
        "A-1 | Random | default | South | 100 | 50 | no  | 30",
    )

    found = cell(*lines)

    assert (found.numerator, found.denominator) == (65, 100)
    assert found.value == pytest.approx(0.85)
    assert found.method == "stratified"
    # By hand: sum of W^2 (1 - n/N) p q / (n - 1) over strata, with W of 0.9 and 0.1.
    assert found.parts["standard error"] == pytest.approx(
        (0.81 * (17 / 18) * 0.09 / 49 + 0.01 * 0.5 * 0.24 / 49) ** 0.5
    )
    assert found.note == (
        "Estimated from 100 drawn by lot of 1,000. Weighted, since not every part of the list was "
        "drawn as densely, so it is not 65 divided by 100. Likely range by Stratified estimate, "
        "Wilson score on the effective sample size, 95%."
    )
    north, south = ask(GROUNDS, samples(*lines), by=("stratum",)).cells
    assert (north.value, north.method) == (0.9, "wilson_finite")
    assert (south.value, south.method) == (0.4, "wilson_finite")


def test_parts_that_are_not_shown_still_count_for_those_drawn():
    # Of 100 drawn the question applies to 40: the list is no shorter for it.
    found = cell(
        "A-1 | Random | wilson_finite | | 1000 | 100 | yes            | 30",
        "A-1 | Random | wilson_finite | | 1000 | 100 | no             | 10",
        "A-1 | Random | wilson_finite | | 1000 | 100 | not-applicable | 60",
    )

    assert (found.numerator, found.denominator, found.value) == (30, 40, 0.75)
    assert found.note.startswith("Estimated from 100 drawn by lot of 1,000.")


def test_two_samples_are_kept_apart():
    # Two months, drawn alike densely from lists of unlike length.
    found = cell(
        "A-1 | Random | default | | 900 | 40 | yes | 36",
        "A-1 | Random | default | | 900 | 40 | no  | 4",
        "A-2 | Random | default | | 100 | 40 | yes | 20",
        "A-2 | Random | default | | 100 | 40 | no  | 20",
    )

    assert found.value == pytest.approx((0.9 * 900 + 0.5 * 100) / 1000)


def test_chosen_files_describe_themselves():
    found = cell(
        "A-1 | Chosen | default | | 8000 | 100 | yes | 87",
        "A-1 | Chosen | default | | 8000 | 100 | no  | 13",
    )

    assert (found.value, found.lower, found.upper, found.method) == (0.87, None, None, "")
    assert found.note == (
        "Describes these 100 searches, which were chosen for a purpose; it is no estimate for all."
    )


def test_one_chosen_sample_takes_the_range_from_all():
    found = cell(
        "A-1 | Random | default | | 8000 | 50 | yes | 50",
        "A-2 | Chosen | default | | | | yes | 20",
        "A-2 | Chosen | default | | | | no  | 30",
    )

    assert (found.value, found.lower) == (0.7, None)
    assert found.note == (
        "Describes these 100 searches, of 2 samples, of which 1 was drawn by lot; so it is no "
        "estimate for all, and has no likely range."
    )


def test_whoever_answered_speaks_for_themselves():
    found = cell(
        "S-1 | Voluntary | default | | | | yes | 542",
        "S-1 | Voluntary | default | | | | no  | 206",
    )

    assert (found.numerator, found.denominator, found.lower) == (542, 748, None)
    assert "it is no estimate for those who did not" in found.note


def test_whoever_answered_is_never_weighted():
    found = cell(
        "S-1 | Voluntary | default | Officers | 300 | 100 | yes | 50",
        "S-1 | Voluntary | default | Officers | 300 | 100 | no  | 50",
        "S-1 | Voluntary | default | Staff    | 100 | 100 | yes | 90",
        "S-1 | Voluntary | default | Staff    | 100 | 100 | no  | 10",
    )

    assert (found.value, found.lower) == (0.7, None)
    assert "Weighted" not in found.note


def test_everything_there_was_has_no_range_from_sampling():
    found = cell(
        "A-1 | Everything | default | | 3000 | 3000 | yes | 2700",
        "A-1 | Everything | default | | 3000 | 3000 | no  | 300",
    )

    assert (found.value, found.lower) == (0.9, None)
    assert "reviewers may err" in found.note


def test_a_month_reviewed_whole_stands_beside_months_drawn_from():
    found = cell(
        "A-1 | Random     | default | | 900 | 90 | yes | 90",
        "A-2 | Everything | default | |     |    | no  | 100",
    )

    assert found.value == pytest.approx(0.9)
    assert found.method == "stratified"


def test_parts_of_unknown_size_cannot_be_weighted():
    found = cell(
        "A-1 | Random | default | North | | | yes | 50",
        "A-1 | Random | default | South | | | no  | 50",
    )

    assert (found.value, found.lower) == (0.5, None)
    assert "its parts cannot be weighted" in found.note


def test_what_the_file_does_not_tell_is_unknown():
    found = cell(
        "A-1 | Random | default | | 400 | 40 | yes     | 30",
        "A-1 | Random | default | | 400 | 40 | unclear | 10",
    )

    assert (found.numerator, found.denominator, found.unknown) == (30, 40, 10)


def test_a_question_that_applies_to_no_file_has_no_share():
    found = cell("A-1 | Random | default | | 400 | 10 | not-applicable | 10")

    assert (found.status, found.value) == (Status.NOT_COMPUTABLE, None)
    assert found.note == "There were no searches here."


@pytest.mark.parametrize("engine", ["duckdb", "polars"])
def test_both_engines_agree(engine):
    lines = (
        "A-1 | Random | default | North | 900 | 50 | yes     | 45",
        "A-1 | Random | default | North | 900 | 50 | unclear | 5",
        "A-1 | Random | default | South | 100 | 50 | no      | 50",
    )

    (found,) = ask(GROUNDS, samples(*lines), engine).cells

    assert (found.numerator, found.denominator, found.unknown) == (45, 100, 5)
    assert found.value == pytest.approx(0.81)


def test_from_75_to_80_is_no_clear_change():
    before = cell(
        "A-1 | Random | wald_finite | | 5930 | 240 | yes | 181",
        "A-1 | Random | wald_finite | | 5930 | 240 | no  | 59",
    )
    now = cell(
        "A-2 | Random | wald_finite | | 8000 | 235 | yes | 188",
        "A-2 | Random | wald_finite | | 8000 | 235 | no  | 47",
    )

    assert direction(GROUNDS, now, before).sentence.startswith("No clear change from")


def test_a_clear_change_between_samples_is_told_in_points():
    def drawn(yes):
        return cell(
            f"A-1 | Random | default | | 8000 | 200 | yes | {yes}",
            f"A-1 | Random | default | | 8000 | 200 | no  | {200 - yes}",
        )

    assert direction(GROUNDS, drawn(180), drawn(120)).sentence == (
        "Up from 60.0% in March 2021, by 30.0 percentage points (likely range 21.8 to 37.7)."
    )


def test_chosen_files_are_never_held_against_others():
    chosen = cell(
        "A-1 | Chosen | default | | | | yes | 100",
    )
    drawn = cell("A-2 | Random | default | | 8000 | 100 | no | 100")

    assert direction(GROUNDS, chosen, drawn) is None


def test_a_sentence_of_a_sample_says_what_it_is_of():
    found = cell(
        "A-1 | Chosen | default | | | | yes | 8",
        "A-1 | Chosen | default | | | | no  | 2",
    )

    assert sentence(found, GROUNDS) == (
        "8 of 10 searches in March 2021 had reasonable grounds recorded. Describes these 10 "
        "searches, which were chosen for a purpose; it is no estimate for all."
    )


def test_files_say_by_which_method():
    answer = ask(
        GROUNDS,
        samples(
            "A-1 | Random | default | | 8000 | 200 | yes | 150",
            "A-1 | Random | default | | 8000 | 200 | no | 50",
        ),
    )
    shown = internal(answer, GROUNDS)

    assert "Wilson score, 95%" in as_csv(answer, shown)
    assert '"method": "wilson"' in as_json(answer, shown, GROUNDS, attributions=())


def test_the_manual_tells_how_sure_a_sample_is():
    sections = {section.title: section for section in entry(GROUNDS).sections}

    assert "with finite population correction" in sections["How sure it is"].lines[0][1]
    assert ("kind", "sampled") in declared(GROUNDS).lines
    assert {"wilson", "stratified"} <= {one.key for one in methods_of(GROUNDS)}


def test_rows_that_do_not_say_how_they_were_drawn_are_no_sample():
    with pytest.raises(BadDeclaration, match="do not say how they were drawn"):
        replace(GROUNDS, of=Crime, by=(), known=None, among=_.crime_id.notnull(), counting=IS_DRUGS)


def test_rows_of_a_sample_are_not_told_apart_by_a_number_of_theirs():
    with pytest.raises(BadDeclaration, match="counted as they are drawn"):
        replace(GROUNDS, known=None, distinct="of_id")
