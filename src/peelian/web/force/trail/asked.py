"""What a reviewer asks of the trail, as it stands in the address of the page."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django import forms
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peelian.engines.oversight.about import record_types
from peelian.engines.oversight.reading_trail_filters import LONGEST, TrailFilters
from peelian.engines.registers.by_reference import address_called
from peelian.records.derived import ZONE
from peelian.trail.verbs import Verb
from peelian.web.force.reader import Caller
from peelian.web.force.trail.words import DEEDS, kinds
from peelian.web.people.inputs import DayField

AFTER = "after"


class AskForm(forms.Form):
    """Whom, which record, which deed, when."""

    who = forms.CharField(
        label=gettext_lazy("Who"),
        help_text=gettext_lazy("A name or a part of it, an e-mail address or a staff number."),
        max_length=LONGEST,
        required=False,
    )
    kind = forms.ChoiceField(label=gettext_lazy("Kind of record"), required=False)
    called = forms.CharField(
        label=gettext_lazy("Which record"),
        help_text=gettext_lazy("Its reference, or its address in the trail."),
        max_length=LONGEST,
        required=False,
    )
    verb = forms.ChoiceField(label=gettext_lazy("What was done"), required=False)
    since = DayField(label=gettext_lazy("From"), required=False)
    until = DayField(label=gettext_lazy("To"), required=False)
    request = forms.CharField(
        label=gettext_lazy("Number of a request"), max_length=LONGEST, required=False
    )

    def __init__(self, given: Mapping[str, str]) -> None:
        super().__init__(given, auto_id="ask-%s")
        for name, choices in (
            ("kind", kinds()),
            ("verb", [(str(verb), str(said)) for verb, said in DEEDS.items()]),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [("", _("All")), *choices]

    def asked(self) -> str:
        """What is asked, for an address; empty where nothing is."""
        return urlencode({name: self.data[name] for name in self.fields if self.data.get(name)})

    def filters(self, who: Caller, force_id: str) -> TrailFilters:
        """The same for the verb. A reference is looked up, and taken for an address if unknown."""
        said = self.cleaned_data
        return TrailFilters(
            who=said["who"].strip(),
            record_type=said["kind"],
            address=_address(said["kind"], said["called"].strip(), who, force_id),
            verb=Verb(said["verb"]) if said["verb"] else None,
            since=_begin(said["since"]),
            until=_begin(said["until"] + timedelta(days=1)) if said["until"] else None,
            request=said["request"].strip(),
        )


def _address(kind: str, called: str, who: Caller, force_id: str) -> str:
    model = record_types().get(kind)
    if not called or model is None:
        return called
    return address_called(model, called, force_id, who.tables)


def _begin(day: date | None) -> datetime | None:
    """The first moment of a local day."""
    return datetime.combine(day, time(), ZoneInfo(ZONE)) if day else None
