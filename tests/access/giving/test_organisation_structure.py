"""What is wrong with an organisation, in sentences. Rows in, sentences out."""

from datetime import date

import pytest

from peelian.access.giving.structure import HoldingRow, PostRow, UnitRow, circle, faults

JAN, FEB, MARCH = date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)
END_OF_JAN = date(2026, 1, 31)
TOP = UnitRow("F", None, JAN, None)
TEAM = UnitRow("T", "F", JAN, None)
POST = PostRow("P", "T", None, JAN, None)


def found(units=(TOP, TEAM), posts=(POST,), holdings=(), officers=("O", "Q")):
    return faults(units, posts, holdings, officers)


def test_a_whole_organisation_has_no_faults():
    held = (HoldingRow("P", "O", JAN, END_OF_JAN), HoldingRow("P", "Q", FEB, None))

    assert found(holdings=held) == ()


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (
            {"units": (TOP, UnitRow("T", "X", JAN, None))},
            "Unit T stands under 'X', which is no unit: add that unit, or leave the parent empty "
            "for a unit at the top.",
        ),
        (
            {"units": (TOP, TEAM, UnitRow("T", None, FEB, None))},
            "Unit T stands in two places from 2026-02-01: end the row that begins on 2026-01-01 "
            "the day before.",
        ),
        (
            {"posts": (PostRow("P", "X", None, JAN, None),)},
            "Post P is of the unit 'X', which is no unit: add that unit.",
        ),
        (
            {"posts": (PostRow("P", "T", "Z", JAN, None),)},
            "Post P answers to 'Z', which is no post: add that post, or leave it empty.",
        ),
        (
            {"posts": (PostRow("P", "T", "P", JAN, None),)},
            "Post P answers to itself: name the post of the line manager.",
        ),
        (
            {"holdings": (HoldingRow("Z", "O", JAN, None),)},
            "The holding of post Z from 2026-01-01 is of an unknown post: add the post 'Z'.",
        ),
        (
            {"holdings": (HoldingRow("P", "N", JAN, None),)},
            "The holding of post P from 2026-01-01 names 'N', who is no member of staff: add them.",
        ),
        (
            {"holdings": (HoldingRow("P", "Q", FEB, None), HoldingRow("P", "O", JAN, FEB))},
            "Post P has two holders from 2026-02-01, O and Q: end the first the day before.",
        ),
        (
            {"holdings": (HoldingRow("P", "O", FEB, JAN),)},
            "The holding of post P from 2026-02-01 ends on 2026-01-01, before it begins on "
            "2026-02-01: mend one of the days.",
        ),
    ],
)
def test_each_fault_is_said_with_what_would_be_right(rows, sentence):
    assert found(**rows) == (sentence,)


def test_a_circle_is_found_on_the_day_on_which_it_closes():
    """B stands under C from February on, and C under B all along."""
    units = (
        TOP,
        UnitRow("B", "F", JAN, END_OF_JAN),
        UnitRow("B", "C", FEB, None),
        UnitRow("C", "B", JAN, None),
    )

    assert circle(units, JAN) == ()
    assert set(circle(units, FEB)) == {"B", "C"}
    assert any("in a circle on 2026-02-01" in said for said in found(units=units, posts=()))
