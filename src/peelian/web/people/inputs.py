"""Fields that several forms of people and access have."""

from datetime import UTC, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext_lazy as _

from peelian.access.giving.refusal import REASON_LIMIT
from peelian.records.derived import ZONE


class Reason(forms.CharField):
    """Why, in words: whoever reviews the trail reads it."""

    def __init__(self, **more: Any) -> None:
        said: dict[str, Any] = {
            "label": _("Why"),
            "help_text": _("In a sentence. Whoever reviews this reads it."),
            "max_length": REASON_LIMIT,
            "error_messages": {"required": _("Say why.")},
        }
        super().__init__(**(said | more))


class DayField(forms.DateField):
    """A day, as browsers ask for it."""

    def __init__(self, **more: Any) -> None:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        said: dict[str, Any] = {
            "widget": widget,
            "error_messages": {
                "required": _("Choose a day."),
                "invalid": _("Write the day as year-month-day, such as 2026-03-31."),
            },
        }
        super().__init__(**(said | more))


class MomentField(forms.DateTimeField):
    """A local day and time, as browsers ask for it."""

    def __init__(self, **more: Any) -> None:
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        said: dict[str, Any] = {
            "widget": widget,
            "input_formats": ("%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"),
            "error_messages": {
                "required": _("Choose a day and a time."),
                "invalid": _("Write day and time as 2026-03-31 07:00."),
            },
        }
        super().__init__(**(said | more))


class ReasonForm(forms.Form):
    """A deed that wants nothing but a reason."""

    reason = Reason()

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, auto_id="deed-%s")


class DeedForm(forms.Form):
    """Every form of a deed has names of its own for its fields on the page."""

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, auto_id="deed-%s")

    def choose(self, field: str, choices: list[tuple[str, str]]) -> None:
        """What can be chosen here and now."""
        chosen = self.fields[field]
        assert isinstance(chosen, forms.ChoiceField)
        chosen.choices = choices


def end_of(day: Any) -> datetime | None:
    """The first moment after a local day: what is given until a day counts on that day."""
    if day is None:
        return None
    return datetime.combine(day, time.max, ZoneInfo(ZONE)).astimezone(UTC)
