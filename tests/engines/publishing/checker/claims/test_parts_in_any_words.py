"""A whole and its parts in whatever words: of whom, with, made up of, the other, the remaining."""

import pytest

from engines.publishing.checker.claims.told import assert_told_apart, verdicts
from peelian.engines.publishing.checker.claims.sums.sums import find

COMPLETED = [
    (
        "The estate comprises {} buildings, six of them listed and the other seven modern.",
        "13",
        "15",
    ),
    ("Of the {} libraries, seven open daily and the other six at weekends only.", "13", "15"),
    (
        "Of the 13 libraries, seven open daily and the remaining {} at weekends only.",
        "six",
        "eight",
    ),
    (
        "The county runs 13 libraries. Seven open daily; the other {} open at weekends only.",
        "six",
        "eight",
    ),
    (
        "Of the {} councillors, 31 are independents, 18 are liberals and the remaining 11 are "
        "greens.",
        "60",
        "62",
    ),
    (
        "There are {} seats on the council, of which 31 are held by independents, 18 by liberals "
        "and the other 11 by greens.",
        "60",
        "62",
    ),
    (
        "The parish has 2,400 homes; 1,500 are owned, 600 rented and the remaining {} empty.",
        "300",
        "200",
    ),
    ("Of 2,400 homes 1,500 are owned and 600 rented, which leaves {} empty.", "300", "200"),
    (
        "The prison holds {} people, 410 of whom are sentenced while the other 250 are on remand.",
        "660",
        "700",
    ),
]


@pytest.mark.parametrize(("text", "right", "wrong"), COMPLETED)
def test_the_last_part_is_all_the_others(text, right, wrong):
    assert_told_apart(find, text, right, wrong)


LISTED = [
    ("The fleet of {} vehicles is made up of 410 cars, 165 vans and 95 motorcycles.", "670", "640"),
    ("The fleet has {} vehicles, made up of 410 cars, 165 vans and 95 motorcycles.", "670", "640"),
    ("The {} vehicles were split between 410 cars, 165 vans and 95 motorcycles.", "670", "640"),
    ("There were {} claims (410 accepted, 165 rejected and 95 withdrawn).", "670", "640"),
    ("The 17 women and 14 men made {} in all.", "31", "34"),
    ("17 women and 14 men were chosen, making a group of {}.", "31", "34"),
    (
        "Income of {} was made up of £51 million in fees, £25 million in grants and £12 million in "
        "donations.",
        "£88 million",
        "£94 million",
    ),
    (
        "Fees of £51 million, grants of £25 million and donations of £12 million gave total income "
        "of {}.",
        "£88 million",
        "£94 million",
    ),
    (
        "The unit has {} staff, made up of 14 investigators, eight analysts and three managers.",
        "25",
        "27",
    ),
    ("The {} councillors comprise 31 independents, 18 liberals and 11 greens.", "60", "62"),
    ("The council's {} members are 31 independents, 18 liberals and 11 greens.", "60", "62"),
    ("{} councillors – 31 independents, 18 liberals and 11 greens – voted.", "60", "62"),
    ("Independents hold 31 seats, liberals 18 and greens 11, giving a total of {}.", "60", "62"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), LISTED)
def test_a_full_list(text, right, wrong):
    assert_told_apart(find, text, right, wrong)


MEASURED = [
    ("Seven in ten ({}%) agree with the plan (39% strongly/29% somewhat).", "68", "78"),
    ("Nearly half ({}%) disagree (22% strongly, 23% somewhat).", "45", "55"),
    (
        "{}% of the public says that the plan should definitely (24%) or probably (20%) go ahead.",
        "44",
        "54",
    ),
    ("A total of {}% were satisfied (28% very and 34% fairly satisfied).", "62", "72"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), MEASURED)
def test_a_share_and_how_strongly(text, right, wrong):
    assert_told_apart(find, text, right, wrong)


WITH = [
    ("The clinic has {} rooms, with 31 on the first floor and 34 on the second floor.", "65", "60"),
    ("The court heard {} cases, with 410 upheld, 165 dismissed and 95 withdrawn.", "670", "640"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), WITH)
def test_parts_that_exclude_each_other_are_no_more_than_their_whole(text, right, wrong):
    assert (right, "does not follow") not in verdicts(find, text.format(right))
    assert (wrong, "does not follow") in verdicts(find, text.format(wrong))


HONEST = [
    "The firm has 640 shops, with 410 in England, 165 in Scotland and 95 in Glasgow.",
    "17 women and 14 men were chosen, making an average of 34 a day.",
    "The 17 women and 14 men made 34 visits in all.",
    "68% agree, up from 60% (39% strongly, 29% somewhat).",
    "In the north 68% agreed and in the south 50% (39% strongly, 29% somewhat in the north).",
    "Of 640 claims, 410 were accepted, 165 were rejected and 95 were later withdrawn.",
    "The prison holds 660 people, 300 of whom are women while the other 200 women are free.",
    "The hospital has 640 beds, with 410 occupied on Monday, 395 on Tuesday and 402 on Friday.",
    "The school has 640 pupils, with 410 on free meals, 165 with special needs and 95 in care.",
    "The force has 640 officers, with 410 in Leeds and 300 trained in first aid.",
    "The board consists of 15 members, three of them women and five from abroad.",
    "A total of 1,870 people were hurt, of whom 1,298 were men and another 312 children.",
    "Of the 13 libraries, seven open daily and the other towns have none.",
    "The town has 13 libraries; nine open daily, while the other 40 in the county open at weekends "
    "only.",
    "In a town of 62,000, 3.8 for each 1,000 children aged under five were injured, 45 in all.",
    "Crews attended 2,205 fires and 1,050 false alarms, 3.8 for each 1,000 of the dwellings in the "
    "region.",
    "The motion was put to 400 members, with 250 voting for it, 120 against and 95 speaking.",
    "Officers made 200 arrests, with 120 for theft, 75 for assault and 60 for both.",
    "60 staff work in three places, with 30 in Leeds, 25 in York and 10 in both.",
    "The unit has 20 staff: 14 in Leeds, eight in York, two of whom work in both.",
    "Of the 13 libraries, seven open daily, four at weekends and the remaining two are closed.",
    "Take 456 kg of waste, of which 182 kg was recycled and 273 kg was not.",
    "58% women and 48% men had a car.",
    "Top of the table are the Reds with 60 pts, 49 goals for, 31 against.",
    "The town is split on the plan, with 49% giving it a good mark, while 48% give it a bad one.",
    "(yes 7 | head -11; echo 1) | sort",
    "Found a sign (at char 4), (line:1, col:5).",
]


@pytest.mark.parametrize("text", HONEST)
def test_numbers_that_are_no_parts_of_one_whole_are_let_be(text):
    assert "does not follow" not in [verdict for _, verdict in verdicts(find, text)]
