"""Amounts told twice: by the year and by the week, in all and for each, left and as a margin."""

import pytest

from engines.publishing.checker.claims.told import told, verdicts
from peelian.engines.publishing.checker.claims.money import each, weekly
from peelian.engines.publishing.checker.claims.sums import profits

AGREES, FALSE = "agrees", "does not follow"

WEEKLY = [
    ("This is a rise of £80.84 over the year. For a band D home it amounts to an extra £{} a week.",
     "1.55", "2.55"),
    ("The fee is £120 per year, which works out at £{} per month.", "10", "12"),
    ("The annual fee of £520 is equivalent to £{} a week.", "10", "15"),
    ("Rents rose by £260 a year. That is £{} a week for each tenant.", "5", "6"),
    ("The charge is £365 a year, which is £{} a day.", "1", "2"),
]  # fmt: skip
EACH = [
    ("We made 1,250 grants to families, more than the 1,000 of last year. Together the grants were "
     "worth £312,500, an average of £{} for each family.", "250", "350"),
    ("We lent money to 80 small firms. In total they received £640,000, an average of £{} per "
     "firm.", "8,000", "9,000"),
    ("The trust made 40 loans. The loans came to £90,000, an average of £{} each.",
     "2,250", "3,250"),
    ("We bought 16 vans. Altogether the vans cost £480,000, an average of £{} per van.",
     "30,000", "36,000"),
    ("There were 50 awards. These awards totalled £75,000, an average of £{} each.",
     "1,500", "1,900"),
]  # fmt: skip
MARGINS = [
    ("Operating costs came to £73.0 million. That left a surplus of £19.0 million, a margin of "
     "{}%.",
     "21", "25"),
    ("Total expenditure was £4.2 million, leaving a surplus of £0.6 million, or {}% of income.",
     "12.5", "18"),
    ("Costs totalled £310,000. This left a profit of £90,000 ({}%).", "22.5", "32.5"),
    ("Our costs were £8.1 million, which left a surplus of £0.9 million, equal to {}% of turnover.",
     "10", "15"),
    ("Running costs reached £600,000. This gave a profit of £200,000, a margin of {}%.",
     "25", "35"),
]  # fmt: skip
SURPLUSES = [
    ("We spent £3.42 million. Most went on people.\n"
     "Set against our income of £3.60 million, this left a surplus of £{} million for the year.",
     "0.18", "0.28"),
    ("Total expenditure was £812,000. Staff were the largest cost.\n"
     "Against income of £850,000, this left a surplus of £{}.", "38,000", "48,000"),
]  # fmt: skip
CASES = [
    *((weekly.find, *one) for one in WEEKLY),
    *((each.find, *one) for one in EACH),
    *((profits.find, *one) for one in MARGINS),
    *((profits.find, *one) for one in SURPLUSES),
]


@pytest.mark.parametrize(("find", "text", "right", "wrong"), CASES)
def test_one_amount_follows_from_the_other(find, text, right, wrong):
    for figure, verdict in ((right, AGREES), (wrong, FALSE)):
        ((printed, said),) = verdicts(find, text.format(figure))
        assert figure in printed
        assert said == verdict


@pytest.mark.parametrize(
    ("find", "text"),
    [
        (weekly.find, "Members pay £90 a year or £9 a month by direct debit."),
        (weekly.find, "The pass costs £600 a year, or £60 a month in instalments."),
        (weekly.find, "Staff earn £26,000 a year. The rise comes to £25 a week."),
        (weekly.find, "Staff earn £26,000 a year and the rise is equivalent to £25 a week."),
        (weekly.find, "Annual rent is £6,000. That is £50 a month more than last year."),
        (each.find, "We made 90 grants. The largest grants cost £3,000, an average of £347 each."),
        (each.find, "We fined 60 men. The fines for speeding cost £900, an average of £50 each."),
        (each.find, "We made 25 grants. The grants cost £3,000, an average of £250 a month."),
        (each.find, "We made 25 grants to 9 clubs. They cost £900, an average of £100 per club."),
        (profits.find, "Costs were £73m. That left a surplus of £23m, 25% up on last year."),
        (profits.find, "Costs were £73m. That left a surplus of £23m, or 25% more than in 2020."),
        (profits.find, "Costs were £73m. That left a surplus of £23m, equal to 32% of costs."),
        (profits.find, "Costs were £73m. After tax that left a surplus of £12m, a margin of 12%."),
        (profits.find, "We spent £3.42m on help. It was well spent.\n"
         "Set against our income of £3.60m, this left a surplus of £0.28m."),
        (profits.find, "Fuel costs were £3.42m. It was a hard winter.\n"
         "Set against our income of £3.60m, this left a surplus of £0.28m."),
    ],
)  # fmt: skip
def test_other_amounts_are_not_held_against_each_other(find, text):
    assert FALSE not in [said for _, said in verdicts(find, text)]


def test_the_reckonings_are_told():
    (found,) = told(weekly.find, WEEKLY[0][0].format("2.55"))
    assert (found.computed, found.allowed) == ("£80.84 a year is £1.55 a week", "£1.55")
    (found,) = told(each.find, EACH[0][0].format("350"))
    assert found.computed == "£312,500 over 1,250 is £250"
    (found,) = told(profits.find, MARGINS[0][0].format("25"))
    assert found.computed == "£19.0 million of £92 million that came in is 20.65 per cent"
