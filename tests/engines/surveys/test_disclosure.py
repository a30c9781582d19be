"""No arithmetic over what is told reaches a group that is too small: attacks that must fail."""

from collections import Counter
from dataclasses import replace
from itertools import chain, combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from engines.surveys.sample import SURVEY, closed, said
from peelian.engines.surveys.counting import rows_of
from peelian.engines.surveys.declared import RANDOM, Result
from peelian.engines.surveys.disclosure import TOGETHER, Person, put_together, told_apart

SMALLEST = 10


def people(*groups):
    """Blocks of (number, answer, labels…)."""
    return [
        Person((answer,), {f"by{place}": (label,) for place, label in enumerate(labels)})
        for number, answer, *labels in groups
        for _one in range(number)
    ]


def kept(found, *breakdowns):
    told = told_apart(found, breakdowns or ["by0"], SMALLEST)
    return {
        name: {label[0]: to != TOGETHER for label, to in labels.items()}
        for name, labels in told.items()
    }


def test_a_small_group_is_hidden_with_another_so_that_subtraction_finds_both_alone():
    found = people(
        (20, "yes", "a"),
        (20, "no", "a"),
        (6, "yes", "b"),
        (9, "no", "b"),
        (4, "no", "c"),
        (5, "yes", "c"),
    )
    # c has 9. With it goes b, the smallest of the others: 24 together.
    assert kept(found) == {"by0": {"a": True, "b": False, "c": False}}


def test_two_small_groups_that_are_enough_together_take_no_third():
    found = people(
        (20, "yes", "a"),
        (20, "no", "a"),
        (5, "yes", "b"),
        (6, "no", "c"),
        (12, "no", "d"),
        (3, "yes", "d"),
    )
    assert kept(found) == {"by0": {"a": True, "b": False, "c": False, "d": True}}


def test_two_small_groups_that_are_too_few_together_take_a_third():
    found = people(
        (20, "yes", "a"),
        (20, "no", "a"),
        (3, "yes", "b"),
        (2, "no", "c"),
        (9, "no", "d"),
        (9, "yes", "d"),
    )
    assert kept(found) == {"by0": {"a": True, "b": False, "c": False, "d": False}}


def test_twelve_who_all_said_the_same_are_not_told_apart():
    found = people(
        (20, "yes", "a"), (20, "no", "a"), (12, "no", "b"), (15, "yes", "c"), (1, "no", "c")
    )
    assert kept(found) == {"by0": {"a": True, "b": False, "c": False}}


def test_forty_who_all_said_the_same_are():
    found = people((20, "yes", "a"), (20, "no", "a"), (40, "no", "b"))
    assert kept(found) == {"by0": {"a": True, "b": True}}


def test_where_one_small_group_stands_beside_a_single_other_nothing_is_told():
    assert kept(people((40, "yes", "a"), (40, "no", "a"), (3, "no", "b"))) == {}


def test_a_second_breakdown_that_differs_by_a_few_people_is_left_out():
    """Officers 44; constables 40 and inspectors 15, of whom 4 are officers: 44 - 40 are told."""
    found = people(
        (20, "yes", "officer", "constable"),
        (20, "no", "officer", "constable"),
        (2, "yes", "officer", "inspector"),
        (2, "no", "officer", "inspector"),
        (8, "yes", "staff", "inspector"),
        (3, "no", "staff", "inspector"),
        (15, "yes", "staff", "none"),
        (15, "no", "staff", "none"),
    )
    assert set(kept(found, "by0", "by1")) == {"by0"}
    assert set(kept(found, "by1", "by0")) == {"by1"}


def test_two_breakdowns_that_cross_freely_are_both_told():
    found = people(
        *((15, answer, role, age) for answer in ("yes", "no") for role in "ab" for age in "cd")
    )
    assert set(kept(found, "by0", "by1")) == {"by0", "by1"}


def test_three_breakdowns_that_give_away_one_combination_are_not_all_told():
    """Each pair is safe; the three sums have one solution, in which one combination has 4."""
    found = people(
        (20, "yes", "x", "x", "x"),
        (20, "no", "x", "y", "y"),
        (2, "yes", "y", "x", "y"),
        (2, "no", "y", "x", "y"),
        (20, "yes", "y", "y", "x"),
        (20, "no", "x", "x", "x"),
        (20, "yes", "x", "y", "y"),
        (20, "no", "y", "y", "x"),
    )
    assert set(kept(found, "by0", "by1")) == {"by0", "by1"}
    assert len(kept(found, "by0", "by1", "by2")) == 2


def test_group_sizes_of_small_groups_are_told_in_one_sum():
    assert put_together({"a": 40, "b": 3, "c": 12}, 10) == {"b", "c"}
    assert put_together({"a": 40, "b": 12}, 10) == frozenset()


