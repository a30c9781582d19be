"""Parts at a percentage of a whole that is only named: what whole do they imply?"""

import pytest

from engines.publishing.checker.claims.told import told
from peelian.engines.publishing.checker.claims.shares.implied_totals import find

FIRST = "The 127 sergeants are 38 percent of all sergeants."
ALONE = "We met 94 sergeants (29 percent of all sergeants)."


def test_one_such_part_tells_its_whole_and_cannot_be_checked():
    (one,) = told(find, ALONE)

    assert one.verdict == "cannot be checked"
    assert one.computed == "94 at 29 percent is of 319 to 329"
    assert one.because == "the report does not print the total"


def test_two_parts_of_one_whole_agree_where_a_total_fits_both():
    text = f"{FIRST} Another 94 sergeants (28 percent of all sergeants) are new."

    assert told(find, text)[-1].computed == (
        "94 at 28 percent is of 330 to 341; a total of 330 to 338 fits all that is said of it"
    )
    assert told(find, text)[-1].verdict == "agrees"


@pytest.mark.parametrize("percent", ["29 percent", "21 percent"])
def test_two_parts_of_one_whole_contradict_each_other_where_no_total_fits(percent):
    text = f"{FIRST} Another 94 sergeants ({percent} of all sergeants) are new."

    last = told(find, text)[-1]

    assert (last.printed, last.verdict) == (percent, "does not follow")
    assert last.because == "no one total fits both"


def test_parts_of_different_wholes_have_nothing_to_do_with_each_other():
    text = f"{FIRST} Another 94 inspectors (21 percent of all inspectors) are new."

    assert {one.verdict for one in told(find, text)} == {"cannot be checked"}


def test_parts_in_different_passages_are_not_compared():
    text = f"{FIRST}\nAnother 94 sergeants (21 percent of all sergeants) are new."

    assert {one.verdict for one in told(find, text)} == {"cannot be checked"}


def test_a_softened_part_implies_a_wider_whole():
    text = f"{FIRST} About 94 sergeants (29 percent of all sergeants) are new."

    assert told(find, text)[-1].verdict == "agrees"
