"""What a record may hold, field by field: texts of a form and values alike become typed values.

Everything that is wrong is told at once, a sentence for each field, so that a form shows all of it.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db import models

from peelian.engines.registers.errors import Invalid
from peelian.records.base import MonthField, Record
from peelian.records.derive import derive, is_calendar, sources_of
from peelian.records.derived import ZONE
from peelian.records.months import NotAMonth
from peelian.records.months import parse as parse_month
from peelian.records.schema import codes_of, derived_of

# Who and whence a record is: given once, by no form.
IDENTITY = frozenset({"id", "record_id", "source", "force_id", "version"})
LONGEST_TEXT = 20_000
WHOLE_NUMBERS = range(-(2**31), 2**31)
YES, NO = ("true", "yes", "1"), ("false", "no", "0")


class Wrong(ValueError):
    """A value that a field cannot hold; the message is the sentence for the form."""


def read_values(model: type[Record], given: Mapping[str, Any]) -> dict[str, Any]:
    """The given values, typed and checked one by one; raises `Invalid` with every error.

    Text is trimmed, and blank text is no value. A moment without a zone is local time.
    """
    fields = fields_by_name(model)
    read: dict[str, Any] = {}
    errors: dict[str, str] = {}
    for name, value in given.items():
        if name in IDENTITY or name not in fields:
            errors[name] = no_such_field()
            continue
        try:
            read[name] = _typed(model, fields[name], value)
        except Wrong as wrong:
            errors[name] = str(wrong)
    if errors:
        raise Invalid(errors)
    return read


def complete(
    model: type[Record], row: Mapping[str, Any], given: Mapping[str, Any]
) -> dict[str, Any]:
    """A whole row: what follows from other fields is filled in, what must be there is there.

    `row` holds every field as it would be, `given` what was said now. A calendar field that
    disagrees with its moment is refused, as the loader does; a duration or group that is given
    stands. Raises `Invalid`.
    """
    whole = dict(row)
    errors: dict[str, str] = {}
    for name, rule in derived_of(model).items():
        made = derive(rule, whole)
        moved = any(source in given for source in sources_of(rule))
        if name in given and given[name] is not None:
            if made is not None and is_calendar(rule) and given[name] != made:
                errors[name] = (
                    f"{sources_of(rule)[0]} says {made}. Leave this blank, or correct it."
                )
        elif moved or whole.get(name) is None:
            # What nothing has moved stays: a loaded row has the month of its file.
            whole[name] = made
    for name, field in fields_by_name(model).items():
        if name in IDENTITY or name in errors or field.null:
            continue
        if whole.get(name) in (None, ""):
            tells = derived_of(model).get(name)
            source = f", or {sources_of(tells)[0]}, which tells it" if tells else ""
            errors[name] = f"Enter a value{source}."
    if errors:
        raise Invalid(errors)
    return whole


def fields_by_name(model: type[Record]) -> "dict[str, models.Field[Any, Any]]":
    """The fields of a record type, in the order of declaration."""
    return {field.name: field for field in model._meta.concrete_fields}


def no_such_field() -> str:
    """What is said of a field that does not exist, or that the actor may not know of."""
    return "This record has no such field, or it cannot be entered."


def _typed(model: type[Record], field: "models.Field[Any, Any]", value: Any) -> Any:
    if isinstance(value, str):
        value = value.strip()
    if value is None or value == "":
        return None
    match field:
        case models.BooleanField():
            return _boolean(value)
        case models.DateTimeField():
            return _moment(value)
        case models.DateField():
            return _day(value)
        case models.IntegerField():
            return _whole(value)
        case models.FloatField():
            return _number(value)
        case _:
            return _text(model, field, value)


def _boolean(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    said = str(value).lower()
    if said in YES:
        return True
    if said in NO:
        return False
    raise Wrong("Choose yes or no.")


def _moment(value: Any) -> datetime:
    try:
        found = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    except ValueError:
        raise Wrong("Enter a date and time, for example 2026-03-02 14:30.") from None
    return found if found.tzinfo else found.replace(tzinfo=ZoneInfo(ZONE))


def _day(value: Any) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise Wrong("Enter a date, for example 2026-03-02.") from None


def _whole(value: Any) -> int:
    try:
        found = int(value)
    except (TypeError, ValueError):
        raise Wrong("Enter a whole number.") from None
    if found not in WHOLE_NUMBERS:
        raise Wrong("Enter a smaller number.")
    return found


def _number(value: Any) -> float:
    try:
        found = float(value)
    except (TypeError, ValueError):
        raise Wrong("Enter a number.") from None
    if found != found or found in (float("inf"), float("-inf")):
        raise Wrong("Enter a number.")
    return found


def _text(model: type[Record], field: "models.Field[Any, Any]", value: Any) -> str:
    text = str(value)
    codes = codes_of(model).get(field.name)
    if "\x00" in text:
        raise Wrong("This holds a character that cannot be kept. Enter it again.")
    if isinstance(field, MonthField):
        try:
            return parse_month(text)
        except NotAMonth as error:
            raise Wrong(str(error)) from None
    if codes is not None and text not in codes:
        raise Wrong(f"'{text}' is not on the list; {codes.nearest(text)}.")
    longest = field.max_length or LONGEST_TEXT
    if len(text) > longest:
        raise Wrong(f"Use at most {longest:,} characters; these are {len(text):,}.")
    return text
