"""The address of a row: SQL and Python agree, and equal rows are told apart."""

import duckdb
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from peelian.records.load.address import Ordinals, address, first_address_sql, row_sql
from peelian.records.load.rules import Place
from records.street_files import ASB, CRIME, csv_text

PLACE = Place("kent", "2021-03")
TEXT = st.text(st.sampled_from('ab ,"é\n\r;'), max_size=5).map(lambda text: text.strip(" \t"))


@pytest.fixture(scope="module")
def engine():
    with duckdb.connect() as connection:
        yield connection


@given(values=st.lists(TEXT, min_size=2, max_size=4))
def test_sql_and_python_agree(values, engine):
    names = [f"column_{place}" for place in range(len(values))]
    row = pa.table({name: [value or None] for name, value in zip(names, values, strict=True)})
    sql = first_address_sql(type_key="crime", source="s", place=PLACE, row=row_sql(names))
    engine.register("row", row.cast(pa.schema([(name, pa.string()) for name in names])))
    (answer,) = engine.execute(f"SELECT {sql} FROM row").fetchone()
    assert answer == address(type_key="crime", source="s", place=PLACE, values=values)


def test_lines_as_they_stand_give_the_same_addresses_as_rows_put_together(desk):
    desk.load_text(csv_text(CRIME, ASB))
    from_lines = [row["record_id"] for row in desk.crimes()]
    quoted = CRIME | {"Location": "ASDA, Thurmaston"}
    desk.load_text(csv_text(CRIME, ASB, quoted))
    assert [row["record_id"] for row in desk.crimes()][:2] == from_lines


def test_place_and_source_are_part_of_the_address():
    stated = {"type_key": "crime", "source": "s", "place": PLACE, "values": ["a", "b"]}
    others = (
        {"type_key": "outcome"},
        {"source": "t"},
        {"place": Place("essex", "2021-03")},
        {"place": Place("kent", "2021-04")},
        {"values": ["a,b"]},
        {"values": ["ab", ""]},
        {"ordinal": 2},
    )
    assert len({address(**(stated | other)) for other in ({}, *others)}) == 1 + len(others)


@given(rows=st.lists(st.sampled_from("abcde"), max_size=40), cut=st.integers(1, 7))
def test_ordinals_count_equal_rows_across_blocks(rows, cut):
    firsts = [address(type_key="t", source="s", place=PLACE, values=[row]) for row in rows]
    ordinals = Ordinals()
    got: list[str] = []
    for begin in range(0, len(rows), cut):
        block = pa.array(["x" * 32, *firsts[begin : begin + cut]], pa.string()).slice(1)
        got += ordinals.addresses(block).to_pylist()
    wanted = [
        address(
            type_key="t",
            source="s",
            place=PLACE,
            values=[row],
            ordinal=rows[: place + 1].count(row),
        )
        for place, row in enumerate(rows)
    ]
    assert got == wanted


def test_addresses_stay_the_same_for_ever():
    """A change here breaks every reference to every loaded row."""
    stated = {"type_key": "crime", "source": "police_uk", "place": PLACE, "values": ["a", 'b "c"']}
    assert address(**stated) == "2fd9c3d553df3d1475008bef2840f956"
    assert address(**stated, ordinal=3) == "7e4acc506dab81274b04185909f1ddb4"


def test_no_rows_have_no_addresses():
    assert len(Ordinals().addresses(pa.array([], pa.string()))) == 0
