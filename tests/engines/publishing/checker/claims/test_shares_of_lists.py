"""The one share of a list that does not fit the whole of its fellows."""

import pytest

from engines.publishing.checker.claims.told import verdicts
from peelian.engines.publishing.checker.claims.shares.shares import find

SEEN = """There were 2,553 detainees in custody:
- 1,228 ({}) were offered a visit
- 697 ({}) were not offered one
- 498 ({}) were not available
- 130 ({}) were asleep"""

REFERRED = """The figures show that:
- 4,316 people were referred to the service
- {} (3,142) of people were men and {} (1,167) were women
- {} (3,521) of referrals were from the police and {} (795) from councils"""


@pytest.mark.parametrize(
    ("text", "right"),
    [(SEEN, ["48%", "27%", "20%", "5%"]), (REFERRED, ["73%", "27%", "82%", "18%"])],
)
def test_each_share_of_a_list_is_held_against_the_whole_of_the_others(text, right):
    honest = verdicts(find, text.format(*right))
    assert [verdict for _, verdict in honest] == ["agrees"] * len(right)

    for at in range(len(right)):
        wrong = [*right]
        wrong[at] = "61%"
        false = verdicts(find, text.format(*wrong))
        assert [one for one in false if one[1] == "does not follow"] == [("61%", "does not follow")]


@pytest.mark.parametrize(
    "last",
    [
        "60 (30%) of those under 18 were asleep",
        "60 (30%) of the women were asleep",
        "60 (30%) were asleep, compared with few before",
    ],
)
def test_a_share_of_others_in_a_list_is_not_accused(last):
    text = SEEN.format("48%", "27%", "20%", "5%").replace("130 (5%) were asleep", last)

    assert "does not follow" not in [verdict for _, verdict in verdicts(find, text)]


def test_counts_that_allow_nearly_anything_confirm_nothing():
    found = verdicts(find, "Of £18,662 million in all, up to £1,140 million (16.4%) is new.")

    assert "agrees" not in [verdict for _, verdict in found]