# Sizes on both sides of the smallest that may be told.
LABELS = st.sampled_from("abcd")
BLOCKS = st.lists(
    st.tuples(st.integers(1, 14), st.sampled_from(["yes", "no"]), LABELS, LABELS, LABELS),
    min_size=1,
    max_size=9,
)


@settings(max_examples=150, deadline=None)
@given(BLOCKS)
def test_no_difference_of_two_unions_of_told_groups_is_small(blocks):
    """The attacker adds up any groups of one breakdown and takes any of another away."""
    found = people(*blocks)
    told = told_apart(found, ["by0", "by1", "by2"], SMALLEST)
    unions = []
    for name, labels in told.items():
        members = {}
        for number, one in enumerate(found):
            members.setdefault(labels[one.labels[name]], set()).add(number)
        parts = list(members.values())
        assert all(len(part) >= SMALLEST for part in parts)
        picks = chain.from_iterable(combinations(parts, size) for size in range(1, len(parts) + 1))
        unions += [frozenset().union(*pick) for pick in picks]
    for one in set(unions):
        for other in set(unions):
            if other < one:
                assert len(one - other) >= SMALLEST


def test_counts_of_a_group_add_up_to_those_of_everybody():
    replies = (
        said(20, happy="yes", role="officer", age="old")
        + said(20, happy="no", role="officer", age="young")
        + said(8, happy="no", role="staff", age="old")
        + said(8, happy="yes", role="chief", age="young")
        + said(3, happy="yes")
    )
    rows = [row for row in rows_of(SURVEY, closed(), replies) if row.question == "happy"]
    by_role = Counter()
    for row in rows:
        if row.grouped_by == "role":
            by_role[row.group] += row.stands_for
    assert by_role == {"officer": 40, None: 19}
    assert sum(row.stands_for for row in rows if row.grouped_by == "") == 59


def test_strata_of_a_random_sample_are_put_together_like_groups():
    held = closed(design=RANDOM, strata={"north": 400, "south": 500, "moor": 30, "fen": 20})
    replies = (
        said(30, stratum="north", happy="yes")
        + said(10, stratum="north", happy="no")
        + said(20, stratum="south", happy="yes")
        + said(20, stratum="south", happy="no")
        + said(7, stratum="moor", happy="yes")
        + said(5, stratum="fen", happy="no")
    )
    rows = [row for row in rows_of(SURVEY, held, replies) if row.question == "happy"]
    assert {(row.stratum, row.stratum_size, row.stratum_drawn) for row in rows} == {
        ("north", 400, 40),
        ("south", 500, 40),
        ("Put together", 50, 12),
    }


ROLES = st.sampled_from([None, "officer", "staff", "chief", "refused"])
REPLIES = st.lists(
    st.tuples(
        st.integers(1, 25),
        st.sampled_from([None, "yes", "no"]),
        ROLES,
        st.sampled_from([None, "young", "old"]),
        st.sampled_from(["north", "south", "moor"]),
    ),
    max_size=10,
)


@settings(max_examples=100, deadline=None)
@given(REPLIES, st.booleans())
def test_whatever_is_answered_no_kept_group_is_small_and_nobody_is_lost(blocks, by_lot):
    sizes = {"north": 900, "south": 500, "moor": 400} if by_lot else {}
    held = closed(strata=sizes, **({"design": RANDOM} if by_lot else {}))
    replies = []
    for number, happy, role, age, stratum in blocks:
        given_ = {"happy": happy, "role": role, "age": age}
        answers = {key: answer for key, answer in given_.items() if answer}
        replies += said(number, stratum=stratum if by_lot else "", **answers)
    rows = rows_of(SURVEY, held, replies)

    assert not rows or len(replies) >= held.smallest
    told, everybody = Counter(), Counter()
    for row in rows:
        if row.grouped_by:
            told[row.question, row.grouped_by, row.group, row.stratum] += row.stands_for
        else:
            everybody[row.question] += row.stands_for
        assert row.grouped_by != row.question
    assert all(number >= held.smallest for number in told.values())
    assert all(everybody[name] == len(replies) for name in everybody if name != "why_not")
    assert len({row.record_id for row in rows}) == len(rows)
    if by_lot:
        parts = {(row.question, row.stratum): row.stratum_size for row in rows}
        assert all(size >= 400 for size in parts.values())


def test_twelve_who_all_take_one_side_are_not_told_apart():
    """0 of 12 agree, whether they disagree or strongly disagree."""
    scale = Result("happy", "why_not", ("pay", "hours"), "Either", "named one", "How many?")
    survey = replace(SURVEY, results=(scale,))
    replies = (
        said(6, happy="no", why_not="pay", role="staff")
        + said(6, happy="no", why_not="hours", role="staff")
        + said(20, happy="no", why_not="pay", role="officer")
        + said(20, happy="no", why_not="dont-know", role="officer")
    )
    rows = rows_of(survey, closed(), replies)
    assert {row.group for row in rows if row.question == "why_not" and row.grouped_by} == set()
    assert any(row.question == "why_not" for row in rows)
