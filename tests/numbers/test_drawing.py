"""The draw: which records a frame, a seed and SHA-256 give, and that nothing else decides."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peelian.numbers.drawing import (
    BadFrame,
    Drawn,
    Framed,
    draw,
    frame_file,
    frame_hash,
    is_second,
    read_frame,
)

quick = settings(deadline=None, database=None, max_examples=150)

ROWS = [Framed(f"{number:03}", "north" if number % 3 else "south", "d") for number in range(60)]
FILE = frame_file(ROWS)
HASH = frame_hash(FILE)
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc",)), max_size=9)
FRAMES = st.lists(
    st.builds(Framed, TEXTS, st.sampled_from(["", "a,b", 'say "so"']), TEXTS),
    unique_by=lambda row: row.record_id,
)


def test_a_frame_is_written_down_in_order_of_address():
    rows = [Framed("b2", "Asian, Black", "99"), Framed("a1", "", "77")]

    assert frame_file(rows) == b'record_id,stratum,digest\na1,,77\nb2,"Asian, Black",99\n'


def test_the_hash_is_that_of_the_file():
    assert frame_hash(b"abc") == hashlib.sha256(b"abc").hexdigest()


def test_a_draw_by_hand():
    # As `printf 'f:s:NAME' | sha256sum` gives them.
    lots = {name: hashlib.sha256(f"f:s:{name}".encode()).hexdigest() for name in "abcde"}
    first, second, *_rest = sorted(lots, key=lots.__getitem__)

    drawn = draw([Framed(name, "", "") for name in "edcba"], "f", "s", {"": 2})

    assert drawn == [Drawn(1, first, ""), Drawn(2, second, "")]


def test_the_known_sample_of_a_known_frame_and_seed():
    # Written down once: a change of it breaks every draw that was ever published.
    drawn = draw(ROWS, "0" * 64, "2026-11-22 evening", {"north": 3, "south": 2})

    assert [one.record_id for one in drawn] == KNOWN


KNOWN = ["034", "052", "005", "027", "024"]


def test_each_stratum_gives_as_many_as_are_asked_of_it():
    drawn = draw(ROWS, HASH, "seed", {"north": 7, "south": 4})

    assert [one.position for one in drawn] == list(range(1, 12))
    assert [one.stratum for one in drawn].count("south") == 4
    assert len({one.record_id for one in drawn}) == 11


def test_a_stratum_that_is_not_named_gives_none():
    assert {one.stratum for one in draw(ROWS, HASH, "seed", {"south": 4})} == {"south"}


def test_the_order_of_the_rows_decides_nothing():
    sizes = {"north": 7, "south": 4}

    assert draw(ROWS[::-1], HASH, "seed", sizes) == draw(ROWS, HASH, "seed", sizes)


def test_one_more_only_adds_one():
    fewer = draw(ROWS, HASH, "seed", {"north": 7})
    more = draw(ROWS, HASH, "seed", {"north": 8})

    assert more[:7] == fewer


@pytest.mark.parametrize(("hash_", "seed"), [(HASH, "other"), ("another frame", "seed")])
def test_another_seed_or_frame_draws_others(hash_, seed):
    was = [one.record_id for one in draw(ROWS, HASH, "seed", {"north": 20})]

    assert [one.record_id for one in draw(ROWS, hash_, seed, {"north": 20})] != was


def test_every_record_is_drawn_as_often_as_any_other():
    drawn = [one.record_id for n in range(600) for one in draw(ROWS, HASH, str(n), {"north": 10})]
    expected = 600 * 10 / 40

    counts = [drawn.count(row.record_id) for row in ROWS if row.stratum == "north"]

    # Chi-squared over 39 degrees of freedom, far beyond which no fair draw goes.
    assert sum((count - expected) ** 2 / expected for count in counts) < 76


def test_a_stratum_cannot_give_more_than_it_holds():
    with pytest.raises(BadFrame, match="which holds 20: ask for 20 or fewer"):
        draw(ROWS, HASH, "seed", {"south": 21})


def test_a_frame_that_two_programs_would_write_differently_is_refused():
    with pytest.raises(BadFrame, match="control character"):
        frame_file([Framed("a", "North\r", "")])


def test_nothing_is_drawn_twice():
    with pytest.raises(BadFrame, match="001 is in the frame twice"):
        draw([*ROWS, ROWS[1]], HASH, "seed", {})


@quick
@given(FRAMES)
def test_a_frame_reads_back_as_it_was_written(rows):
    assert read_frame(frame_file(rows)) == sorted(rows, key=lambda row: row.record_id)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        FILE.replace(b"\n", b"\r\n"),
        FILE + b"\n",
        FILE.replace(b"record_id", b"Record"),
        b"record_id,stratum,digest\nb,,\na,,\n",
        b"record_id,stratum,digest\na,,,\n",
        b"\xff\xfe",
    ],
)
def test_a_file_that_something_else_saved_is_no_frame(content):
    with pytest.raises(BadFrame, match="take the file that was downloaded"):
        read_frame(content)


def test_about_the_wanted_share_is_marked_twice():
    rows = [f"{number}" for number in range(4000)]

    chosen = [row for row in rows if is_second(HASH, "seed", row, 20)]

    assert 700 < len(chosen) < 900
    assert all(is_second(HASH, "seed", row, 100) for row in rows[:50])
    assert not any(is_second(HASH, "seed", row, 0) for row in rows[:50])


def test_being_drawn_early_makes_nobody_likelier_to_be_marked_twice():
    rows = [Framed(f"{number}", "", "") for number in range(4000)]
    early = draw(rows, HASH, "seed", {"": 400})

    second = sum(is_second(HASH, "seed", one.record_id, 20) for one in early)

    assert 50 < second < 110


def test_a_share_beyond_all_is_refused():
    with pytest.raises(ValueError, match="from 0 to 100"):
        is_second(HASH, "seed", "a", 101)
