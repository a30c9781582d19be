"""A price, a number and their product, and equal shares of an amount."""

import pytest

from engines.publishing.checker.claims.told import told, verdicts
from peelian.engines.publishing.checker.claims.money import products

PRODUCTS = [
    ("Lunch was charged at £36 a head. For the 250 guests the bill was accordingly £{}.",
     "9,000", "6,000"),
    ("The fee is £120 per person. The course for 18 officers cost £{} in total.", "2,160", "2,610"),
    ("We bought 240 radios at £850 each, at a total cost of £{}.", "204,000", "240,000"),
    ("A grant of £84,000 was shared equally between 14 clubs. Each of them received £{}.",
     "6,000", "7,000"),
    ("The fund of £90,000 was divided equally among 12 halls, so that each hall got £{}.",
     "7,500", "8,500"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "right", "wrong"), PRODUCTS)
def test_a_product_and_its_factors(text, right, wrong):
    assert [verdict for _, verdict in verdicts(products.find, text.format(right))] == ["agrees"]
    (found,) = told(products.find, text.format(wrong))
    assert found.verdict.value == "does not follow"
    assert found.printed == f"£{wrong}"


@pytest.mark.parametrize(
    "text",
    [
        "The 40 volunteers were paid £25 a day. The bill for all 40 came to £3,000 in total.",
        "The fee is £120 per person, plus VAT. The course for 18 officers cost £2,592 in total.",
        "A grant of £84,000 was shared between 14 clubs. Each received at least £4,000.",
        "Tickets cost £12 each. A total of 400 people came and the bill for the hall was £900.",
        "Tickets were £8 each; 300 were sold, so the band was paid £1,500.",
        "About 650 people came, at £48 a head on average. The total was £30,000.",
        "Every household gets £50. The scheme cost £4.2m in total for 61,000 households.",
    ],
)
def test_other_totals_are_left_alone(text):
    assert verdicts(products.find, text) == []
