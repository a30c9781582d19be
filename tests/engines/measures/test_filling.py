"""Empty groups: none is missing, none stands twice, and no answer is too large to read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engines.measures.measure_samples import count
from peelian.engines.measures.fill import MOST_CELLS, fill, in_order
from peelian.engines.measures.periods import periods
from peelian.engines.measures.request import BadRequest, request

SPANS = periods("month", "2021-03", "2021-04")
HOMES = {
    "staffordshire": {("E1",), ("E2",)},
    "west-midlands": {("E3",)},
}
SAMPLE = count()


def groups(found, *, by, where=None, forces=("staffordshire", "west-midlands"), homes=HOMES):
    asked = request(SAMPLE, by=by, where=where)
    return in_order(asked, fill(asked, found, SPANS, forces, homes))


def of_march(found, **asked):
    return [group for span, group in groups(found, **asked) if span.label == "2021-03"]


def test_a_whole_has_one_cell_in_each_period():
    assert groups([], by=["month"], homes={}) == [(span, ()) for span in SPANS]


def test_each_force_has_its_own_places_and_those_where_it_has_rows():
    found = [("2021-03", ("staffordshire", "E3")), ("2021-03", ("staffordshire", None))]

    assert of_march(found, by=["month", "force", "lsoa"]) == [
        ("staffordshire", "E1"),
        ("staffordshire", "E2"),
        ("staffordshire", "E3"),
        ("staffordshire", None),
        ("west-midlands", "E3"),
    ]


def test_without_forces_the_places_are_those_of_all_forces_in_question():
    assert of_march([], by=["month", "lsoa"], forces=("staffordshire",)) == [("E1",), ("E2",)]


def test_other_dimensions_take_the_values_that_occur_anywhere_in_the_answer():
    found = [("2021-03", ("staffordshire", "Drugs")), ("2021-04", ("west-midlands", "Robbery"))]

    assert of_march(found, by=["month", "force", "type"], homes={}) == [
        ("staffordshire", "Drugs"),
        ("staffordshire", "Robbery"),
        ("west-midlands", "Drugs"),
        ("west-midlands", "Robbery"),
    ]


def test_what_a_condition_names_has_a_cell_even_without_a_row():
    assert of_march([], by=["month", "type"], where={"type": ["Drugs", "Robbery"]}, homes={}) == [
        ("Drugs",),
        ("Robbery",),
    ]
    assert of_march([], by=["month", "lsoa"], where={"lsoa": "E9"}, homes={}) == [("E9",)]


def test_the_condition_not_recorded_is_the_group_not_recorded():
    assert of_march([], by=["month", "type"], where={"type": ""}, homes={}) == [(None,)]


def test_nothing_occurs_where_there_are_no_rows_and_no_conditions():
    assert groups([], by=["type"]) == []


def test_whole_numbers_stand_by_size_and_not_recorded_last():
    homes = {"staffordshire": {("10",), ("2",), ("1",)}}
    found = [("2021-03", (None,))]

    order = of_march(found, by=["month", "deprivation_decile"], homes=homes)

    assert order == [("1",), ("2",), ("10",), (None,)]


def test_groups_stand_in_the_order_in_which_the_breakdowns_were_asked():
    found = [("2021-03", ("Drugs", "staffordshire")), ("2021-03", ("Robbery", "staffordshire"))]

    order = groups(found, by=["type", "month", "force"], forces=("staffordshire",), homes={})

    assert [(group[0], span.label) for span, group in order] == [
        ("Drugs", "2021-03"),
        ("Drugs", "2021-04"),
        ("Robbery", "2021-03"),
        ("Robbery", "2021-04"),
    ]


def test_an_answer_too_large_to_read_is_refused_with_a_way_on():
    homes = {"staffordshire": {(f"E{number}",) for number in range(MOST_CELLS // 2 + 1)}}

    with pytest.raises(BadRequest, match=r"asks for 1,000,002 cells, more than 1,000,000. Narrow"):
        groups([], by=["month", "lsoa"], homes=homes, forces=("staffordshire",))


FORCES = st.sampled_from(["staffordshire", "west-midlands"])
TYPES = st.sampled_from(["Drugs", "Robbery", None])
AREAS = st.sampled_from(["E1", "E2", "E3", "E4", None])


@given(
    found=st.lists(st.tuples(st.sampled_from(["2021-03", "2021-04"]), FORCES, TYPES, AREAS)),
    by=st.permutations(["force", "type", "lsoa", "month"]),
)
def test_no_group_is_missing_and_none_stands_twice(found, by):
    keys = [name for name in by if name != "month"]
    counted = [
        (label, tuple({"force": force, "type": kind, "lsoa": area}[key] for key in keys))
        for label, force, kind, area in found
    ]

    filled = [(span.label, group) for span, group in groups(counted, by=by)]

    assert len(set(filled)) == len(filled)
    assert set(counted) <= set(filled)
    # Every period has the same groups, or a gap in one month would look like a missing place.
    by_span = {span.label: {g for label, g in filled if label == span.label} for span in SPANS}
    assert by_span["2021-03"] == by_span["2021-04"]
