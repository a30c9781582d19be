"""Percentages whose whole stands in the sentences before, or in the words that open a list."""

import pytest

from engines.publishing.checker.claims.told import told, verdicts
from peelian.engines.publishing.checker.claims.shares.shares import find


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("There were 748 files. Of these, 542 ({}) were sound.", "72.5%", "75.2%"),
        ("There were 748 files. We found 542 files ({}) sound.", "72.5%", "75.2%"),
        ("We had a total of 748 replies. Content were {} (542).", "72.5%", "75.2%"),
        ("We read 748 files:\n- 542 ({}) were sound", "72.5%", "75.2%"),
        ("There are 300 sergeants. Of these, 127 ({}) are new.", "42%", "24%"),
    ],
)
def test_one_whole_before_is_the_whole(text, right, wrong):
    assert verdicts(find, text.format(right)) == [(right, "agrees")]
    assert (wrong, "does not follow") in verdicts(find, text.format(wrong))


def test_several_wholes_before_leave_it_open():
    text = "There were 748 files and 30 forms. We found 12 ({}) sound."

    assert verdicts(find, text.format("40%")) == [("40%", "agrees")]
    (one,) = told(find, text.format("99%"))
    assert one.verdict == "cannot be checked"
    assert one.because.startswith("it is not plain which counts it belongs to")


def test_things_of_another_name_are_no_whole():
    text = "There were 748 files. We met 542 officers (20%)."

    assert "does not follow" not in [verdict for _, verdict in verdicts(find, text)]


def test_what_stands_in_another_passage_is_no_whole():
    text = "There were 748 files.\nOf these, 542 (75.2%) were sound."

    assert "does not follow" not in [verdict for _, verdict in verdicts(find, text)]


@pytest.mark.parametrize(
    ("percent", "verdict"), [("72.5 percent", "agrees"), ("62.5 percent", "does not follow")]
)
def test_a_sentence_that_sums_up_the_one_before(percent, verdict):
    text = f"We read 748 files and found 542 sound. This means that {percent} of files were sound."

    (one,) = told(find, text)

    assert (one.printed, one.verdict) == (percent, verdict)
    assert one.computed == "542 of 748 is 72.46 per cent"
