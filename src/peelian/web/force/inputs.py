"""Days and moments as people type them: day, month and year apart, as GOV.UK asks for dates.

Nobody has to know in which order a calendar wants them, and nothing is picked by a mouse alone.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from peelian.records.derived import ZONE

TIME = re.compile(r"([01]?\d|2[0-3])[:.]?([0-5]\d)")
# "26" is no year of anybody's, and no calendar goes beyond the year 9999.
FIRST_YEAR, LAST_YEAR = 1800, 2999
PARTS = (_("Day"), _("Month"), _("Year"))


class DayInputs(forms.MultiWidget):
    """Three boxes: day, month, year."""

    template_name = "django/forms/widgets/day_inputs.html"
    use_fieldset = True
    labels: tuple[object, ...] = PARTS

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        boxes = [forms.TextInput(attrs={"inputmode": "numeric"}) for _label in self.labels]
        super().__init__(boxes, attrs)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        for box, said, width in zip(
            context["widget"]["subwidgets"], self.labels, (2, 2, 4, 4), strict=False
        ):
            box["label"], box["width"] = said, width
        return context

    def decompress(self, value: Any) -> list[Any]:
        if isinstance(value, datetime):
            value = localtime(value)
        return [value.day, value.month, value.year] if isinstance(value, date) else [None] * 3


class MomentInputs(DayInputs):
    """Four boxes: day, month, year and a time of the day."""

    labels = (*PARTS, _("Time, such as 14:30"))

    def decompress(self, value: Any) -> list[Any]:
        hour = localtime(value).strftime("%H:%M") if isinstance(value, datetime) else None
        return [*super().decompress(value), hour]


class DayField(forms.MultiValueField):
    """A day of the calendar; empty where all three boxes are."""

    widget = DayInputs
    hidden_widget = forms.HiddenInput
    boxes = 3

    def __init__(self, **more: Any) -> None:
        fields = [forms.CharField(required=False) for _box in range(self.boxes)]
        super().__init__(fields, require_all_fields=False, **more)

    def compress(self, parts: list[str]) -> date | None:
        if not any(part.strip() for part in parts):
            return None
        return _day(parts[:3])


class MomentField(DayField):
    """A moment, typed in local time and kept in UTC."""

    widget = MomentInputs
    boxes = 4

    def compress(self, parts: list[str]) -> datetime | None:
        if not any(part.strip() for part in parts):
            return None
        found = TIME.fullmatch(parts[3].strip())
        if found is None:
            raise ValidationError(_("Write the time as hours and minutes, such as 14:30."))
        at = time(int(found[1]), int(found[2]))
        return datetime.combine(_day(parts[:3]), at, ZoneInfo(ZONE))


def _day(parts: list[str]) -> date:
    try:
        day, month, year = (int(part) for part in parts)
        found = date(year, month, day)
    except (ValueError, OverflowError) as error:
        raise ValidationError(_("Write a real day, such as 31 3 2026.")) from error
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValidationError(_("Write the year with its four digits, such as 2026."))
    return found


def offer(form: forms.Form, name: str, choices: Iterable[tuple[str, object]]) -> None:
    """Give a field its choices, which are known only once the reader is."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField), f"{name} is no field of choices."
    field.choices = list(choices)
