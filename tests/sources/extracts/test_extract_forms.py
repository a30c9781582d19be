"""How numbers, durations and months may be written, and what they become."""

import duckdb
import pytest

from peelian.records.load.rules import Place
from peelian.sources.extracts.forms import (
    FINANCIAL_YEAR,
    Amount,
    Duration,
    MonthOf,
    Percent,
    WholeAmount,
)

PLACE = Place("kent", "2026-02")
REFUSED = "refused"


def read(rule, text):
    """What a rule makes of a text: a value, nothing, or a refusal."""
    wrong, value = rule.wrong("t", PLACE), rule.converted("t")
    query = f"SELECT coalesce({wrong}, false), {value} FROM (SELECT $t AS t)"
    with duckdb.connect() as engine:
        wrong, value = engine.execute(query, {"t": text}).fetchone()
    return REFUSED if wrong else value


@pytest.mark.parametrize(
    ("rule", "text", "value"),
    [
        (WholeAmount(-1e12, 1e12, ""), "1,234", 1234),
        (WholeAmount(-1e12, 1e12, ""), "1234.0", 1234),
        (WholeAmount(-1e12, 1e12, ""), "-7", -7),
        (WholeAmount(-1e12, 1e12, ""), "12,34", REFUSED),
        (WholeAmount(-1e12, 1e12, ""), "1.5", REFUSED),
        (WholeAmount(-1e12, 1e12, ""), "ten", REFUSED),
        (WholeAmount(-1e12, 1e12, ""), None, None),
        (WholeAmount(-1e12, 1e12, "", required=True), None, REFUSED),
        (Amount(-1e12, 1e12, ""), "1,234.5", 1234.5),
        (Amount(-1e12, 1e12, ""), "1.234,5", REFUSED),
        (Amount(-1e12, 1e12, ""), "nan", REFUSED),
        (Percent(0, 1), "78.4%", 0.784),
        (Percent(0, 1), "78.4 %", 0.784),
        (Percent(0, 1), "120%", REFUSED),
        (Percent(0, 1), None, None),
        (Duration("seconds"), "00:01:30", 90),
        (Duration("seconds"), "26:00:01", 93601),
        (Duration("seconds"), "01:30", 90),
        (Duration("seconds"), "75:30", 4530),
        (Duration("seconds"), "00:00:09.8", 9),
        (Duration("seconds"), "1,200", 1200),
        (Duration("seconds"), "00:75:30", REFUSED),
        (Duration("seconds"), "01:60", REFUSED),
        (Duration("seconds"), "-00:01:00", REFUSED),
        (Duration("seconds"), "soon", REFUSED),
        (Duration("seconds"), "-1", REFUSED),
        (WholeAmount(0, 1e12, ""), "-1", REFUSED),
        (WholeAmount(0, 1e12, ""), "0", 0),
        (Duration("minutes"), "01:30:59", 90),
        (Duration("minutes"), "45", 45),
        (Duration("minutes"), None, None),
        (MonthOf(), "2026-02", "2026-02"),
        (MonthOf(), "2026-02-28", "2026-02"),
        (MonthOf(), "2026-13", REFUSED),
        (MonthOf(("%d/%m/%Y",)), "28/02/2026", "2026-02"),
        (MonthOf(("%d/%m/%Y",)), "30/02/2026", REFUSED),
        (MonthOf(("%B %Y",)), "February 2026", "2026-02"),
        (MonthOf((FINANCIAL_YEAR,)), "2017/18", "2018-03"),
        (MonthOf((FINANCIAL_YEAR,)), "1999-2000", "2000-03"),
        (MonthOf((FINANCIAL_YEAR,)), "2017/19", REFUSED),
    ],
)
def test_a_text_becomes(rule, text, value):
    found = read(rule, text)
    assert found == (pytest.approx(value) if isinstance(value, float) else value)


def test_a_form_without_year_or_month_is_refused():
    with pytest.raises(ValueError, match="tells no year and month"):
        MonthOf(("%d/%m",))
