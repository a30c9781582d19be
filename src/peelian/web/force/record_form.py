"""The form of a record: the fields that this person may fill in, and the version they saw."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from peelian.access.giving.refusal import REASON_LIMIT
from peelian.engines.registers.errors import Invalid
from peelian.records.base import Record
from peelian.records.schema import FieldCard
from peelian.web.force.fields import form_field

# Names that no field of a record has.
VERSION, WHY, WAS = "_version", "_why", "_was"
DIGEST = 16


class RecordForm(forms.Form):
    """Made for one record type. A fingerprint of what each box held goes with the form.

    So a save sends only what its author has touched: what a colleague wrote meanwhile in another
    field is neither lost nor taken for theirs (C-REC-2).
    """

    def __init__(
        self,
        data: QueryDict | None,
        *,
        model: type[Record],
        cards: Iterable[FieldCard],
        units: Mapping[str, str],
        values: Mapping[str, Any] | None = None,
        version: int | None = None,
    ) -> None:
        cards = tuple(cards)
        names = {card.name for card in cards}
        given = {name: value for name, value in (values or {}).items() if name in names}
        was = {card.name: _digest(given.get(card.name)) for card in cards}
        initial = {**given, VERSION: version, WAS: was}
        super().__init__(data, initial=initial, auto_id="record-%s")
        self.cards = cards
        for card in cards:
            self.fields[card.name] = form_field(model, card, units, given.get(card.name))
        if version is not None:
            self.fields[VERSION] = forms.IntegerField(widget=forms.HiddenInput)
            self.fields[WAS] = forms.JSONField(widget=forms.HiddenInput)
            self.fields[WHY] = forms.CharField(
                label=_("Why you change it (optional)"), max_length=REASON_LIMIT, required=False
            )

    @property
    def version(self) -> int:
        """The version of the record that the form was made from."""
        return int(self.cleaned_data[VERSION])

    @property
    def why(self) -> str:
        """The reason for the change, as far as one was given."""
        return str(self.cleaned_data[WHY])

    def values(self) -> dict[str, Any]:
        """Everything that was filled in, by field; nothing as None."""
        return {card.name: self._value(card) for card in self.cards}

    def touched(self) -> dict[str, Any]:
        """What its author has changed since the form was made."""
        was = self.cleaned_data[WAS]
        return {
            name: value
            for name, value in self.values().items()
            if not isinstance(was, dict) or was.get(name) != _digest(value)
        }

    def see(self, version: int) -> None:
        """The author is shown what somebody else saved: another save may now replace it."""
        self.data = {**self.data.dict(), VERSION: str(version)}  # type: ignore[attr-defined]

    def refuse(self, error: Invalid) -> None:
        """Put what the register said beside the fields that it is about."""
        for name, sentence in error.errors.items():
            self.add_error(name if name in self.fields else None, sentence)

    def _value(self, card: FieldCard) -> Any:
        value = self.cleaned_data.get(card.name)
        if isinstance(value, str):
            value = value.replace("\r\n", "\n")
        return None if value == "" and card.optional else value


def _digest(value: Any) -> str:
    """A fingerprint of a value as a box holds it: minutes without seconds, lines as they end."""
    if isinstance(value, datetime):
        value = value.astimezone(UTC).replace(second=0, microsecond=0).isoformat()
    text = "" if value is None else str(value).replace("\r\n", "\n")
    return sha256(text.encode()).hexdigest()[:DIGEST]
