"""What came in, what went out and what is left: surpluses, deficits, underspends, remainders."""

import pytest

from engines.publishing.checker.claims.told import told, verdicts
from peelian.engines.publishing.checker.claims.sums import balances, sums

AGREES, FALSE = "agrees", "does not follow"

BALANCES = [
    ("The budget was £2.45 million and we spent £2.31 million, an underspend of £{}.", "140,000"),
    ("We spent £61.4m against a budget of £60.2m, an overspend of £{}m.", "1.2"),
    ("Income was £512,300. Expenditure was £498,100. The year closed with a surplus of £{}.",
     "14,200"),
    ("Exports came to $88.4 billion and imports to $97.1 billion, a deficit of ${} billion.",
     "8.7"),
    ("Let for £3.1 million, the works ended up costing £4.4 million, an overspend of £{} million.",
     "1.3"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "left"), BALANCES)
def test_the_difference_of_two_sides(text, left):
    wrong = {"140,000": "410,000", "14,200": "41,200"}.get(left, "5.9")
    assert (AGREES, True) in _last(text.format(left), left)
    assert (FALSE, True) in _last(text.format(wrong), wrong)


def _last(text, figure):
    return [(verdict, figure in printed) for printed, verdict in verdicts(balances.find, text)]


def test_the_reckoning_is_told():
    (found,) = told(balances.find, BALANCES[1][0].format("2.1"))
    assert found.computed == "£61.4m - £60.2m is £1.2 million"
    assert found.allowed == "£1.1 million to £1.3 million"
    assert found.because == "the difference is not £2.1m"


@pytest.mark.parametrize(
    "text",
    [
        "Income was £9.1m and spending £8.2m, a surplus of £0.2m after transfers to reserves.",
        "The council spent £4.2m of its £4.9m budget, with an underspend of £0.2m on roads.",
        "An underspend of £0.2m is expected. The budget was £4m. £3m went on pay, £0.8m on fuel.",
        "The forecast deficit is £3m. Income was £40m and costs £41m.",
        "Revenue was £40m, of which grants were £12m, and costs were £41m: a deficit of £2m.",
        "The deficit fell by £2m to £5m; income was £40m and costs £44m.",
    ],
)
def test_nothing_is_refused_where_other_amounts_come_in(text):
    assert FALSE not in [verdict for _, verdict in verdicts(balances.find, text)]


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("The appeal has a target of £900,000. So far £640,000 has been raised. The remaining "
         "£{} must be found by May.", "260,000", "360,000"),
        ("The parish has a budget of £81,500. £60,250 has been spent. The remaining £{} is kept.",
         "21,250", "31,250"),
        ("We bought 61.5% of our power from the grid. The other {}% came from our own roofs.",
         "38.5", "28.5"),
    ],
)  # fmt: skip
def test_what_is_left_of_a_fund_or_of_a_hundred(text, right, wrong):
    honest, false = verdicts(sums.find, text.format(right)), verdicts(sums.find, text.format(wrong))
    assert AGREES in [verdict for _, verdict in honest]
    assert FALSE not in [verdict for _, verdict in honest]
    assert FALSE in [verdict for _, verdict in false]


@pytest.mark.parametrize(
    "text",
    [
        # The money left is of something else, or some was used before.
        "The budget is £92,400. £61,150 is spent. The remaining £21,250 of the gift is kept.",
        "The grant was £2.4m. We spent £0.9m this year. The remaining £1.1m falls due in 2028.",
        # The first share of the whole stands further back.
        "Just over half (52 per cent) were in cars. Cyclists and riders made up 5 and 18 per cent "
        "respectively. People in buses were the remaining 4 per cent.",
        # Of a profit some parts may be below nought.
        "Group operating profit was £259m: north £144m; south £92m; islands £55m.",
        "The net change was 120: 90 in the north, 70 in the south and 20 elsewhere.",
    ],
)
def test_parts_that_may_lie_elsewhere_or_below_nought(text):
    assert FALSE not in [verdict for _, verdict in verdicts(sums.find, text)]
