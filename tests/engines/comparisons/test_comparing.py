"""Forces side by side: the lines, the order, and who is not compared."""

from dataclasses import replace
from statistics import mean, pstdev, stdev

import pytest
from ibis import _

from engines.comparisons.comparison_samples import brought_by, forces
from engines.measures.measure_samples import count, share, typical
from peelian.areas.crime.measures import charged_share
from peelian.engines.comparisons.compare import NOTHING_LOADED, compare
from peelian.engines.comparisons.compared import Peer, Peers
from peelian.engines.comparisons.frame import MADE_UP
from peelian.engines.measures.declared import Comparable, UnknownLimit
from peelian.engines.measures.request import BadRequest

FOUR = {"kent": (6, 10), "dorset": (4, 20), "gwent": (3, 10), "cumbria": (5, 25)}


def reasons(lefts):
    return {left.force: left.reason for left in lefts}


def test_forces_stand_from_the_highest_value_and_equal_ones_share_a_rank():
    found = compare(share(), forces(FOUR), own="gwent")

    assert [(one.force, one.rank, one.cell.value) for one in found.forces] == [
        ("kent", 1, 0.6),
        ("gwent", 2, 0.3),
        ("cumbria", 3, 0.2),
        ("dorset", 3, 0.2),
    ]
    assert found.own == "gwent"
    assert found.force("gwent").rank == 2


@pytest.mark.parametrize(("divisor", "deviation"), [("n - 1", stdev), ("n", pstdev)])
def test_the_lines_are_the_plain_mean_of_forces_and_one_deviation_of_the_divisor_named(
    divisor, deviation
):
    found = compare(share(), forces(FOUR), divisor=divisor)
    values = [0.6, 0.3, 0.2, 0.2]

    assert found.lines.divisor == divisor
    assert found.lines.mean == pytest.approx(mean(values))
    assert found.lines.upper == pytest.approx(mean(values) + deviation(values))
    assert found.lines.lower == pytest.approx(mean(values) - deviation(values))
    assert [one.band for one in found.forces] == ["above", "within", "within", "within"]
    assert found.forces[0].deviations == pytest.approx((0.6 - mean(values)) / deviation(values))


def test_equal_forces_are_all_within():
    found = compare(share(), forces({"kent": (2, 4), "dorset": (3, 6), "gwent": (1, 2)}))

    assert {(one.rank, one.band, one.deviations) for one in found.forces} == {(1, "within", 0.0)}


def test_three_forces_are_the_fewest_that_are_compared():
    three = {slug: FOUR[slug] for slug in ("kent", "dorset", "gwent")}
    two = compare(share(), forces({slug: FOUR[slug] for slug in ("kent", "dorset")}))

    assert len(compare(share(), forces(three)).forces) == 3
    assert two.refusal.startswith("2 forces have a figure that can be compared; it takes 3")
    assert (two.forces, two.lines, two.funnel, two.chance) == ((), None, None, ())
    assert [cell.value for cell in two.cells] == [0.2, 0.6]


def test_forces_without_a_file_are_missing_and_are_no_zero():
    """The trap: 39 forces with nothing loaded would pull the mean down to a tenth."""
    found = compare(share(), forces(FOUR))

    assert len(found.missing) == 39
    assert reasons(found.missing)["staffordshire"] == (
        "No crime file of Staffordshire Police is loaded for March 2021."
    )
    assert found.lines.forces == 4
    assert found.lines.mean == pytest.approx(0.325)


def test_a_force_whose_file_is_there_but_empty_is_set_aside_and_not_missing():
    found = compare(share(), forces(FOUR, loaded=(("surrey", "2021-03"),)))

    assert reasons(found.set_aside) == {"surrey": "There were no rows here."}
    assert "surrey" not in reasons(found.missing)


def test_a_force_with_fewer_months_is_set_aside():
    tables = forces(FOUR, months=("2021-03", "2021-04"), loaded=(("surrey", "2021-04"),))
    found = compare(share(), tables)

    assert found.period.in_words == "March to April 2021"
    assert reasons(found.set_aside) == {"surrey": "Only 1 of 2 months are loaded."}


def test_those_who_are_not_among_the_43_are_named():
    found = compare(share(), forces({**FOUR, "btp": (9, 9), "northern-ireland": (1, 9)}))

    assert reasons(found.set_aside) == dict.fromkeys(
        ("btp", "northern-ireland"),
        "It is not among the 43 forces that police an area of their own.",
    )
    assert found.lines.forces == 4


