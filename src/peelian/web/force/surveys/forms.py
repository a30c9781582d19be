"""The forms by which a round is opened, lengthened and ended, and people are invited."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peelian.engines.procedures.asking import options_of
from peelian.engines.surveys.declared import RANDOM, VOLUNTARY, WHOLE, Survey
from peelian.records.derived import ZONE
from peelian.web.force.inputs import DayField

DESIGNS = (
    (VOLUNTARY, gettext_lazy("Voluntary: whoever wants to. Describes those who replied")),
    (WHOLE, gettext_lazy("Everybody on a list is invited")),
    (RANDOM, gettext_lazy("People are drawn by lot from a list: results can speak for all of it")),
)
LINES = forms.Textarea(attrs={"rows": 4})


class OpenForm(forms.Form):
    """What a round is called, whom it asks and how long."""

    title = forms.CharField(
        label=gettext_lazy("What is this round called?"),
        help_text=gettext_lazy("For example: Workforce survey, spring 2027."),
        max_length=200,
        error_messages={"required": gettext_lazy("Write what this round is called.")},
    )
    design = forms.ChoiceField(
        label=gettext_lazy("How are replies come by?"),
        choices=DESIGNS,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose how replies are come by.")},
    )
    strata = forms.CharField(
        label=gettext_lazy("If drawn by lot: how many people are on the list?"),
        help_text=gettext_lazy(
            "One number. Where it was drawn in parts, a line for each: North 1200."
        ),
        widget=LINES,
        required=False,
    )
    open_link = forms.BooleanField(
        label=gettext_lazy("Make a link that anybody may use"),
        help_text=gettext_lazy(
            "Replies by it are counted apart. Not where people are drawn by lot."
        ),
        required=False,
    )
    first_day = DayField(
        label=gettext_lazy("First day"),
        error_messages={"required": gettext_lazy("Write the first day.")},
    )
    last_day = DayField(
        label=gettext_lazy("Last day"),
        help_text=gettext_lazy("Replies are taken until midnight."),
        error_messages={"required": gettext_lazy("Write the last day.")},
    )

    def __init__(self, data: Any, survey: Survey) -> None:
        super().__init__(data, auto_id="open-%s")
        if survey.weightings:
            self.fields["weighting"] = forms.ChoiceField(
                label=_("Weight replies? (optional)"),
                choices=[
                    ("", _("No")),
                    *(
                        (
                            one.key,
                            _("{title}, from {source}").format(title=one.title, source=one.source),
                        )
                        for one in survey.weightings
                    ),
                ],
                required=False,
            )
            self.fields["totals"] = forms.CharField(
                label=_("If weighted: how many people are there of each answer?"),
                help_text=_("A line for each of these, with a number behind it: {keys}.").format(
                    keys="; ".join(_keys(survey))
                ),
                widget=LINES,
                required=False,
            )

    def clean_strata(self) -> Mapping[str, int]:
        return read_lines(self.cleaned_data["strata"])

    def clean_totals(self) -> Mapping[str, int]:
        return read_lines(self.cleaned_data["totals"])


def _keys(survey: Survey) -> Iterator[str]:
    """By weighting, the answers for which totals are wanted, as they are typed."""
    for one in survey.weightings:
        options = options_of(survey.question(one.by))
        yield f"{one.title}: {', '.join(option.key for option in options)}"


class InviteForm(forms.Form):
    """How many links are wanted, and for which part of the list."""

    wanted = forms.IntegerField(
        label=gettext_lazy("How many links?"),
        help_text=gettext_lazy("One for each person who is invited."),
        min_value=1,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-5"}),
        error_messages={
            "required": gettext_lazy("Write how many links are wanted."),
            "invalid": gettext_lazy("Write a whole number, for example 250."),
        },
    )

    def __init__(self, data: Any, strata: Mapping[str, int]) -> None:
        super().__init__(data, auto_id="invite-%s")
        if set(strata) - {""}:
            self.fields["stratum"] = forms.ChoiceField(
                label=_("For which part of the list?"), choices=[(one, one) for one in strata]
            )


class LongerForm(forms.Form):
    """A later last day."""

    last_day = DayField(
        label=gettext_lazy("New last day"),
        error_messages={"required": gettext_lazy("Write the new last day.")},
    )


class WhyForm(forms.Form):
    """Why something ends."""

    why = forms.CharField(
        label=gettext_lazy("Why?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=300,
        error_messages={"required": gettext_lazy("Say why, in a sentence.")},
    )


def begins(day: date, at: datetime) -> datetime:
    """When a first day begins; now where it is today."""
    return max(datetime.combine(day, time(), ZoneInfo(ZONE)), at)


def ends(day: date) -> datetime:
    """The midnight with which a last day ends."""
    return datetime.combine(day + timedelta(days=1), time(), ZoneInfo(ZONE))


# There are no more people than this has digits.
MOST_DIGITS = 9


def read_lines(text: str) -> Mapping[str, int]:
    """Numbers by name, a line for each; a number alone stands under no name."""
    found: dict[str, int] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        name, _space, number = line.rpartition(" ")
        plain = number.replace(",", "")
        if not (plain.isascii() and plain.isdigit() and len(plain) <= MOST_DIGITS):
            raise forms.ValidationError(
                _("“{line}” ends with no number: write, for example, North 1200.").format(line=line)
            )
        found[name.strip(" :")] = int(plain)
    return found
