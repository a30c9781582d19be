"""Shares of what is known, shares over a limit, published averages, and groups that are numbers."""

from dataclasses import replace

import pytest
from ibis import _

from engines.measures.measure_samples import ask, count, only, share, typical, world
from peelian.engines.measures.declared import Dimension, Stated
from peelian.engines.measures.examples import ENGINES, ExampleTables
from peelian.engines.measures.kinds import BadDeclaration
from peelian.engines.measures.periods import Period
from peelian.engines.measures.request import request
from peelian.engines.measures.rows import totals
from peelian.engines.measures.stated import stated_checks
from peelian.spine.crime import Crime
from peelian.spine.incident import Incident

# Two drugs offences and two burglaries with a place, and one of each without.
WORLD = world(
    {
        Crime: """
            crime_type | lsoa_code | longitude | latitude
            Drugs      | E01000001 | 1         | 3
            Drugs      | E01000001 | 5         | 3
            Drugs      |           | 7         |
            Burglary   | E01000001 | 9         | 3
            Burglary   | E01000001 |           | 3
            Burglary   |           | 2         |
            """
    }
)
PLACED = {"counting": _.crime_type == "Drugs", "known": _.lsoa_code.notnull()}
FAR = {"over": _.longitude > _.latitude, "over_words": "lie further east than north"}


@pytest.mark.parametrize("engine", ENGINES)
def test_rows_not_known_stay_in_the_denominator_unless_it_is_of_the_known(engine):
    (least,) = ask(share(**PLACED), WORLD, engine).cells
    (known,) = ask(share(**PLACED, of_known=True), WORLD, engine).cells

    assert (least.numerator, least.denominator, least.unknown) == (3, 6, 2)
    assert (known.numerator, known.denominator, known.unknown) == (2, 4, 2)


def test_where_nothing_is_known_there_is_no_share_and_no_zero():
    nowhere = share(counting=_.crime_type == "Drugs", known=_.context.notnull(), of_known=True)

    cell = only(nowhere, WORLD)

    assert cell.status == "not_computable"
    assert cell.note == "There were no rows here. 6 are not known."


def test_the_rows_counted_are_those_that_are_known():
    tables = ExampleTables(WORLD, "duckdb")
    asked = request(share(**PLACED, of_known=True))
    span = Period("2021-03", "2021-03")

    found = totals(asked, span, tables, part="counted", within=lambda rows: rows.month.notnull())

    assert found.counted == 2


@pytest.mark.parametrize("engine", ENGINES)
def test_a_limit_that_is_not_known_stands_in_neither_part_of_the_share_over_it(engine):
    (cell,) = ask(typical(**FAR), WORLD, engine).cells

    assert (cell.numerator, cell.unknown) == (5, 1)
    assert cell.parts["over the limit"] == 2
    assert cell.parts["limit known"] == 3
    assert cell.parts["share over limit"] == pytest.approx(2 / 3)
    assert cell.note == (
        "Whether they lie further east than north is known of 3 of the 5 rows with a known value."
    )


def test_where_no_limit_is_known_there_is_no_share_over_it_and_it_says_so():
    cell = only(typical(**FAR), WORLD, where={"lsoa": ""})

    assert "share over limit" not in cell.parts
    assert cell.note == (
        "Of none of the 2 rows with a known value is it known whether they lie further east than "
        "north."
    )


def test_a_mean_is_given_only_where_it_is_asked_for():
    assert "mean" not in only(typical(), WORLD).parts
    assert only(typical(mean=True), WORLD).parts["mean"] == pytest.approx((1 + 5 + 7 + 9 + 2) / 5)


@pytest.mark.parametrize(
    "declare",
    [
        lambda: share(of_known=True),
        lambda: typical(over=_.longitude > 1),
        lambda: typical(over_words="are more"),
    ],
)
def test_half_a_declaration_is_refused(declare):
    with pytest.raises(BadDeclaration):
        declare()


@pytest.mark.parametrize("engine", ENGINES)
def test_groups_that_are_numbers_are_named_in_text_and_stand_by_size(engine):
    rows = {Incident: "hour | grade\n17 | 1\n9 | 1\n9 | 2\n  | 2"}
    hours = count(of=Incident, counting=_.grade.notnull(), by=(Dimension("hour", "Hour", "hour"),))

    answer = ask(hours, world(rows), engine, by=["hour"])
    nine = ask(hours, world(rows), engine, where={"hour": "9"}).cells

    assert [(cell.at("hour"), cell.value) for cell in answer.cells] == [
        ("9", 2),
        ("17", 1),
        (None, 1),
    ]
    assert [cell.value for cell in nine] == [2]


STATED = Stated(
    who="A report",
    of="parcels",
    mean=22,
    tail=0.41,
    beyond=168,
    unit="hours",
    authority="Page 4",
)


def test_an_average_that_its_own_tail_forbids_is_refused_with_the_arithmetic():
    assert stated_checks(count(stated=(STATED,))) == (
        "A report prints an average of 22 hours for parcels and says that 41% of them took more "
        "than 168 hours. As a mean it is refused: 0.41 x 168 = 68.9, which is more than 22, so the "
        "two cannot be of the same cases on the same clock. Page 4.",
    )


def test_an_average_that_its_tail_allows_is_said_to_be_possible():
    (told,) = stated_checks(count(stated=(replace(STATED, mean=90),)))

    assert "A mean can be so: 0.41 x 168 = 68.9, which is not more than 90. Page 4." in told


def test_every_answer_carries_what_was_published_about_it():
    assert ask(count(stated=(STATED,)), WORLD).warnings == stated_checks(count(stated=(STATED,)))
    assert ask(count(), WORLD).warnings == ()
