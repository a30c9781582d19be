"""Whether the list falls more often on one group, with nobody singled out by the answer."""

import pytest

from peelian.engines.oversight.groups import check_groups


def force(**sizes):
    """Staff by group: White=900 gives White-0 to White-899."""
    return {
        f"{group}-{n}": None if group == "unknown" else group
        for group, size in sizes.items()
        for n in range(size)
    }


def first(group, count):
    return [f"{group}-{n}" for n in range(count)]


def test_a_group_that_is_listed_three_times_as_often():
    """30 of 1,000 beside 9 of 100: 3 times, 95% interval 1.4 to 6.3 by the log method."""
    check = check_groups([*first("White", 30), *first("Asian", 9)], force(White=1000, Asian=100))
    asian, white = check.groups

    assert (asian.group, asian.listed, asian.size) == ("Asian", 9, 100)
    assert asian.ratio == pytest.approx(3.0)
    assert (round(asian.interval.lower, 1), round(asian.interval.upper, 1)) == (1.4, 6.3)
    assert (white.group, white.ratio) == ("White", None)
    assert check.compared_with == "White"
    assert check.clear == ("Asian",)
    assert check.by_chance == 0.05
    assert check.says == (
        "Beside White, on the list: Asian 3.0 times as often (1.4 to 6.3). Chance alone would show "
        "0.1 such groups. Find out which signals do it."
    )


def test_what_chance_explains_is_not_called_clear_and_not_called_fair():
    check = check_groups([*first("White", 30), *first("Asian", 4)], force(White=1000, Asian=100))

    assert check.clear == ()
    assert "not proof" in check.says


def test_being_listed_less_often_is_said_too():
    check = check_groups([*first("White", 300), *first("Asian", 5)], force(White=1000, Asian=100))

    assert check.clear == ("Asian",)


def test_several_alerts_about_one_member_count_once():
    check = check_groups(["White-0", "White-0"], force(White=20, Asian=20))

    assert check.groups[1].listed == 1


def test_small_groups_are_not_shown_and_cannot_be_taken_off_a_total():
    """Nine are too few; with only one group hidden, the next smallest is hidden beside it."""
    check = check_groups(
        [*first("White", 30), *first("Black", 2), *first("Mixed", 1)],
        force(White=1000, Asian=100, Black=40, Mixed=9),
    )
    asian, black, mixed, white = check.groups

    assert (mixed.hidden, black.hidden) == (True, True)
    assert (mixed.size, mixed.listed, mixed.rate, mixed.ratio) == (None, None, None, None)
    assert (asian.hidden, white.hidden) == (False, False)


def test_two_small_groups_hide_each_other():
    check = check_groups([], force(White=1000, Asian=100, Black=5, Mixed=9))

    assert [row.hidden for row in check.groups] == [False, True, True, False]


def test_a_group_of_ten_is_shown():
    check = check_groups([], force(White=1000, Asian=10))

    assert check.groups[0].size == 10


def test_those_not_recorded_are_counted_and_bound_the_ratio():
    """9 of 100 beside 30 of 1,000, and 6 listed of whom nobody knows: from 2.5 to 5 times."""
    check = check_groups(
        [*first("White", 30), *first("Asian", 9), *first("unknown", 6)],
        force(White=1000, Asian=100, unknown=50),
    )

    assert (check.unknown.listed, check.unknown.size) == (6, 50)
    assert check.groups[0].bounds == pytest.approx((2.5, 5.0))


def test_who_is_on_no_list_of_staff_is_not_recorded():
    check = check_groups(["stranger"], force(White=20))

    assert (check.unknown.listed, check.unknown.size) == (1, 1)


def test_nobody_listed_in_a_group_gives_no_ratio_and_says_why():
    check = check_groups(first("White", 3), force(White=100, Asian=50))

    assert check.groups[0].ratio is None
    assert "no events" in check.groups[0].note


def test_no_group_recorded_of_anybody():
    check = check_groups(["a"], {"a": None, "b": None})

    assert (check.groups, check.unknown.size) == ((), 2)
    assert check.says == "No group is recorded of anybody."


@pytest.mark.parametrize("group", ["Green", "Mixed"])
def test_a_group_to_compare_with_that_is_too_small(group):
    with pytest.raises(ValueError, match="Compare with a larger group: Asian, Mixed, White"):
        check_groups([], force(White=10, Asian=10, Mixed=9), compared_with=group)
