"""Totals against their parts: what adds up, what cannot, and what nobody may add."""

import pytest

from engines.publishing.checker.claims.told import told, verdicts
from peelian.engines.publishing.checker.claims.sums import sums

POSTS = (
    "At the time of our inspection, the force had {} designated level 2 constable posts. But the "
    "force told us it only had {} level 2 constables in post, with {} of the remaining posts being "
    "filled with constables who are only qualified to level 1, and {} of the posts vacant."
)


def refused(text):
    return [one for one in told(sums.find, text) if one.verdict.value == "does not follow"]


def agreed(text):
    return [one for one in told(sums.find, text) if one.verdict.value == "agrees"]


def test_posts_held_filled_and_vacant_make_all_posts():
    (found,) = told(sums.find, POSTS.format(307, 127, 115, 65))
    assert found.verdict.value == "agrees"
    assert found.computed == "127 + 115 + 65 is 307"
    assert found.allowed == "307"


@pytest.mark.parametrize(
    ("posts", "made"),
    [
        ((317, 127, 115, 65), "127 + 115 + 65 is 307"),
        ((307, 217, 115, 65), "217 + 115 + 65 is 397"),
        ((307, 127, 119, 65), "127 + 119 + 65 is 311"),
        ((307, 127, 115, 56), "127 + 115 + 56 is 298"),
        ((703, 127, 115, 65), "127 + 115 + 65 is 307"),
    ],
)
def test_one_changed_figure_of_four_is_found(posts, made):
    (found,) = told(sums.find, POSTS.format(*posts))
    assert (found.verdict.value, found.computed) == ("does not follow", made)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (
            "A total of 812 calls were taken, made up of 500 from victims, 212 from relatives and "
            "100 from others.",
            "500 + 212 + 100 is 812",
        ),
        (
            "There are 95 officers: 60 constables, 25 sergeants and 10 inspectors.",
            "60 + 25 + 10 is 95",
        ),
        ("Of the 120, 80 were late and the other 40 were early.", "80 + 40 is 120"),
        (
            "Twelve cases were closed: seven were upheld, four were not and one was withdrawn.",
            "seven + four + one is 12",
        ),
        (
            "The force has 1,905 officers, 1,288 staff and 97 specials: 3,290 people in all.",
            "1,905 + 1,288 + 97 is 3,290",
        ),
        ("Of 31 trainees 4 failed, 25 passed and 2 withdrew.", "4 + 25 + 2 is 31"),
        (
            "The budget is £41.2m, of which £30.1m is for pay and £6.0m for cars; the rest, £5.1m, "
            "is for fuel.",
            "£30.1m + £6.0m + £5.1m is £41.2 million",
        ),
        (
            "Of 640 arrests, 212 were for drugs, including 148 for possession, and 428 were for "
            "theft.",
            "212 + 428 is 640",
        ),
        (
            "Of all searched, 17% were under 18, 38% were between 18 and 24, and 45% were older.",
            "17% + 38% + 45% is 100 per cent",
        ),
        ("The unit has 40 posts, but only 31 are filled, leaving nine vacant.", "31 + nine is 40"),
        (
            "In the year 214 officers joined and 187 left, so that strength rose by 27.",
            "214 - 187 is 27",
        ),
    ],
)
def test_parts_that_make_their_total(text, made):
    assert made in [one.computed for one in agreed(text)]
    assert refused(text) == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The 23 posts were made up of 14 constables, 6 sergeants and 4 inspectors.", "23"),
        ("There are 95 officers: 60 constables, 25 sergeants and 15 inspectors.", "95"),
        ("All 27 deaths were reviewed: those of 15 men and 13 women.", "27"),
        ("Of the 3,180 calls, 1,950 came by day and 1,320 by night.", "3,180"),
        ("Of the 96 vans in the fleet 57 run on petrol; the remaining 49 are diesel.", "49"),
        (
            "The hub had 540 cases this quarter and took 378 of them. The remaining 172 were not.",
            "172",
        ),
        ("The vote was 12 for and 9 against, making 23 votes in all.", "23"),
        (
            "Half of it (50%) is a grant, 27% is tax and 19% fees; there is no other source.",
            "19%",
        ),
        (
            "Seventy-two per cent of callers were content; the other 38 per cent were not.",
            "38 per cent",
        ),
        (
            "Of every pound, 62p is spent on officers, 24p on staff and 18p on everything else.",
            "18p",
        ),
        ("Spending of £6.4bn consists of £3.9bn in grants and £2.9bn raised locally.", "£6.4bn"),
        ("The three grants, worth £85, £120 and £62, bring the total paid to £276.", "£276"),
        ("The work is split 60/30 between the two.", "30"),
        ("The grant was divided 70:20 between force and council.", "20"),
        ("The panel saw 30 cases, 18 of which were closed; the other 22 went to court.", "22"),
        ("Of 120 complaints, 45 were upheld, 60 were not upheld and 25 were withdrawn.", "120"),
        ("Offences: theft 212, assault 120 and fraud 68, a total of 420.", "420"),
        ("We examined 90 files, 55 from the north and 45 from the south.", "90"),
        (
            "We took 120 calls in June, 119 in July and 125 in August: 374 over the summer.",
            "374",
        ),
        ("In all, 45 of the 40 files were poor.", "45"),
        ("Of the 40 files, 45 were poor.", "45"),
        ("In the year 316 nurses joined and 289 left, ending with 37 more nurses.", "37"),
        ("Of 120 people, 80 were told and 45 were not.", "120"),
    ],
)
def test_parts_that_cannot_make_their_total(text, figure):
    assert figure in [one.printed for one in refused(text)]


