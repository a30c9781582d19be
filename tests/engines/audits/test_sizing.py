"""How many files of which stratum: as near to the plan as whole files can be, never too many."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peelian.engines.audits.errors import WrongState
from peelian.engines.audits.models import Run, State
from peelian.engines.audits.sizing import LEAST_IN_STRATUM, Size, size_of, sizes
from peelian.engines.audits.states import MOVES, can_move, check_move

STRATA = st.dictionaries(st.sampled_from("ABCDEF"), st.integers(1, 60), min_size=1)


def test_precision_is_reckoned_with_the_length_of_the_frame():
    size = Size(half_width=0.05, expected=0.8)
    assert sizes(size, {"": 8000}) == {"": 239}
    assert sizes(size, {"": 100}) == {"": 72}


def test_a_small_stratum_still_gets_enough_to_tell_its_spread():
    wanted = sizes(Size(total=20), {"large": 500, "small": 4, "single": 1})
    assert wanted == {"large": 17, "small": 2, "single": 1}


def test_equal_parts_give_what_one_cannot_hold_to_the_others():
    wanted = sizes(Size(total=30, shared="equal"), {"a": 100, "b": 100, "c": 4})
    assert wanted == {"a": 13, "b": 13, "c": 4}


def test_quotas_are_as_they_are_said():
    assert sizes(Size(quotas={"a": 20, "c": 5}), {"a": 12, "b": 9}) == {"a": 12, "b": 0}


def test_named_records_are_not_drawn_and_without_a_size_everything_is():
    assert sizes(Size(chosen=("SS-1",)), {"": 9}) == {}
    assert sizes(Size(), {"a": 4, "b": 5}) == {"a": 4, "b": 5}


@given(strata=STRATA, total=st.integers(1, 300), equal=st.booleans())
def test_shares_add_up_and_fit(strata, total, equal):
    wanted = sizes(Size(total=total, shared="equal" if equal else "proportional"), strata)
    assert sum(wanted.values()) == min(total, sum(strata.values()))
    assert all(0 <= wanted[name] <= held for name, held in strata.items())
    if total >= sum(min(LEAST_IN_STRATUM, held) for held in strata.values()):
        assert all(wanted[name] >= min(LEAST_IN_STRATUM, held) for name, held in strata.items())


@given(strata=STRATA, total=st.integers(1, 300))
def test_a_larger_stratum_never_gets_fewer(strata, total):
    wanted = sizes(Size(total=total), strata)
    ordered = sorted(strata, key=lambda name: strata[name])
    assert all(
        wanted[less] <= wanted[more]
        for less, more in pairwise(ordered)
        if strata[less] < strata[more]
    )


@given(
    size=st.builds(
        Size,
        total=st.none() | st.integers(1, 9),
        half_width=st.none() | st.floats(0.01, 0.4),
        shared=st.sampled_from(("proportional", "equal")),
        quotas=st.dictionaries(st.text(max_size=3), st.integers(0, 9)),
        chosen=st.lists(st.text(max_size=3)).map(tuple),
    )
)
def test_a_run_keeps_the_size_as_it_was_said(size):
    assert size_of(size.as_plan) == size


class TestStates:
    def test_every_state_is_in_the_table_and_the_last_ones_lead_nowhere(self):
        assert set(MOVES) == set(State)
        assert MOVES[State.CLOSED] == MOVES[State.ABANDONED] == ()

    def test_nothing_but_a_standing_run_is_closed_from_its_plan(self):
        once, monthly = Run(ref="A-1", state="planned"), Run(ref="A-2", rhythm="month")
        monthly.state = State.PLANNED
        assert can_move(once, State.FROZEN)
        assert not can_move(once, State.CLOSED)
        assert can_move(monthly, State.CLOSED)
        assert not can_move(monthly, State.FROZEN)

    def test_a_move_that_there_is_not_is_said_in_words(self):
        with pytest.raises(WrongState, match=r"^A-1 is closed: it cannot be drawn\.$"):
            check_move(Run(ref="A-1", state="closed"), State.DRAWN)
