"""The sieve: whatever the bytes, every sound record comes through, with its line number."""

import csv
import hashlib
import io

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from peelian.records.load import mend, quotes
from peelian.records.load.blocks import LONGEST_LINE, Sieve, look_over
from peelian.records.load.streams import ByteStream, Caps

LINES = st.lists(
    st.sampled_from(
        [
            b"a,b",
            b"a,b,c",
            b'"a",b',
            b'"a,1",b',
            b'"a ""x""",b',
            b'a"b,c',
            b'"a,b',
            b'b",c',
            b'"a"b,c',
            b"a,\0",
            b"a,\xff",
            b"a,\xc3\xa9",
            b"a\rb,c",
            b"",
            b'"two',
            b'lines",b',
            b'","',
            b'"',
        ]
    ),
    max_size=8,
)


def sieve_of(data: bytes, *, block_size: int = 1024) -> Sieve:
    return Sieve(ByteStream(io.BytesIO(data), None, Caps(), "a file"), block_size=block_size)


def taken_apart(data: bytes, *, block_size: int = 1024, columns: int = 2):
    """Sound records and faulty lines by line number, as the sieve gives them."""
    records: dict[int, tuple[str, ...]] = {}
    faulty: dict[int, str] = {}
    sieve = sieve_of(data, block_size=block_size)
    sieve.header()
    for block in mend.blocks(sieve, columns=columns):
        rows = list(csv.reader(io.StringIO(block.data.decode(), newline=""), strict=True))
        lines = range(block.first_line, block.first_line + len(rows))
        for line, row in zip(lines if block.lines is None else block.lines, rows, strict=True):
            records[int(line)] = tuple(row)
        for odd in block.odd:
            records[odd.line] = tuple(field.decode() for field in odd.fields)
        faulty |= {fault.line: fault.reason for fault in block.faulty}
    return records, faulty


@given(lines=LINES)
@example(lines=[b'"two', b'lines",b', b"a,b"])
@example(lines=[b'"a,b', b"a,b", b'b",c'])
def test_blocks_of_any_size_give_the_same_records(lines):
    data = b"\n".join([b"x,y", *lines]) + b"\n"
    whole = taken_apart(data)
    for block_size in (1, 7, 16):
        assert taken_apart(data, block_size=block_size) == whole


@given(lines=LINES)
def test_a_line_that_is_a_sound_record_of_its_own_is_never_lost(lines):
    data = b"\r\n".join([b"x,y", *lines])
    records, _ = taken_apart(data)
    for number, line in enumerate(lines, start=2):
        fields = quotes.fields_of(line)
        clean = not (set(b"\0\r\xff") & set(line))
        if fields is not None and len(fields) == 2 and clean:
            assert records[number] == tuple(field.decode() for field in fields)


@given(lines=LINES)
def test_a_block_is_sound_exactly_if_every_line_is(lines):
    data = b"".join(line + b"\n" for line in lines)
    each = [
        bool(line) and quotes.fields_of(line) is not None and not (set(b"\0\r\xff") & set(line))
        for line in lines
    ]
    assert look_over(data).sound == all(each)


@given(values=st.lists(st.text(st.sampled_from('a ,"\n'), max_size=4), min_size=2, max_size=4))
def test_fields_are_split_as_the_csv_module_splits_them(values):
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(values)
    fields = quotes.fields_of(text.getvalue().encode().removesuffix(b"\n"))
    assert fields == tuple(value.encode() for value in values)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"a,\0", "a null byte"),
        (b"Caf\xe9,b", "not written in UTF-8"),
        (b"a\rb,c", "a carriage return inside the line"),
        (b'a"b,c', "a quote that stands alone"),
        (b"x" * (LONGEST_LINE + 1), "longer than 1 MB"),
    ],
)
def test_a_faulty_line_is_named_and_its_neighbours_stay(line, reason):
    records, faulty = taken_apart(b"\n".join([b"x,y", b"a,b", line, b"c,d"]))
    assert records == {2: ("a", "b"), 4: ("c", "d")}
    assert faulty == {3: reason}


def test_a_line_in_another_encoding_is_shown_as_it_was_meant():
    sieve = sieve_of(b"x,y\nCaf\xe9,b\n")
    sieve.header()
    (block,) = mend.blocks(sieve, columns=2)
    assert "read as Windows-1252: Café,b" in block.faulty[0].expected


def test_a_line_longer_than_a_block_is_passed_over():
    long = b"x" * (3 * LONGEST_LINE)
    data = b"\n".join([b"x,y", b"a,b", long, b"c,d", long])
    records, faulty = taken_apart(data, block_size=LONGEST_LINE // 2)
    assert records == {2: ("a", "b"), 4: ("c", "d")}
    assert faulty == {3: "longer than 1 MB", 5: "longer than 1 MB"}


def test_the_hash_is_that_of_the_whole_file():
    data = b"x,y\n" + b"a,b\n" * 10
    sieve = sieve_of(data, block_size=8)
    sieve.header()
    for _ in mend.blocks(sieve, columns=2):
        pass
    assert sieve.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("data", "blank"),
    [
        (b"a,b\n", False),
        (b"a b,c d\r\n", False),
        (b" a,b\n", True),
        (b"a ,b\n", True),
        (b"a, b\n", True),
        (b"a,b \r\n", True),
        (b"a,b\n c,d\n", True),
        (b'" a",b\n', True),
        (b"a\t,b\n", True),
        (b'"a, b",c\n', False),
        (b'"a, b" ,c\n', True),
        (b'"a, b", c\n', True),
        (b'"a ",c\n', True),
    ],
)
def test_blanks_at_the_edge_of_a_field_are_seen(data, blank):
    assert look_over(data).blank_edges == blank


def test_quotes_at_the_very_beginning_of_a_block():
    data = b'"a",b\n'
    block = np.frombuffer(data, dtype=np.uint8)
    assert quotes.quotes_in_order(block, np.flatnonzero(block == ord('"')), np.array([5]))
