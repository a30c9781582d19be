"""Parts that stand apart from the sentence of their total, or leave nothing of it out."""

import pytest

from engines.publishing.checker.claims.told import verdicts
from peelian.engines.publishing.checker.claims.sums import divisions, sums


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (
            "The harbour took 412 boats in. These comprised {} yachts, 96 ferries and 70 tugs.",
            "246",
            "264",
        ),
        (
            "Of the 640 appeals, {} were allowed, 310 were not allowed and 90 were lapsed.",
            "240",
            None,
        ),
        (
            "Of the 640 pleas heard, {} were upheld, 310 were not upheld and 90 were withdrawn.",
            "240",
            "204",
        ),
        (
            "The study enrolled 730 nurses; {} were allocated to the active arm and 362 to the "
            "sham arm.",
            "368",
            "386",
        ),
        ("We made 88 visits, of which {} were full and 31 were partial.", "57", "75"),
    ],
)
def test_parts_against_a_total_told_before_them(text, right, wrong):
    assert [verdict for _, verdict in verdicts(sums.find, text.format(right))] == ["agrees"]
    if wrong is not None:
        said = [verdict for _, verdict in verdicts(sums.find, text.format(wrong))]
        assert said == ["does not follow"]


@pytest.mark.parametrize(
    "text",
    [
        "The harbour took 412 boats in. These comprised 264 yachts, 96 ferries and some tugs.",
        "The harbour took 412 boats in 3 docks. These comprised 264 yachts and 96 ferries.",
        "The study enrolled 730 nurses; 386 were allocated to the active arm and 362 were over 40.",
        "We made 88 visits, of which 75 were full and 31 were on partial closures.",
        "Of the 640 pleas, 204 were upheld, 310 were not upheld on cost and 90 were withdrawn.",
    ],
)
def test_parts_that_may_overlap_or_leave_something_out(text):
    assert "does not follow" not in [verdict for _, verdict in verdicts(sums.find, text)]


@pytest.mark.parametrize(
    ("parts", "all_of_them"),
    [
        (["were paid", "were not paid", "were withdrawn"], True),
        (["were paid", "were not paid in time", "were withdrawn"], False),
        (["were paid", "were refused"], False),
    ],
)
def test_what_is_and_what_is_not_are_all_there_is(parts, all_of_them):
    assert divisions.name_all([one.split() for one in parts]) is all_of_them


def test_how_many_more_is_no_total():
    text = "Arrests fell by {} in all; 60 men and 40 women were held."
    assert verdicts(sums.find, text.format("90")) == []
