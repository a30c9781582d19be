"""Fields that follow from others of their row, in SQL, and what must agree with them.

A column or a constant that gives such a field stands where it says something. A calendar field
that is given is held to the moment that it follows from: a row in which the two disagree is
refused. Durations and groups that are given stand as they are, since systems round and group
unlike.

A file that is about a month gives its rows that month. Publishers cut months by local time or by
UTC (data.police.uk did the one until August 2020 and both since), so that a row of the hour
between the two belongs to the month in whose file it stands, and is counted once. A row whose
moment lies in neither is refused.
"""

from dataclasses import dataclass

from peelian.records.derived import (
    ZONE,
    Derivation,
    Grouped,
    LocalDate,
    LocalHour,
    LocalMonth,
    MinutesBetween,
    QuarterHour,
    Weekday,
)
from peelian.records.load.errors import NothingLoads
from peelian.records.load.kinds import Column
from peelian.records.load.rules import quoted
from peelian.records.load.source import Found
from peelian.records.schema import derived_of, fields_of

Calendar = LocalMonth | LocalDate | LocalHour | QuarterHour | Weekday
MINUTE = 60_000_000  # microseconds
CALENDAR = (LocalMonth, LocalDate, LocalHour, QuarterHour, Weekday)


@dataclass(frozen=True)
class Check:
    """A cell that other cells of its row, or the name of the file, may prove wrong.

    `wrong` is SQL that is true where they do. `told` is SQL for what they say; it stands for `{}`
    in `reason` and `expected`.
    """

    column: Column
    wrong: str
    told: str
    reason: str
    expected: str


@dataclass(frozen=True)
class Derived:
    """What follows in the rows of one file: SQL by field, and the checks that go with it.

    `needs` are the fields that the SQL reads.
    """

    fields: dict[str, str]
    needs: frozenset[str]
    checks: tuple[Check, ...]


def derived(found: Found) -> Derived:
    """What follows in the rows of this file. Raises `NothingLoads` if nothing tells the month."""
    columns, month = found.kind.fields, found.place.month
    constants = {field for field, _value in found.kind.constants}
    required = {card.name for card in fields_of(found.kind.model) if not card.optional}
    sql: dict[str, str] = {}
    checks: list[Check] = []
    needs: set[str] = set()
    for field, rule in derived_of(found.kind.model).items():
        sources = _sources(rule)
        of_file = quoted(month) if month and isinstance(rule, LocalMonth) else ""
        if field in constants:
            continue
        if not set(sources) <= set(columns):
            if of_file and field not in columns:
                sql[field] = of_file
            elif field in required and field not in columns:
                raise NothingLoads(f"nothing in it or in its name tells the {field} of its rows.")
            continue
        needs |= {*sources, field} & set(columns)
        made, source = derivation_sql(rule), columns[sources[0]]
        given = field in columns
        sql[field] = f"coalesce({_name(field)}, {made})" if given else made
        if of_file and isinstance(rule, LocalMonth):
            sql[field] = of_file
            checks.append(_within_month(source, made, rule, month))
        if given and isinstance(rule, CALENDAR):
            checks.append(
                _against(columns[field], of_file, "not the month of the file")
                if of_file
                else _against(
                    columns[field], made, f"not what '{source.header}' says by local time"
                )
            )
        if field in required and not of_file:
            checks.append(_not_blank(source, sql[field], field))
    return Derived(sql, frozenset(needs), tuple(checks))


def derivation_sql(rule: Derivation) -> str:
    """SQL for what follows by a rule, from the fields that it names; nothing from nothing."""
    if isinstance(rule, CALENDAR):
        return _of_local(rule)
    if isinstance(rule, MinutesBetween):
        first, last = _name(rule.first), _name(rule.last)
        apart = f"(epoch_us({last}) - epoch_us({first}))"
        return f"CASE WHEN {last} >= {first} THEN {apart} // {MINUTE} END"
    cases = " ".join(
        f"WHEN {quoted(value)} THEN {quoted(group)}"
        for value, group in rule.groups.items()
        if group is not None
    )
    return f"CASE {_name(rule.value)} {cases} END" if cases else "CAST(NULL AS VARCHAR)"


def _of_local(rule: Calendar) -> str:
    local = f"timezone({quoted(ZONE)}, {_name(rule.moment)})"
    if isinstance(rule, LocalMonth):
        return f"strftime({local}, '%Y-%m')"
    if isinstance(rule, LocalDate):
        return f"CAST({local} AS DATE)"
    if isinstance(rule, LocalHour):
        return f"hour({local})"
    if isinstance(rule, QuarterHour):
        return f"(hour({local}) * 4 + minute({local}) // 15)"
    return f"isodow({local})"


def _sources(rule: Derivation) -> tuple[str, ...]:
    if isinstance(rule, MinutesBetween):
        return (rule.first, rule.last)
    return (rule.value if isinstance(rule, Grouped) else rule.moment,)


def _within_month(source: Column, made: str, rule: LocalMonth, month: str) -> Check:
    in_utc = f"strftime(timezone('UTC', {_name(rule.moment)}), '%Y-%m')"
    return Check(
        column=source,
        wrong=f"{made} <> {quoted(month)} AND {in_utc} <> {quoted(month)}",
        told=derivation_sql(LocalDate(rule.moment)),
        reason="on {} local time, which is not in the month of the file",
        expected=f"a moment in {month} local time, the month that the file is about",
    )


def _against(given: Column, right: str, reason: str) -> Check:
    wrong = f"{_name(given.field)} <> {right}"
    return Check(column=given, wrong=wrong, told=right, reason=reason, expected="{}")


def _not_blank(source: Column, filled: str, field: str) -> Check:
    return Check(
        column=source,
        wrong=f"{filled} IS NULL",
        told="NULL",
        reason=f"blank, and nothing else tells the {field}",
        expected="a value",
    )


def _name(field: str) -> str:
    return f'"{field}"'
