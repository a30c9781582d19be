"""The rule of a mapped column: what its record type asks, in the way that the file writes it.

Kinds, lengths and code lists come from the record type, so that a mapping never repeats them.
"""

from django.db import models

from peelian.records.base import MonthField, Record
from peelian.records.codes import CodeList
from peelian.records.derived import ZONE
from peelian.records.load.rules import Rule, Text
from peelian.records.load.rules_time import ISO, ISO_DAY, Day, Moment
from peelian.records.load.rules_words import NO, YES, Flag, Recoded
from peelian.records.schema import codes_of
from peelian.sources.extracts.declared import FieldFrom, Form
from peelian.sources.extracts.forms import (
    FINANCIAL_YEAR,
    Amount,
    Duration,
    MonthOf,
    Percent,
    WholeAmount,
)

# Wide enough for any count or measurement; narrower limits belong to a record type's own adapter.
LIMIT = 1e12
# In characters. What people write in their own words is long; more than this is not words.
TEXT_LIMIT, WORDS_LIMIT = 200, 20_000
FORMS_OF: dict[str, tuple[Form | None, ...]] = {
    "whole": (None, "number", "duration in seconds", "duration in minutes"),
    "decimal": (None, "number", "percent"),
    "month": (None, "financial year"),
}


def rule_of(model: type[Record], of: FieldFrom) -> Rule:
    """The rule of one field. Raises `ValueError` for a form that the kind of field cannot take."""
    field = model._meta.get_field(of.field)
    assert isinstance(field, models.Field)  # the fields of a record type have no relations
    required = not field.null
    codes = codes_of(model).get(of.field)
    match field:
        case models.BooleanField():
            _check(of, "yes or no")
            return Flag(of.true or YES, of.false or NO, required)
        case models.DateTimeField():
            _check(of, "a moment")
            return Moment(required, of.zone or ZONE, (*of.forms, ISO))
        case models.DateField():
            _check(of, "a day")
            return Day(required, (*of.forms, ISO_DAY))
        case models.FloatField():
            _check(of, "decimal")
            if of.form == "percent":
                return Percent(0, 1, required=required)
            return Amount(-LIMIT, LIMIT, "", required)
        case models.IntegerField():
            _check(of, "whole")
            if of.form in ("duration in seconds", "duration in minutes"):
                return Duration(of.form.rpartition(" ")[2], required)
            # Counts, seconds and minutes: a system writes -1 for "none", never for a number.
            return WholeAmount(0, LIMIT, "", required)
        case MonthField():
            _check(of, "month")
            form = (FINANCIAL_YEAR,) if of.form == "financial year" else of.forms
            return MonthOf(form, required)
        case _:
            _check(of, "a text")
            if codes is None and of.words:
                codes = CodeList(f"words for {of.field}", "the mapping", tuple(_targets(of)))
            if codes is not None:
                return Recoded(codes, of.words, required)
            longest = WORDS_LIMIT if isinstance(field, models.TextField) else TEXT_LIMIT
            return Text(field.max_length or longest, required)


def _targets(of: FieldFrom) -> list[str]:
    return list(dict.fromkeys(word for word in of.words.values() if word is not None))


def _check(of: FieldFrom, kind: str) -> None:
    """That the mapping gives a field nothing that its kind has no use for."""
    allowed = FORMS_OF.get(kind, (None,))
    if of.form not in allowed:
        said = ", ".join(f"'{form}'" for form in allowed if form) or "none"
        raise ValueError(f"'form' is '{of.form}', but the field holds {kind}: {said} can be used.")
    if of.forms and kind not in ("a moment", "a day", "month"):
        raise ValueError(f"'format' is of moments, days and months; this field holds {kind}.")
    if of.zone and kind != "a moment":
        raise ValueError(f"'zone' is of moments; this field holds {kind}.")
    if (of.true or of.false) and kind != "yes or no":
        raise ValueError(f"'true' and 'false' are of yes or no; this field holds {kind}.")
    if of.words and kind != "a text":
        raise ValueError(f"'words' are of texts; this field holds {kind}.")
