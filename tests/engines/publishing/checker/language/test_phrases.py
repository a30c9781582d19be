"""Patterns over tags find their figures, wherever they stand in a sentence."""

from peelian.engines.publishing.checker.language.items import items
from peelian.engines.publishing.checker.language.phrases import finder, lexicon, tags

TOTALS = lexicon(T="total in_total", X="of")


def test_words_of_a_kind_of_claim_get_a_letter_and_phrases_underscores():
    assert tags(items("748 in total, a total of 5"), TOTALS) == "nT_,wTXn"
    assert tags(items("748 in total, a total of 5")) == "nww,wwon"


def test_named_parts_give_their_quantities_words_and_places():
    find = finder("(?P<part>n) o (?P<who>w{0,3}?) (?P<whole>n)")

    (match,) = find(items("In all, 542 of the full 748 were sound."))

    assert match.quantity("part").value == 542
    assert match.quantity("whole").value == 748
    assert match.words("who") == ("the", "full")
    assert match.at("whole") == 7
    assert (match.start, match.end) == (3, 8)


def test_a_part_that_is_not_there_gives_nothing():
    find = finder("(?P<part>n) (?P<share>p)?")

    (match,) = find(items("542 files"))

    assert match.quantity("share") is None
    assert match.at("share") is None
    assert match.words("share") == ()


def test_every_place_is_found_and_none_twice():
    find = finder("(?P<part>n) o (?P<whole>n)")

    found = [match.quantity("part").value for match in find(items("1 of 2, 3 of 4 of 5"))]

    assert found == [1, 3]
