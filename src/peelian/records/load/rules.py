"""The rules of a column. Each knows in SQL what is wrong, and in words what would be right.

The SQL sees text with blanks at both ends cut off, and NULL for nothing. Where the answer is NULL
nothing is wrong. Most blocks are faultless, and a quick look at whole columns (`proven`) sees
that; a test holds the two to the same answers.
"""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from peelian.records.codes import CodeList

DIGITS = "0123456789"


@dataclass(frozen=True)
class Place:
    """Which force and month a file is about; both empty for files about the whole country."""

    force_id: str
    month: str


class Rule(Protocol):
    """What a value of a column must be."""

    def proven(self, values: pa.Array, place: Place) -> bool:
        """Whether all values are seen to keep the rule without asking SQL; a quick look.

        No means only that SQL must be asked.
        """
        ...

    def wrong(self, value: str, place: Place) -> str:
        """SQL that is true where the text in the SQL expression `value` breaks the rule."""
        ...

    def converted(self, value: str) -> str:
        """SQL for what is stored; the same as `value` where the text is stored as it is."""
        ...

    def reason(self, value: str) -> str:
        """What is wrong with this value, in a few words."""
        ...

    def expected(self, value: str, place: Place) -> str:
        """What would be right instead of this value."""
        ...


def quoted(text: str) -> str:
    """A text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"


@dataclass(frozen=True)
class Text:
    """Any words up to a length; blank is allowed unless `required`."""

    longest: int
    required: bool = False

    def proven(self, values: pa.Array, place: Place) -> bool:
        in_bytes = int(lengths(values).max(initial=0))
        return in_bytes <= self.longest and not (self.required and values.null_count)

    def wrong(self, value: str, place: Place) -> str:
        # strlen counts bytes and is free; length counts characters and is asked only if need be.
        too_long = f"(strlen({value}) > {self.longest} AND length({value}) > {self.longest})"
        return f"({value} IS NULL OR {too_long})" if self.required else too_long

    def converted(self, value: str) -> str:
        return value

    def reason(self, value: str) -> str:
        return f"longer than {self.longest} characters" if value else "blank"

    def expected(self, value: str, place: Place) -> str:
        return f"at most {self.longest} characters" if value else "a value"


@dataclass(frozen=True)
class Code:
    """One word of a closed list."""

    codes: CodeList
    required: bool = False

    def proven(self, values: pa.Array, place: Place) -> bool:
        allowed = self.codes.codes if self.required else (*self.codes.codes, None)
        return bool(pc.all(pc.is_in(values, value_set=pa.array(allowed, pa.string()))).as_py())

    def wrong(self, value: str, place: Place) -> str:
        listed = ", ".join(quoted(code) for code in self.codes.codes)
        unknown = f"{value} NOT IN ({listed})"
        return f"({value} IS NULL OR {unknown})" if self.required else unknown

    def converted(self, value: str) -> str:
        return value

    def reason(self, value: str) -> str:
        return f"not in the list '{self.codes.name}'" if value else "blank"

    def expected(self, value: str, place: Place) -> str:
        return self.codes.nearest(value)


@dataclass(frozen=True)
class MonthOfFile:
    """The month that the file is about."""

    def proven(self, values: pa.Array, place: Place) -> bool:
        return not values.null_count and bool(pc.all(pc.equal(values, place.month)).as_py())

    def wrong(self, value: str, place: Place) -> str:
        return f"{value} IS DISTINCT FROM {quoted(place.month)}"

    def converted(self, value: str) -> str:
        return value

    def reason(self, value: str) -> str:
        return "not the month of the file" if value else "blank"

    def expected(self, value: str, place: Place) -> str:
        return f"{place.month}, the month in the name of the file"


@dataclass(frozen=True)
class Number:
    """A number within a range, both ends included; blank is allowed unless `required`."""

    low: float
    high: float
    unit: str
    required: bool = False

    sql_type = "DOUBLE"

    def proven(self, values: pa.Array, place: Place) -> bool:
        return False

    def wrong(self, value: str, place: Place) -> str:
        number = f"TRY_CAST({value} AS {self.sql_type})"
        outside = f"NOT coalesce({number} BETWEEN {self.low} AND {self.high}, false)"
        return outside if self.required else f"({value} IS NOT NULL AND {outside})"

    def converted(self, value: str) -> str:
        return f"TRY_CAST({value} AS {self.sql_type})"

    def reason(self, value: str) -> str:
        return "not a number in the range" if value else "blank"

    def expected(self, value: str, place: Place) -> str:
        return f"a number from {self.low:g} to {self.high:g} {self.unit}".rstrip()


@dataclass(frozen=True)
class Whole(Number):
    """A whole number within a range, written without separators."""

    sql_type = "BIGINT"

    def wrong(self, value: str, place: Place) -> str:
        # A cast alone would round '2.5' to a whole number instead of refusing it.
        fraction = f"NOT regexp_full_match({value}, '[+-]?[0-9]+')"
        return f"({super().wrong(value, place)} OR coalesce({fraction}, false))"

    def expected(self, value: str, place: Place) -> str:
        return f"a whole number from {self.low:g} to {self.high:g} {self.unit}".rstrip()


@dataclass(frozen=True)
class Form:
    """A text of a fixed form: runs of so many characters out of a set, described in words."""

    runs: tuple[tuple[str, int], ...]
    in_words: str
    required: bool = False

    def proven(self, values: pa.Array, place: Place) -> bool:
        given = values.drop_null() if values.null_count else values
        size = sum(times for _, times in self.runs)
        if (self.required and values.null_count) or bool((lengths(given) != size).any()):
            return False
        letters = characters(given).reshape(-1, size)
        begin = 0
        for allowed, times in self.runs:
            known = np.zeros(256, dtype=bool)
            known[[ord(letter) for letter in allowed]] = True
            if not known[letters[:, begin : begin + times]].all():
                return False
            begin += times
        return True

    def wrong(self, value: str, place: Place) -> str:
        pattern = "".join(f"[{allowed}]{{{times}}}" for allowed, times in self.runs)
        other = f"NOT regexp_full_match({value}, {quoted(pattern)})"
        return f"({value} IS NULL OR {other})" if self.required else other

    def converted(self, value: str) -> str:
        return value

    def reason(self, value: str) -> str:
        return "not of the form asked for" if value else "blank"

    def expected(self, value: str, place: Place) -> str:
        return self.in_words if self.required else f"{self.in_words}, or blank"


def hexadecimal(size: int) -> Form:
    """An identifier of so many hexadecimal digits, or blank."""
    return Form(((DIGITS + "abcdef", size),), f"{size} characters out of 0-9 and a-f")


def area_code(*, required: bool = False) -> Form:
    """An ONS area code such as E01029359: a letter for the country and eight digits."""
    return Form((("EWSNK", 1), (DIGITS, 8)), "an ONS code such as E01029359", required=required)


def lengths(values: pa.Array) -> np.ndarray:
    """The bytes of each text; nothing has none."""
    return np.diff(_offsets(values))


def characters(values: pa.Array) -> np.ndarray:
    """The bytes of all texts after each other."""
    offsets = _offsets(values)
    content = values.buffers()[2]
    if content is None:
        return np.zeros(0, dtype=np.uint8)
    return np.frombuffer(content, dtype=np.uint8)[offsets[0] : offsets[-1]]


def _offsets(values: pa.Array) -> np.ndarray:
    every = np.frombuffer(values.buffers()[1], dtype=np.int32)
    return every[values.offset : values.offset + len(values) + 1]
