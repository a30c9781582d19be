"""Boxes of the form of a plan: whole numbers, percentage points, conditions of a frame."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from peelian.engines.audits.declared import Audit
from peelian.engines.measures.declared import Dimension


class Number(forms.IntegerField):
    """A whole number in a box as wide as it."""

    def __init__(self, *, width: int = 4, **more: Any) -> None:
        super().__init__(
            min_value=0,
            widget=forms.TextInput(
                attrs={"inputmode": "numeric", "class": f"govuk-input--width-{width}"}
            ),
            error_messages={"invalid": _("Write a whole number, such as 200.")},
            **more,
        )


class Points(forms.DecimalField):
    """Percentage points, with at most one decimal."""

    def __init__(self, **more: Any) -> None:
        super().__init__(
            decimal_places=1,
            widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "govuk-input--width-4"}),
            error_messages={"invalid": _("Write a number, such as 5 or 2.5.")},
            **more,
        )


def with_reasons(names: Mapping[str, Any], says: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """Choices, each with what speaks for it."""
    return [(key, f"{name}. {says[key]}") for key, name in names.items()]


def narrowing_by(audit: Audit, one: Dimension) -> forms.Field:
    """The box by which a frame is narrowed: choices where values are coded."""
    if one.codes is None:
        return forms.CharField(
            label=one.title,
            required=False,
            help_text=_("One or more, with commas between. Empty: all."),
        )
    return forms.MultipleChoiceField(
        label=one.title,
        required=False,
        choices=[(code, audit.in_words(one.key, code)) for code in one.codes.codes],
        widget=forms.CheckboxSelectMultiple(attrs={"class": "govuk-checkboxes--small"}),
        help_text=_("Choose none for all."),
    )
