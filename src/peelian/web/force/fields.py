"""From a field of a record type to the field of a form: one declaration, read once more."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peelian.records.base import Record
from peelian.records.protection import protection_of
from peelian.records.schema import FieldCard, codes_of, derived_of, fields_of
from peelian.web.force.inputs import DayField, MomentField
from peelian.web.force.words import hint, label

# A list of at most this many words is shown whole; a longer one folds.
SHOWN_WHOLE = 5
NOT_SAID = gettext_lazy("Not said")
# Who keeps a row and where it came from is never typed.
NEVER_TYPED = frozenset({"record_id", "source", "force_id", "version", "id"})


def typed_fields(model: type[Record]) -> tuple[FieldCard, ...]:
    """The fields of a record type that a person fills in, in the order of declaration."""
    derived = derived_of(model)
    return tuple(
        card
        for card in fields_of(model)
        if card.name not in NEVER_TYPED and card.name not in derived
    )


def form_field(
    model: type[Record], card: FieldCard, units: Mapping[str, str], held: Any = None
) -> forms.Field:
    """One question of the form, with its words and the answers that it takes.

    `held` is what the record says now: a word that the list no longer has, or a unit whose name the
    reader may not know, stays an answer until somebody changes it.
    """
    said: dict[str, Any] = {
        "label": label(card),
        "help_text": hint(card),
        "required": not card.optional,
        "error_messages": {"required": _("Fill in: {label}.").format(label=label(card))},
    }
    codes = codes_of(model).get(card.name)
    if codes is not None:
        return _choice(_with(held, codes.codes), optional=card.optional, said=said)
    if card.name == protection_of(model).unit and units:
        known = {**({held: held} if held else {}), **units}
        return forms.ChoiceField(choices=_units(known, optional=card.optional), **said)
    match field := model._meta.get_field(card.name):
        case models.BooleanField():
            return _yes_or_no(said)
        case models.DateTimeField():
            return MomentField(**said)
        case models.DateField():
            return DayField(**said)
        case models.IntegerField():
            return forms.IntegerField(widget=_short("numeric"), **said)
        case models.FloatField():
            return forms.FloatField(widget=_short("decimal"), **said)
        case models.TextField():
            return forms.CharField(widget=forms.Textarea(attrs={"rows": 5}), **said)
        case _:
            return forms.CharField(max_length=getattr(field, "max_length", None), **said)


def _with(held: Any, codes: tuple[str, ...]) -> tuple[str, ...]:
    return (*codes, held) if held and held not in codes else codes


def _choice(codes: tuple[str, ...], *, optional: bool, said: dict[str, Any]) -> forms.Field:
    choices: list[tuple[str, Any]] = [(code, code) for code in codes]
    if len(choices) <= SHOWN_WHOLE:
        if optional:
            choices.append(("", NOT_SAID))
        return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **said)
    return forms.ChoiceField(choices=[("", _("Choose")), *choices], **said)


def _units(units: Mapping[str, str], *, optional: bool) -> list[tuple[str, Any]]:
    named = sorted(units.items(), key=lambda pair: pair[1])
    first = NOT_SAID if optional else _("Choose")
    return [("", first), *((ref, f"{name} ({ref})") for ref, name in named)]


def _yes_or_no(said: dict[str, Any]) -> forms.Field:
    return forms.TypedChoiceField(
        choices=[("True", _("Yes")), ("False", _("No")), ("", NOT_SAID)],
        coerce=lambda text: text == "True",
        empty_value=None,
        widget=forms.RadioSelect,
        **(said | {"required": False}),
    )


def _short(mode: str) -> forms.Widget:
    return forms.TextInput(attrs={"inputmode": mode, "class": "govuk-input--width-10"})
