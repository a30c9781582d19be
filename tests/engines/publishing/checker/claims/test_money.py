"""Shares of money whose whole stands in another sentence or clause."""

import pytest

from engines.publishing.checker.claims.told import told, verdicts
from peelian.engines.publishing.checker.claims.money import money

FUNDING = (
    "In the year ending 31 March 2023, the force received a total of £{} million in funding, "
    "equivalent to £215,342 per 1,000 population. Its council tax precept is £{} million, which "
    "is {} percent of its total funding."
)


def test_precept_as_a_share_of_funding_in_the_sentence_before():
    (found,) = told(money.find, FUNDING.format(247, 89, "36.1"))
    assert found.verdict.value == "agrees"
    assert found.computed == "£89 million of £247 million is 36.03 per cent"
    assert found.allowed == "35.76 to 36.31 per cent"


@pytest.mark.parametrize(
    "figures", [(247, 89, "36.5"), (247, 98, "36.1"), (274, 89, "36.1"), (247, 89, "31.6")]
)
def test_one_changed_figure_of_three_is_found(figures):
    expected = [(f"{figures[2]} percent", "does not follow")]
    assert verdicts(money.find, FUNDING.format(*figures)) == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Income was £41m. Fees made up £8.2m (20 per cent of that income).", "agrees"),
        ("Income was £41m. Fees made up £8.2m (25 per cent of that income).", "does not follow"),
        ("Income was £41m, and 25% of that income (£8.2m) came from fees.", "does not follow"),
        ("Of 1,200 hours worked, 420 hours (35%) were overtime.", "agrees"),
        ("They worked 1,200 hours, of which 420 hours (45%) were overtime.", "does not follow"),
        ("Tax is £96.3m, or 41% of all funding; the rest is a grant of £138.6m.", "agrees"),
        (
            "Tax is £96.3m, or 44% of all funding; the rest is a grant of £138.6m.",
            "does not follow",
        ),
        ("It spends 79p of every £1 on services: £4.1 million out of £5.2 million.", "agrees"),
        (
            "It spends 91p of every £1 on services: £4.1 million out of £5.2 million.",
            "does not follow",
        ),
        ("For every £100 it spent, £23 went on care (£53.1m of £231.0m).", "agrees"),
    ],
)
def test_share_of_what_stands_elsewhere(text, said):
    assert [verdict for _, verdict in verdicts(money.find, text)] == [said]


@pytest.mark.parametrize(
    "text",
    [
        # Growth is no share.
        "The budget was £171 million. Overtime cost £5.9 million, up by 16% of the budget planned.",
        "The precept rises by £13, or 4.9%, to £278.60 for a band D household.",
        # A share of something else than the amount before.
        "The force received £247 million. It spends £9 million, which is 20% of all overtime.",
        "The force received $247 million. Its precept is £89 million, 20% of its funding.",
        # No amount that it could be a share of.
        "The precept is £89 million, which is 36.1 percent of its total funding.",
    ],
)
def test_what_is_no_share_of_the_amount_before_is_not_refused(text):
    assert [one for one in verdicts(money.find, text) if one[1] == "does not follow"] == []