@pytest.mark.parametrize(
    "text",
    [
        # Groups that overlap, several answers, a selection.
        "Of the 90 complaints, 52 concerned conduct and 47 concerned delay; some concerned both.",
        "They could choose more than one: of 400 parents, 260 named speeding and 220 litter.",
        "Our survey had 400 replies: 260 named speeding, 220 litter and 140 drugs.",
        "The 1,890 incidents included 710 burglaries and 430 robberies.",
        "We interviewed 48 people, including 12 sergeants and 8 inspectors.",
        "There were 300 searches, such as 20 for knives and 10 for guns.",
        # A part without a number.
        "Most said yes, 20% said no and the remaining 8% were unsure.",
        "There are 15 posts: 4 for sergeants, 6 for constables and some for staff.",
        # Bases that differ.
        "Some 60% of men and 50% of women agreed.",
        "Fifty-eight per cent were women and 42 per cent men; 21 per cent were under 18.",
        # Rounding.
        "Sickness cost £2.1m: £1.3m for short spells and £0.7m for long ones.",
        "By age, 23% were under 25, 41% were 25 to 44, 24% were 45 to 64 and 13% older.",
        "Grants of £1.2 million, £0.8 million and £0.4 million brought in £2.5 million altogether.",
        "Some 12,300 people came: about 8,000 by car and about 4,000 on foot.",
        # Counts of other things.
        "The 12 stations were open for 40 hours: 8 on Monday, 8 on Tuesday and 24 on other days.",
        "We visited 12 stations and 14 schools, making a total of 400 visits.",
        "There were 30 crashes: 12 drivers, 8 passengers and 6 pedestrians died.",
        "The force has 300 officers. It took on 40 officers; the remaining 12 vacancies are open.",
        "Of the 96 cars 57 run on petrol, and a third of the remaining 39 are electric.",
        "In the north, 14 of 20 shops are open. The other 12 shops in the county are closed.",
        "We took 340 calls on Monday and 280 on Tuesday; the remaining 400 calls came later.",
        "The norm is 2.92. The content is 2.59, and the remaining -1.09 is the response.",
        "We met 12 constables, 8 sergeants and 6 inspectors.",
        "The force had 12 dogs. Three retired and four were bought, which left 13.",
        "The two teams took 12 and 14 calls an hour: 20 over the target of six.",
        "The inspectorate made two findings. In the other 42 forces it made none.",
        "Satisfaction rose by 12% to 72%, and the remaining 20% of the target is due next year.",
    ],
)
def test_what_nobody_may_add_is_not_refused(text):
    assert refused(text) == []


def test_two_parts_far_below_their_total_may_be_a_selection():
    assert refused("There were 120 arrests: 45 for drugs and 30 for weapons.") == []
    assert refused("There was a total of 120 arrests: 45 for drugs and 30 for weapons.") != []


def test_rounding_is_told_as_a_range():
    (found,) = agreed("Sickness cost £2.1m: £1.3m for short spells and £0.7m for long ones.")
    assert found.computed == "£1.3m + £0.7m is £2 million"
    assert found.allowed == "£1.9 million to £2.1 million"


def test_total_and_parts_are_marked_with_the_total_first():
    text = "There are 95 officers: 60 constables and 35 sergeants."
    (found,) = told(sums.find, text)
    assert [text[start:end] for start, end in found.marks] == ["95", "60", "35"]


def test_list_below_its_total():
    text = "We made {} recommendations:\n- 31 to chief constables\n- 17 to the college\n- 12 to us"
    assert verdicts(sums.find, text.format(60)) == [("60", "agrees")]
    assert verdicts(sums.find, text.format(58)) == [("58", "does not follow")]


def test_total_below_its_list():
    text = "Stops by group:\n- A: 130 stops\n- B: 160 stops\n- C: 40 stops\nTotal stops: {}"
    assert verdicts(sums.find, text.format(330)) == [("330", "agrees")]
    assert verdicts(sums.find, text.format(303)) == [("303", "does not follow")]


def test_total_of_the_next_list_is_not_that_of_the_list_above():
    text = (
        "Total income: £500\n- Gifts: £300\n- Grants: £200\n"
        "Total spending: £450\n- Medicine: £400\n- Fuel: £50"
    )
    assert verdicts(sums.find, text) == [("£500", "agrees"), ("£450", "agrees")]


def test_list_inside_a_list_has_a_total_of_its_own():
    text = "Spending: £900\n- Goods: £700, namely\n  - Food: £400\n  - Fuel: £200\n- Wages: £200"
    assert verdicts(sums.find, text) == [("£900", "agrees"), ("£700", "does not follow")]


def test_percentages_of_a_list_with_others_make_a_hundred():
    text = "The cases ended as follows:\n- charged: 12.4%\n- cautioned: 40.1%\n- other: {}%"
    assert verdicts(sums.find, text.format("47.5")) == [("47.5%", "agrees")]
    assert verdicts(sums.find, text.format("49.5")) == [("49.5%", "does not follow")]


def test_percentages_of_answers_in_a_list_need_not_make_a_hundred():
    text = "They named these reasons:\n- cost: 62%\n- time: 41%\n- distance: 30%"
    assert refused(text) == []
