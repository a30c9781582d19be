"""Rules: what is wrong and what would be right; the quick look never contradicts the SQL."""

import duckdb
import pyarrow as pa
import pytest

from peelian.records.codes import CodeList
from peelian.records.load.rules import (
    Code,
    MonthOfFile,
    Number,
    Place,
    Text,
    Whole,
    area_code,
    hexadecimal,
)

PLACE = Place("kent", "2021-03")
COLOURS = CodeList("Colour", "a paint box", ("red", "green", "it's blue"))

# rule, values that keep it, values that break it; None is a blank
EXAMPLES = [
    (Text(3), ["abc", "äöü", None], ["abcd", "äöüß"]),
    (Text(3, required=True), ["a"], [None, "long"]),
    (Code(COLOURS), ["red", "it's blue", None], ["blue", "Red"]),
    (Code(COLOURS, required=True), ["green"], [None, "gren"]),
    (MonthOfFile(), ["2021-03"], [None, "2021-04", "2021-3"]),
    (Number(-1, 1, "m"), ["0", "-1", "1.0", ".5", None], ["1.01", "north", "nan", "inf", "1,0"]),
    (Number(0, 1, "m", required=True), ["0"], [None]),
    (Whole(0, 9, "persons"), ["9", "+3", None], ["2.5", "10", "-1", "3e0", "x"]),
    (Whole(0, 9, "persons", required=True), ["9"], [None]),
    (hexadecimal(4), ["0a9f", None], ["0A9F", "0a9", "0a9f0", "0a9g", "é12"]),
    (area_code(), ["E01029359", "W01000001", None], ["X01029359", "E0102935", "e01029359"]),
    (area_code(required=True), ["E01029359"], [None]),
]


@pytest.fixture(scope="module")
def broken():
    with duckdb.connect() as engine:

        def ask(rule, values):
            engine.register("texts", pa.table({"value": pa.array(values, pa.string())}))
            query = f"SELECT coalesce({rule.wrong('value', PLACE)}, false) FROM texts"
            return [wrong for (wrong,) in engine.execute(query).fetchall()]

        yield ask


@pytest.mark.parametrize(("rule", "good", "bad"), EXAMPLES)
def test_sql_finds_exactly_the_wrong_values(broken, rule, good, bad):
    assert broken(rule, good + bad) == [False] * len(good) + [True] * len(bad)


@pytest.mark.parametrize(("rule", "good", "bad"), EXAMPLES)
def test_the_quick_look_never_passes_a_wrong_value(rule, good, bad):
    for value in bad:
        # A slice, because a block may be part of a larger column.
        assert not rule.proven(pa.array(["x", *good, value], pa.string()).slice(1), PLACE)


@pytest.mark.parametrize(
    ("rule", "good"),
    [(rule, good) for rule, good, _ in EXAMPLES if not isinstance(rule, Number)],
)
def test_the_quick_look_passes_what_is_right(rule, good):
    in_ascii = [value for value in good if value is None or value.isascii()]
    assert rule.proven(pa.array(["x", *in_ascii], pa.string()).slice(1), PLACE)


@pytest.mark.parametrize(("rule", "good", "bad"), EXAMPLES)
def test_every_rule_says_what_is_wrong_and_what_would_be_right(rule, good, bad):
    for value in bad:
        assert rule.reason(value or "")
        assert rule.expected(value or "", PLACE)


def test_a_wrong_word_gets_the_nearest_one():
    assert Code(COLOURS).expected("gren", PLACE) == "perhaps 'green'"


def test_the_nearest_word_is_found_whatever_its_case():
    genders = CodeList("genders", "a test", ("Female", "Male", "Other"))
    assert genders.nearest("male") == "perhaps 'Male'"
    assert genders.nearest("FEMALE") == "perhaps 'Female'"
