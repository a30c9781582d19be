"""Rules for words that stand for others, for days and for moments: what is stored for a text."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import duckdb
import pyarrow as pa
import pytest

from peelian.records.codes import CodeList
from peelian.records.load.rules import Place
from peelian.records.load.rules_time import ISO, Day, Moment, WrongTime
from peelian.records.load.rules_words import Flag, Recoded

PLACE = Place("kent", "2021-03")
LONDON = ZoneInfo("Europe/London")
SIZES = CodeList("sizes", "a tailor", ("small", "large", "it's wide"))
OLDER = Recoded(SIZES, {"S": "small", "XL": "large", "unknown": None, "it's big": "large"})
STATED = Recoded(SIZES, {"S": "small", "unknown": None}, required=True)
BRITISH = Moment(zone="Europe/London", forms=("%d/%m/%Y %H:%M", ISO))


def at(*moment: int) -> datetime:
    return datetime(*moment, tzinfo=UTC)


# rule, what is stored for texts that keep it (None is a blank), texts that break it
EXAMPLES = [
    (
        Flag(),
        {"True": True, "FALSE": False, "1.0": True, "0": False, "Yes": True, "n": False}
        | {None: None},
        ["maybe", "2", "Tru", "-"],
    ),
    (Flag(true=("J",), false=("N",), required=True), {"J": True, "n": False}, ["Y", None]),
    (
        OLDER,
        {"small": "small", "S": "small", "it's wide": "it's wide", "it's big": "large"}
        | {"unknown": None, None: None},
        ["s", "Small", "medium"],
    ),
    (STATED, {"S": "small", "large": "large"}, ["unknown", None, "XL"]),
    (
        Day(),
        {"2021-03-31": date(2021, 3, 31), "2024-02-29": date(2024, 2, 29), None: None},
        ["31/03/2021", "2023-02-29", "2021-13-01", "20210331", "1899-12-31", "infinity"],
    ),
    (
        Day(forms=("%d/%m/%Y", "%d-%b-%y"), required=True),
        {"31/03/2021": date(2021, 3, 31), "1/2/2021": date(2021, 2, 1)}
        | {"05-Apr-21": date(2021, 4, 5)},
        [None, "03/31/2021", "2021-03-31", "31/03/21"],
    ),
    (
        Moment(),
        {
            "2019-03-31T23:00:00+00:00": at(2019, 3, 31, 23),
            "2019-04-01T00:30:00+01:00": at(2019, 3, 31, 23, 30),
            "2019-03-31T23:00:00Z": at(2019, 3, 31, 23),
            "2019-03-31 23:00:07.250-05": datetime(2019, 4, 1, 4, 0, 7, 250_000, tzinfo=UTC),
            "2019-03-31 23:00": at(2019, 3, 31, 23),
            None: None,
        },
        ["2019-03-31", "31/03/2019 23:00", "2019-02-30T23:00:00Z", "2019-03-31T24:00:00Z", "now"],
    ),
    (
        Moment(required=True),
        {
            "2019-03-31T23:00+01": at(2019, 3, 31, 22),
            "2019-03-31T23:00-00:30": at(2019, 3, 31, 23, 30),
        },
        [None, "2019-03-31T23:60:00", "0019-03-31T23:00:00", "2019-03-31T23:00:00+25:00"],
    ),
    (
        BRITISH,
        {
            "01/07/2021 00:30": at(2021, 6, 30, 23, 30),
            "01/01/2021 00:30": at(2021, 1, 1, 0, 30),
            "2021-07-01T00:30": at(2021, 6, 30, 23, 30),
            "2021-07-01T00:30Z": at(2021, 7, 1, 0, 30),
            # Twice on that night: the first, before clocks went back.
            "31/10/2021 01:30": at(2021, 10, 31, 0, 30),
            "31/10/2021 02:00": at(2021, 10, 31, 2, 0),
            "28/03/2021 00:59": at(2021, 3, 28, 0, 59),
            "28/03/2021 02:00": at(2021, 3, 28, 1, 0),
            None: None,
        },
        ["28/03/2021 01:00", "28/03/2021 01:59", "07/28/2021 10:00", "01/07/21 00:30"],
    ),
    (
        Moment(zone="Australia/Lord_Howe"),
        # Clocks go back by half an hour there, from two o'clock.
        {"2021-04-04 01:45": at(2021, 4, 3, 14, 45), "2021-04-04 02:15": at(2021, 4, 3, 15, 45)},
        ["2021-10-03 02:15"],
    ),
]


@pytest.fixture(scope="module")
def engine():
    with duckdb.connect(config={"threads": 1}) as connection:
        connection.execute("SET TimeZone='UTC'")
        yield connection


def asked(engine, sql, values):
    engine.register("texts", pa.table({"value": pa.array(values, pa.string())}))
    return engine.execute(f"SELECT {sql} AS answer FROM texts").to_arrow_table()[0].to_pylist()


@pytest.mark.parametrize(("rule", "good", "bad"), EXAMPLES)
def test_a_good_text_becomes_its_value(engine, rule, good, bad):
    assert asked(engine, rule.converted("value"), list(good)) == list(good.values())


@pytest.mark.parametrize(("rule", "good", "bad"), EXAMPLES)
def test_sql_finds_exactly_the_wrong_texts(engine, rule, good, bad):
    wrong = asked(engine, f"coalesce({rule.wrong('value', PLACE)}, false)", [*good, *bad])
    assert wrong == [False] * len(good) + [True] * len(bad)


@pytest.mark.parametrize(("rule", "good", "bad"), EXAMPLES)
def test_the_quick_look_never_passes_a_wrong_text(rule, good, bad):
    for value in bad:
        # A slice, because a block may be part of a larger column.
        assert not rule.proven(pa.array(["x", *good, value], pa.string()).slice(1), PLACE)


@pytest.mark.parametrize(
    ("rule", "good"), [(r, good) for r, good, _ in EXAMPLES if isinstance(r, Flag | Recoded)]
)
def test_the_quick_look_passes_right_words(rule, good):
    assert rule.proven(pa.array(["x", *good], pa.string()).slice(1), PLACE)


@pytest.mark.parametrize(("rule", "good", "bad"), EXAMPLES)
def test_every_rule_says_what_is_wrong_and_what_would_be_right(rule, good, bad):
    for value in bad:
        assert rule.reason(value or "")
        assert rule.expected(value or "", PLACE)


def test_a_time_over_which_clocks_leapt_is_told_as_such():
    assert BRITISH.reason("28/03/2021 01:30") == (
        "a time that never was in Europe/London: clocks went forward past it"
    )
    assert BRITISH.expected("28/03/2021 01:30", PLACE).startswith("02:30 by the clock")
    assert BRITISH.expected("28.3.2021", PLACE).startswith("a moment such as 31/03/2021 23:05 or")


def test_an_unknown_word_gets_the_nearest_one():
    assert OLDER.expected("smal", PLACE) == "perhaps 'small'"
    assert STATED.reason("unknown") == "a word for nothing"


@pytest.mark.parametrize(
    ("declare", "says"),
    [
        (lambda: Moment(zone="Europe/Londn"), "'Europe/Londn' is no time zone"),
        (lambda: Moment(zone="../etc"), "is no time zone"),
        (lambda: Moment(forms=("%d/%m/%Y",)), "does not tell a day, an hour and a minute"),
        (lambda: Moment(forms=("%d/%m/%Y %H:%M %z",)), "reads an offset"),
        (lambda: Day(forms=("%m/%Y",)), "does not tell a day, a month and a year"),
        (lambda: Day(forms=("%q",)), "does not tell a day"),
    ],
)
def test_a_rule_that_cannot_work_is_refused_when_declared(declare, says):
    with pytest.raises(WrongTime, match=says):
        declare()


def clock_changes(first: int, last: int) -> list[datetime]:
    """Every hour of these years, in UTC, before which London's offset differs from after."""
    begin = datetime(first, 1, 1, tzinfo=UTC)
    days = [begin + timedelta(days=day) for day in range((last - first + 1) * 366)]
    return [
        day
        for day, after in pairwise(days)
        if day.astimezone(LONDON).utcoffset() != after.astimezone(LONDON).utcoffset()
    ]


def test_local_time_is_read_as_zoneinfo_has_it_round_every_clock_change(engine):
    """Half hours of the days round all changes of 2000 to 2035."""
    changes = clock_changes(2000, 2035)
    assert len(changes) == 72
    shown, wanted = [], []
    for day in changes:
        midnight = day.replace(tzinfo=None)
        for half in range(-12, 60):
            naive = midnight + timedelta(minutes=30 * half)
            moment = naive.replace(tzinfo=LONDON).astimezone(UTC)
            shown.append(f"{naive:%d/%m/%Y %H:%M}")
            never = moment.astimezone(LONDON).replace(tzinfo=None) != naive
            wanted.append(None if never else moment)
    assert wanted.count(None) == 36 * 2
    assert asked(engine, BRITISH.converted("value"), shown) == wanted
