"""Lists whose total is told sentences before, and lists of which each could choose one."""

import pytest

from engines.publishing.checker.claims.told import verdicts
from peelian.engines.publishing.checker.claims.sums import sums

FALSE = "does not follow"
SAVINGS = "\n- contracts: £2.6 million\n- services: £1.9 million\n- buildings: £{} million"
WAYS = "\n- car: {}%\n- bus: 31%\n- bicycle: 10%\n- on foot: 7%"
OPENINGS = [
    "We must find savings of £6.2 million. We have tried to be fair. The savings are:",
    "We must find savings of £6.2 million, or 4% of spending. These savings are:",
    "We found £6.2 million in savings. The savings were:",
    "The plan makes £6.2 million of savings. Our savings are:",
    "Last month the board agreed savings of £6.2 million. Those savings are:",
]
ONE_ANSWER = [
    "Everyone was asked to choose one answer from a list:",
    "How do you travel? Please tick one box:",
    "People could select one way to travel:",
    "Each visitor gave one answer only:",
    "We asked people to pick one:",
]


@pytest.mark.parametrize("opening", OPENINGS)
def test_a_total_named_sentences_before(opening):
    assert FALSE not in _said(opening + SAVINGS.format("1.7"))
    assert FALSE in _said(opening + SAVINGS.format("2.7"))


@pytest.mark.parametrize(
    "opening",
    [
        "We must find savings of £6.2 million. The main savings are:",
        "We must find savings of £6.2 million. Next year's savings are:",
        "We must find savings of £6.2 million, after savings of £5.1 million. The savings are:",
        "We must find savings of £6.2 million. The risks are:",
        "We must find savings of £6.2 million, including some below. The savings are:",
    ],
)
def test_another_total(opening):
    assert FALSE not in _said(opening + SAVINGS.format("2.7"))


@pytest.mark.parametrize("opening", ONE_ANSWER)
def test_one_answer_each(opening):
    assert FALSE not in _said(opening + WAYS.format(52))
    assert FALSE in _said(opening + WAYS.format(62))


@pytest.mark.parametrize(
    "opening",
    [
        "How do you travel? Tick one or more:",
        "How do you travel? You could choose one answer or several:",
        "Asked to choose one answer, the share of each group for it was:",
        "Asked to pick one, these said yes by age:",
        "How do you travel?",
    ],
)
def test_several_answers_or_groups(opening):
    assert FALSE not in _said(opening + WAYS.format(62))


@pytest.mark.parametrize(
    ("above", "items"),
    [
        ("The number rose to 18,900.\nThey came in three ways:",
         ("10,206 (54%)", "5,970 (30%)", "3,024 (16%)")),
        ("We issued 4,800 permits.\nBy zone, they were:",
         ("2,400 (50%)", "1,950 (35%)", "720 (15%)")),
        ("We issued 4,800 permits. The zones are large.\nBy zone:",
         ("2,400 (50%)", "1,680 (35%)", "270 (15%)")),
        ("A total of 640 people came. Not all came by car:",
         ("320 (50%)", "260 (30%)", "128 (20%)")),
        ("In all, 900 calls were taken by the team.\nThey were about:",
         ("450 (50%)", "117 (30%)", "180 (20%)")),
    ],
)  # fmt: skip
def test_one_count_of_a_list_is_no_share_of_the_number_above_it(above, items):
    listed = "".join(f"\n- part {letter}: {one}" for letter, one in zip("abc", items, strict=True))

    assert FALSE in _said(above + listed)


@pytest.mark.parametrize(
    ("above", "items"),
    [
        ("We had 2,000 replies from 9,000 homes.\nThe replies:",
         ("1,000 (50%)", "600 (30%)", "400 (20%)")),
        ("We asked 2,000 people.\nThose who answered said:",
         ("900 (50%)", "540 (30%)", "360 (20%)")),
        ("We asked 2,000 people.\nThose who answered said:",
         ("1,000 (40%)", "600 (40%)", "400 (20%)")),
        ("We asked about 4,800 people.\nBy zone:",
         ("2,400 (50%)", "1,950 (35%)", "720 (15%)")),
        ("We issued 4,800 permits.\nShares that have lapsed:",
         ("2,400 (50%)", "1,950 (35%)", "720 (45%)")),
    ],
)  # fmt: skip
def test_lists_that_may_be_of_something_else(above, items):
    listed = "".join(f"\n- part {letter}: {one}" for letter, one in zip("abc", items, strict=True))

    assert FALSE not in _said(above + listed)


def _said(text):
    return [said for _, said in verdicts(sums.find, text)]
