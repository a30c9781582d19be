"""Clocks in words, for manual pages and definitions: "3 months beginning with that day"."""

from peelian.engines.duties.clocks import (
    AtMoment,
    Clock,
    Counting,
    Days,
    DependsOn,
    Earliest,
    FromRecord,
    Hours,
    Length,
    Minutes,
    Months,
    OnDay,
    WorkingDays,
)
from peelian.engines.duties.settings import Setting
from peelian.records.happenings import Fact


def clock_in_words(clock: Clock) -> str:
    """How long there is from the start, as a phrase without a full stop.

    A number that a force sets stands as Peelian's default, and says so.
    """
    match clock:
        case Minutes():
            return _true_time(clock.number, "minute")
        case Hours():
            return _true_time(clock.number, "hour")
        case Days():
            return _calendar(clock.number, "day", clock.counting)
        case WorkingDays():
            return _calendar(clock.number, "working day", clock.counting)
        case Months():
            return _calendar(clock.number, "month", clock.counting)
        case OnDay():
            return f"to the end of the day that the record states ({fact_in_words(clock.fact)})"
        case AtMoment():
            return f"until the moment that the record states ({fact_in_words(clock.fact)})"
        case DependsOn():
            return (
                f"{clock_in_words(clock.then)} where {_condition(clock)}, otherwise "
                f"{clock_in_words(clock.otherwise)}"
            )
        case Earliest():
            return f"whichever ends first of: {'; '.join(clock_in_words(one) for one in clock.of)}"


def fact_in_words(fact: str) -> str:
    """A fact as people would name it: "visit every days" of `visit_every_days`."""
    return fact.replace("_", " ")


def value_in_words(value: Fact) -> str:
    """One value of a fact in words."""
    match value:
        case True:
            return "yes"
        case False:
            return "no"
        case None:
            return "not stated"
        case _:
            return str(value)


def _condition(clock: DependsOn) -> str:
    values = " or ".join(value_in_words(value) for value in clock.values)
    return f"“{fact_in_words(clock.fact)}” is {values}"


def _true_time(number: Length, unit: str) -> str:
    return f"{_number(number, unit)}, nights and weekends included{_whose(number)}"


def _calendar(number: Length, unit: str, counting: Counting) -> str:
    if number == 0:
        return f"to the end of the same {unit}"
    return f"{_number(number, unit)} {counting} that day{_whose(number)}"


def _number(number: Length, unit: str) -> str:
    match number:
        case Setting():
            return _several(number.default, unit)
        case FromRecord():
            return f"as many {unit}s as the record states ({fact_in_words(number.fact)})"
        case _:
            return _several(number, unit)


def _several(number: int, unit: str) -> str:
    return f"{number:,} {unit}" if number == 1 else f"{number:,} {unit}s"


def _whose(number: Length) -> str:
    if isinstance(number, Setting):
        return f" (Peelian's default until the force sets its own: {number.says})"
    return ""