@pytest.mark.parametrize("of_known", [False, True])
def test_a_figure_with_too_much_unknown_is_set_aside_with_the_share(of_known):
    """Three rows of ten without a type, whether or not they stand in the denominator."""
    limit = UnknownLimit(share=0.25, authority="the owner of the measure")
    measure = share(known=_.crime_type != "", of_known=of_known, most_unknown=limit)
    found = compare(measure, forces({**FOUR, "surrey": (2, 7, 3), "essex": (2, 9, 3)}))

    assert reasons(found.set_aside) == {
        "surrey": "Not known on 30% of rows, above the limit of 25% (the owner of the measure)."
    }
    assert "essex" in {one.force for one in found.forces}


def test_what_was_made_up_is_never_compared_with_what_was_recorded():
    mixed = compare(share(), brought_by(forces({**FOUR, "surrey": (1, 2)}), surrey="synthetic"))
    alone = compare(share(), brought_by(forces(FOUR), **dict.fromkeys(FOUR, "synthetic")))

    assert reasons(mixed.set_aside) == {"surrey": MADE_UP}
    assert len(alone.forces) == 4
    assert any(warning.startswith("Synthetic") for warning in alone.warnings)
    assert not any(warning.startswith("Synthetic") for warning in mixed.warnings)


def test_what_forces_record_by_habit_is_refused_a_ranking_but_each_figure_stands():
    """One force says no to all, another yes to nearly all: both are ways to fill in a form."""
    habit = Comparable(allowed=False, reason="Forces fill the field in by different habits.")
    found = compare(
        share(comparable=habit), forces({"kent": (0, 30), "dorset": (28, 30), "gwent": (9, 30)})
    )

    assert found.refusal == (
        "Not comparable between forces: Forces fill the field in by different habits."
    )
    assert (found.forces, found.lines, found.funnel, found.chance) == ((), None, None, ())
    assert {cell.unit: round(cell.value, 2) for cell in found.cells} == {
        "dorset": 0.93,
        "gwent": 0.3,
        "kent": 0.0,
    }
    assert len(found.missing) == 40


def test_cohorts_that_are_still_followed_are_refused():
    open_ended = replace(charged_share, comparable=Comparable(allowed=True, reason="Agreed."))

    assert compare(open_ended, forces(FOUR)).refusal == (
        "Maturing: later months have had less time, and forces have had unequal time."
    )


def test_plain_numbers_are_refused():
    found = compare(count(), forces(FOUR))

    assert found.refusal.startswith("A plain number is larger where the force is larger")
    assert len(found.cells) == 4


def test_nothing_loaded_is_said():
    found = compare(share(), forces({}))

    assert (found.refusal, found.period, found.cells) == (NOTHING_LOADED, None, ())


def test_peers_alone_can_be_compared():
    like = Peers(
        of=Peer(force="kent", distance=0.0),
        peers=tuple(Peer(force=slug, distance=1.0) for slug in ("dorset", "gwent", "essex")),
        variables=(),
        method="",
    )
    found = compare(share(), forces(FOUR), own="kent", peers=like)

    assert {one.force for one in found.forces} == {"kent", "dorset", "gwent"}
    assert reasons(found.missing).keys() == {"essex"}
    assert found.warnings[-1] == "Only Kent Police and the 3 forces most like it are compared."


def test_conditions_hold_for_every_force():
    tables = forces({**FOUR, "surrey": (3, 3)})
    found = compare(share(), tables, where={"type": "Drugs"})

    assert {one.cell.value for one in found.forces} == {1.0}
    assert found.where == (("type", ("Drugs",)),)


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"own": "stafordshire"}, "'stafordshire' is not a force"),
        ({"own": "btp"}, "British Transport Police is not among the 43 forces"),
        ({"where": {"force": "kent"}}, "A comparison is of all forces"),
        ({"first": "2021-3"}, "'2021-3' is not a month"),
    ],
)
def test_what_cannot_be_asked_is_said(asked, says):
    with pytest.raises(BadRequest, match=says):
        compare(share(), forces(FOUR), **asked)


def test_a_middle_value_has_lines_but_no_funnel_and_it_is_said_why():
    lengths = typical(counting=_.crime_type.length(), unit="letters")
    found = compare(lengths, forces(FOUR))

    assert found.lines is not None
    assert {(one.zone, one.z, one.limits) for one in found.forces} == {(None, None, None)}
    assert found.warnings[-1] == (
        "No funnel is drawn: its limits need a number of cases within a denominator, and a middle "
        "value has none."
    )
    assert [one.rule for one in found.chance] == ["outside one standard deviation"]
