"""What follows from other fields is the same for a typed row as for a loaded one."""

from datetime import UTC, date, datetime, timedelta

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from peelian.records.derive import derive
from peelian.records.derived import (
    Grouped,
    LocalDate,
    LocalHour,
    LocalMonth,
    MinutesBetween,
    QuarterHour,
    Weekday,
)
from peelian.records.load.derive import derivation_sql

GROUPS = Grouped("word", {"White - English": "White", "Not stated": None})
RULES = (
    LocalMonth("first"),
    LocalDate("first"),
    LocalHour("first"),
    QuarterHour("first"),
    Weekday("first"),
    MinutesBetween("first", "last"),
    GROUPS,
)
MIDNIGHT = datetime(2026, 3, 31, 23, 30, tzinfo=UTC)
# Seconds since 1970, over both kinds of summer time that the zone has had since.
moments = st.none() | st.integers(0, 2_000_000_000).map(
    lambda seconds: datetime.fromtimestamp(seconds, UTC)
)
words = st.none() | st.sampled_from(["White - English", "Not stated", "Something else", ""])


@pytest.fixture(scope="module")
def engine():
    """The engine of the loader, with its zone."""
    engine = duckdb.connect()
    engine.execute("SET TimeZone='Europe/London'")
    yield engine
    engine.close()


@given(first=moments, last=moments, word=words)
def test_python_and_the_loader_agree(engine, first, last, word):
    row = {"first": first, "last": last, "word": word}
    told = ", ".join(derivation_sql(rule) for rule in RULES)
    by_loader = engine.execute(
        f"SELECT {told} FROM (SELECT CAST(? AS TIMESTAMPTZ) AS first, "
        "CAST(? AS TIMESTAMPTZ) AS last, CAST(? AS VARCHAR) AS word)",
        [first, last, word],
    ).fetchone()

    assert tuple(derive(rule, row) for rule in RULES) == by_loader


@pytest.mark.parametrize(
    ("rule", "follows"),
    [
        (LocalMonth("first"), "2026-04"),
        (LocalDate("first"), date(2026, 4, 1)),
        (LocalHour("first"), 0),
        (QuarterHour("first"), 2),
        (Weekday("first"), 3),
        (MinutesBetween("first", "last"), 61),
        (GROUPS, "White"),
    ],
)
def test_half_past_eleven_in_greenwich_is_after_midnight_here(rule, follows):
    last = MIDNIGHT + timedelta(minutes=61, seconds=59)

    assert derive(rule, {"first": MIDNIGHT, "last": last, "word": "White - English"}) == follows


def test_a_clock_that_runs_back_gives_no_duration():
    row = {"first": MIDNIGHT, "last": MIDNIGHT - timedelta(seconds=1)}

    assert derive(MinutesBetween("first", "last"), row) is None
