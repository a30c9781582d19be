"""`peelian redraw`, and the script that draws without Peelian: the same sample, or a sentence."""

import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from hypothesis import given
from hypothesis import strategies as st

from peelian.engines.audits.redrawing import draw_file, redraw
from peelian.numbers.drawing import Framed, frame_file

SCRIPT = Path(__file__).parents[2] / "verifier" / "redraw_sample.py"
ROWS = [Framed(f"r{n:03}", ("White", "Not stated")[n % 4 == 0], "0" * 64) for n in range(40)]


@pytest.fixture
def frame(tmp_path):
    path = tmp_path / "frame.csv"
    path.write_bytes(frame_file(ROWS))
    return path


def command(capsys, *words):
    call_command("redraw", *map(str, words))
    return capsys.readouterr()


def script(*words):
    return subprocess.run(
        [sys.executable, "-I", SCRIPT, *map(str, words)], capture_output=True, text=True
    )


def test_both_draw_the_same_and_name_the_hash(capsys, frame):
    words = (frame, "--seed", "4 8 15", "--sizes", "White=5", "Not stated=2", "--second", 50)
    said = command(capsys, *words)
    assert len(said.out.splitlines()) == 8
    assert sha256(frame.read_bytes()).hexdigest() in said.err
    alone = script(*words)
    assert (alone.returncode, alone.stdout) == (0, said.out)


def test_another_frame_is_noticed(capsys, frame):
    words = (frame, "--seed", "1", "--sizes", "White=5", "--hash", "ab" * 32)
    with pytest.raises(CommandError, match="not the frame whose hash was published"):
        command(capsys, *words)
    assert script(*words).returncode == 1


def test_another_sample_is_noticed(capsys, frame, tmp_path):
    draw = tmp_path / "draw.csv"
    words = (frame, "--seed", "1", "--sizes", "White=5")
    draw.write_text(command(capsys, *words).out)
    assert command(capsys, *words, "--draw", draw)
    assert script(*words, "--draw", draw).returncode == 0
    draw.write_text(draw.read_text().replace("r0", "r9"))
    with pytest.raises(CommandError, match="not the one in"):
        command(capsys, *words, "--draw", draw)
    assert script(*words, "--draw", draw).returncode == 1


@pytest.mark.parametrize(
    ("change", "sizes", "said"),
    [
        (lambda text: text.replace("\n", "\r\n"), ["White=5"], "A spreadsheet"),
        (lambda text: "a,b\n", ["White=5"], "not a frame"),
        (lambda text: text, ["White=500"], "White"),
        (lambda text: text, ["five"], "is no size"),
    ],
)
def test_what_cannot_be_drawn_is_said(capsys, frame, change, sizes, said):
    frame.write_bytes(change(frame.read_text()).encode())
    with pytest.raises(CommandError, match=said):
        command(capsys, frame, "--seed", "1", "--sizes", *sizes)


def test_the_script_ends_with_two_where_the_frame_cannot_be_read(frame, tmp_path):
    assert script(tmp_path / "none.csv", "--seed", "1", "--sizes", "1").returncode == 2
    assert script(frame, "--seed", "1", "--sizes", "White=500").returncode == 2


@pytest.fixture(scope="module")
def lone():
    """The script as a module of its own."""
    names = {"__name__": "redraw_sample"}
    exec(compile(SCRIPT.read_text(), SCRIPT, "exec"), names)
    return names


LETTERS = st.characters(codec="utf-8", min_codepoint=32)


@given(
    addresses=st.sets(st.text(LETTERS, min_size=1), min_size=1, max_size=12),
    seed=st.text(LETTERS, max_size=12),
    size=st.integers(0, 12),
    percent=st.integers(0, 100),
)
def test_they_agree_on_every_frame(lone, addresses, seed, size, percent):
    rows = [Framed(one, one[:1], "d" * 64) for one in addresses]
    strata = {row.stratum for row in rows}
    sizes = {name: min(size, sum(row.stratum == name for row in rows)) for name in strata}
    content = frame_file(rows)
    ours = redraw(content, seed=seed, sizes=sizes, second_share=percent)
    theirs = lone["as_file"](lone["sample"](content, seed, sizes, percent))
    assert draw_file(ours.drawn).decode() == theirs
