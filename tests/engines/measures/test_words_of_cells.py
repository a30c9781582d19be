"""Numbers in words: decimals only where they mean something, and a dash where there is nothing."""

import pytest

from engines.measures.measure_samples import count, rate, ratio, share, typical
from peelian.engines.measures.cells import Cell
from peelian.engines.measures.periods import Period
from peelian.engines.measures.status import Status
from peelian.engines.measures.words import (
    counts_in_words,
    in_brief,
    range_in_words,
    unit_in_words,
    value_in_words,
)

MARCH = Period("2021-03", "2021-03", "month")


def cell(**changes):
    return Cell(
        **{"measure": "sample.measure", "version": 1, "period": MARCH, "snapshot": "s"} | changes
    )


@pytest.mark.parametrize(
    ("measure", "given", "words"),
    [
        (share(), {"numerator": 49, "denominator": 99, "value": 49 / 99}, "49%"),
        (share(), {"numerator": 50, "denominator": 100, "value": 0.503}, "50.3%"),
        (count(), {"numerator": 12345, "value": 12345}, "12,345"),
        (rate(), {"value": 9.876}, "9.88"),
        (rate(), {"value": 1234.56}, "1,234.6"),
        (ratio(), {"value": 2.345}, "2.35"),
        (typical(), {"value": 1234.56}, "1,234.6"),
        (count(), {"value": None}, "–"),
    ],
)
def test_values(measure, given, words):
    assert value_in_words(cell(**given), measure, given["value"]) == words


@pytest.mark.parametrize(
    ("measure", "given", "words"),
    [
        (count(), {"numerator": 1234}, "1,234"),
        (share(), {"numerator": 382, "denominator": 6049}, "382 of 6,049"),
        (rate(), {"numerator": 3, "denominator": 2000}, "3 among 2,000 residents"),
        (ratio(), {"numerator": 6, "denominator": 1}, "6 against 1"),
        (count(), {"numerator": None}, ""),
    ],
)
def test_counts(measure, given, words):
    assert counts_in_words(cell(**given), measure) == words


def test_ranges():
    limits = cell(numerator=1, denominator=10, value=0.1, lower=0.018, upper=0.404)

    assert range_in_words(limits, share()) == "likely range 2% to 40%"
    assert range_in_words(cell(value=3), count()) == ""


@pytest.mark.parametrize(
    ("measure", "words"),
    [
        (count(), "number"),
        (share(), "share"),
        (rate(base=100_000), "per 100,000 residents"),
        (ratio(), "times as high in 1 as in 10"),
        (typical(), "median, degrees"),
    ],
)
def test_units(measure, words):
    assert unit_in_words(measure) == words


def test_a_cell_in_brief():
    broken_down = {"breakdown": (("force", "kent"), ("lsoa", None))}

    assert in_brief(cell(value=2, numerator=2, unknown=1, **broken_down), count()) == (
        "2021-03, kent, not recorded: 2, 1 unknown"
    )
    assert in_brief(cell(status=Status.NO_DATA), count()) == "2021-03: no_data"
    whole = cell(period=Period("2021-03", "2021-05"), value=0.5, numerator=1, denominator=2)
    assert in_brief(whole, share()) == "1 of 2, 50%"


@pytest.mark.parametrize("status", list(Status))
def test_every_status_has_words_for_readers(status):
    assert status.in_words
