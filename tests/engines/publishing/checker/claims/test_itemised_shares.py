"""Amounts with percentages in the items of a list, and lists that say nothing counts twice."""

import pytest

from engines.publishing.checker.claims.told import told, verdicts
from peelian.engines.publishing.checker.claims.sums import itemised_shares, sums

GRANTS = """I gave £5.0 million to 41 groups. The money was shared between four aims:
- care for victims: £2.2 million (44%)
- prevention: £1.5 million (30%)
- work in schools: £0.8 million ({}%)
- small gifts: £0.5 million (10%)"""


def test_the_percentage_that_no_amount_gives():
    (wrong,) = [one for one in told(itemised_shares.find, GRANTS.format(26))
                if one.verdict.value == "does not follow"]  # fmt: skip
    assert wrong.printed == "26%"
    assert wrong.computed == "£0.8 million of £5.0 million is 16 per cent"
    assert wrong.because == "the other percentages of the list are shares of the same"


def test_all_agree():
    said = [verdict for _, verdict in verdicts(itemised_shares.find, GRANTS.format(16))]
    assert said == ["agrees"] * 4


@pytest.mark.parametrize(
    "text",
    [
        # The percentages are changes, or of something else: none of them fits.
        "We spent £5.0 million:\n- pay: £2.2 million (3%)\n- rent: £1.5 million (9%)\n"
        "- fuel: £1.3 million (12%)",
        # The amounts are not all there is, and nothing says of what the shares are.
        "Among the causes were:\n- speed: 40 (20%)\n- drink: 30 (15%)\n- phones: 22 (31%)",
    ],
)
def test_nothing_is_refused_without_proof(text):
    said = [verdict for _, verdict in verdicts(itemised_shares.find, text)]
    assert "does not follow" not in said


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("We logged 1,430 complaints, each counted once only, at the highest stage it reached:\n"
         "- stage one: 1,070\n- stage two: 312\n- stage three: 48", False),
        ("We logged 1,430 complaints, each counted once only, at the highest stage it reached:\n"
         "- stage one: 1,070\n- stage two: 212\n- stage three: 48", True),
        ("We logged 1,430 complaints, by subject, of which each may have several:\n"
         "- delay: 1,070\n- manner: 712\n- cost: 48", False),
        ("Asked to pick one, 46 per cent chose red, 31 per cent blue and 33 per cent neither.",
         True),
        ("Asked to pick one, 46 per cent chose red, 31 per cent blue and 23 per cent neither.",
         False),
        ("71 per cent said yes and 39 per cent said no. Only one answer was accepted.", True),
        ("71 per cent liked red and 39 per cent blue. More than one answer was accepted.", False),
        ("Deaths over the five years numbered 63, with 11 in 2019, 14 in 2020, nine in 2021, 16 in "
         "2022 and 18 in 2023.", True),
        ("The force has 63 posts, with 58 in 2021, 60 in 2022 and 61 in 2023.", False),
        ("The force has 60 posts, with 20 in 2021, 25 in 2022 and 40 in 2023.", False),
        ("The fleet, made up of 702 vans, 318 cars and 116 bikes, stood at 1,146 vehicles.", True),
        ("The fleet, made up of 702 vans, 318 cars and 116 bikes, stood at 1,136 vehicles.", False),
        ("The other £9.5 million was spent on fuel (£3.4 million), tyres (£2.5 million) and other "
         "costs (£4.6 million).", True),
        ("The other £9.5 million went on fuel (£3.4 million) and tyres (£2.5 million).", False),
        ("Woods cover 3.28 million acres: 1.49 million in Northmark, 1.33 million in Velland and "
         "0.45 million in Askerdale.", False),
    ],
)  # fmt: skip
def test_words_that_keep_parts_apart(text, refused):
    assert ("does not follow" in [verdict for _, verdict in verdicts(sums.find, text)]) is refused
