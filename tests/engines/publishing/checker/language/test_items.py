"""A sentence as a row of items: ranges joined, signs shared, places kept."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engines.publishing.checker.language.seen import kinds, letters, only, quantities
from peelian.engines.publishing.checker.language.items import items
from peelian.engines.publishing.checker.language.lexicons import words

PIECES = sorted(
    words(
        "0 0.0 12 748 78.4% 5 per cent £5m of out and to - \u2013 ( ) , . ; : = ± +/- about over "
        "or more a third half one in five twice per 1,000 n = 2½ ½ 999 calls 2023/24 31 March may "
        "aged 16 percentage points hours between hundred twenty-one 10-fold 3x ² "
        "\u200b per\u00adcent"
    )
)
SENTENCES = st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("542 of 748 files (72.5%)", "nonw(p)"),
        ("542 out of 748, or 72.5 per cent", "non,wp"),
        ("78.5 and 76.3 percent", "pwp"),
        ("80 percent ± 5.0 percentage points", "pgq"),
        ("80% +/- 5", "pgn"),
        ("rose from 5 to 10 per cent", "wwpwp"),
        ("£4.1m of £5.2m", "mom"),
        ("41 per 1,000 people", "nr"),
        ("a third of 12 hours", "fot"),
        ("(n = 748)", "(b)"),
        ("it doubled", "wx"),
        ("missing from 42, or 35 per cent", "wwn,wp"),
        ("59 338 oz, not 68 524 oz", "nw,wnw"),
        ("£858 million7, it said", "m,ww"),
        ("ended Sept. 30, up", "wd,w"),
        ("five TLSv1.3 suites", "nlw"),
        ("3 for each 1,000 homes", "nr"),
        ("2 for every thousand", "nr"),
        ("12, i.e. 5%, left", "n,wp,w"),
    ],
)
def test_tags(text, read):
    assert letters(text) == read


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("5–10%", 4.5, 10.5),
        ("5%–10%", 4.5, 10.5),
        ("5-10 per cent", 4.5, 10.5),
        ("between 5 and 10 per cent", 4.5, 10.5),
        ("60–70 people", 60, 70),
        ("£5–10m", 4_500_000, 10_500_000),
        ("£5-£10", 5, 10),
        ("between 3 and 9 days", 72, 216),
        ("between 12 and 90 minutes", 0.2, 1.5),
    ],
)
def test_two_numbers_that_are_one_range(text, low, high):
    one = only(text)

    assert one.ranged
    assert (float(one.span.low), float(one.span.high)) == (low, high)


@pytest.mark.parametrize("text", ["12 - 14", "from 12 to 14", "14–12"])
def test_two_numbers_that_are_none(text):
    assert [one.ranged for one in quantities(text)] == [False, False]


def test_numbers_joined_by_a_word_share_the_sign_of_the_last():
    assert kinds("78.5, 76.3 and 12 per cent") == ["percent 78.5", "percent 76.3", "percent 12"]
    assert kinds("of 748, 12 per cent") == ["count 748", "percent 12"]
    assert kinds("748 and 12 per cent") == ["count 748", "percent 12"]
    assert kinds("542 of 748 and 12 per cent")[0] == "count 542"


def test_one_is_a_number_only_where_it_counts():
    assert kinds("one of the 748 files") == ["count 1", "count 748"]
    assert kinds("no one agreed") == []
    assert kinds("one per cent") == ["percent 1"]


def test_a_figure_keeps_its_place_without_the_words_that_soften_it():
    text = "In about 1,500\u20131,600 of our files, over 72.5\u00a0per cent were sound."

    shown = [text[one.start : one.end] for one in quantities(text)]

    assert shown == ["1,500\u20131,600", "72.5\u00a0per cent"]
    assert shown == [one.printed for one in quantities(text)]


@settings(max_examples=300)
@given(text=st.one_of(SENTENCES, st.text(max_size=80)))
def test_any_text_has_items_in_order_and_figures_as_printed(text):
    last = 0
    for item in items(text):
        assert last <= item.start < item.end <= len(text)
        assert len(item.tag) == 1
        last = item.end
        if item.quantity is not None:
            figure = item.quantity
            assert item.start <= figure.start < figure.end <= item.end
            assert text[figure.start : figure.end] == figure.printed
            assert 0 <= figure.span.low <= figure.span.high
