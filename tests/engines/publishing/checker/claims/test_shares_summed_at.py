"""A percentage that points back to the counts of the sentence before, or to whoever was asked."""

import pytest

from engines.publishing.checker.claims.told import assert_told_apart, verdicts
from peelian.engines.publishing.checker.claims.shares.shares import find

POINTING = [
    ("Of the 340 calls we heard in May, 221 were sound. At {} per cent, that is good.", "65", "75"),
    (
        "Of the 96 homes visited, 60 had an alarm. At {}%, the share remains too low.",
        "62.5",
        "72.5",
    ),
    ("We found that 45 of the 60 plans were whole. At {}%, this was better.", "75", "85"),
    ("Of the 1,500 pupils, 630 walk to school. At just {}%, this is too few.", "42", "32"),
    (
        "Some 1,850 forms were posted to carers. Completed forms were returned by 610 people, a "
        "return rate of {} per cent.",
        "33",
        "41",
    ),
    (
        "The team sent out 640 letters. Replies came back from 96 landlords, a response rate of "
        "{} per cent, which is low.",
        "15",
        "23",
    ),
    (
        "Forty invoices were tested. Eleven lacked a number, meaning that {} per cent of those "
        "tested failed.",
        "27.5",
        "32.5",
    ),
    ("We checked 80 vans. Twelve had bad lights, meaning {}% of those checked failed.", "15", "25"),
    (
        "The region makes 18.1 million journeys a week. Buses carry 5.2 million of them; in other "
        "words, {} per cent of journeys are by bus.",
        "29",
        "40",
    ),
    (
        "In all, 402 of the 520 patients with a positive face, arm and speech test had the full "
        "care ({}%).",
        "77",
        "87",
    ),
    ("Most responses ({}%; 86 out of 130 responses) were in favour.", "66", "75"),
    ("The idea was liked ({}%, 86 out of 130).", "66", "75"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), POINTING)
def test_a_percentage_that_sums_up(text, right, wrong):
    assert_told_apart(find, text, right, wrong)


@pytest.mark.parametrize(
    "text",
    [
        "We sent 1,200 forms. Then 311 people replied, a response rate of 34% among families.",
        "In all 4,000 forms were posted. We had 480 replies online, a combined response rate of "
        "31 per cent.",
        "Of the 212 records seen, 63 had no grounds. At 70%, the share with grounds is high.",
        "Of the 212 records seen, 63 had no grounds. At 70%, this is low.",
        "Of the 30 wards visited, 12 were new. At 88 per cent, this trust's occupancy was high.",
        "Satisfaction was high (76%; 8 out of 10 wards improved).",
        "Most officers (62%; 13 out of 43 forces) did so.",
        "The trade sold 30,545 hybrids. Dealers saw 9,152 new cars, 6.5% of total sales.",
    ],
)
def test_a_percentage_of_something_else_is_not_accused(text):
    assert "does not follow" not in [verdict for _, verdict in verdicts(find, text)]
