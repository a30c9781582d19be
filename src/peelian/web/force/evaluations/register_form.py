"""The form of a change that is registered: what changes, what it is held against, when to look."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peelian.engines.evaluations.checking import LONGEST_TITLE, LONGEST_WORDS
from peelian.engines.evaluations.design import Comparison, Design
from peelian.engines.measures.kinds import Measure
from peelian.engines.measures.request import FORCE
from peelian.records.months import between, in_words, shift
from peelian.web.force.evaluations.words import COMPARISONS, WANTED
from peelian.web.force.inputs import DayField

MONTHS_BACK: Final = 36
MONTHS_AHEAD: Final = 36
# Where the engine finds fault with a part that has another name on the form.
PLACED: Final[Mapping[str, str]] = {"narrowed": "narrow_to", "starts": "starts_on"}


class UnitsField(forms.CharField):
    """One unit on a line; with `dated`, a comma and its first day may follow."""

    def __init__(self, **more: Any) -> None:
        super().__init__(required=False, widget=forms.Textarea(attrs={"rows": 4}), **more)

    def clean(self, value: Any) -> dict[str, date | None]:
        found: dict[str, date | None] = {}
        for line in str(super().clean(value)).splitlines():
            unit, _comma, day = line.partition(",")
            if unit.strip():
                found[unit.strip()] = _day(day) if day.strip() else None
        return found


class RegisterForm(forms.Form):
    """A change, before it starts."""

    title = forms.CharField(
        label=gettext_lazy("What changes"),
        max_length=LONGEST_TITLE,
        help_text=gettext_lazy("In a few words, such as: Quality sergeants in two teams."),
        error_messages={"required": gettext_lazy("Write what changes, in a few words.")},
    )
    words = forms.CharField(
        label=gettext_lazy("What is done otherwise, and for whom"),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": gettext_lazy("Write what is done otherwise, and for whom.")},
    )
    wanted = forms.ChoiceField(
        label=gettext_lazy("Which way should the figure go?"),
        widget=forms.RadioSelect,
        choices=list(WANTED.items()),
        error_messages={"required": gettext_lazy("Choose which way it should go.")},
    )
    what_counts = forms.CharField(
        label=gettext_lazy("What would count as a success"),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("How much better, for whom, at what cost."),
        error_messages={"required": gettext_lazy("Write what would count as a success.")},
    )
    comparison = forms.ChoiceField(
        label=gettext_lazy("What is it held against?"),
        widget=forms.RadioSelect,
        choices=[(one.value, says) for one, says in COMPARISONS.items()],
        error_messages={"required": gettext_lazy("Choose what it is held against.")},
    )
    starts_on = DayField(
        label=gettext_lazy("First day of the change"),
        required=False,
        help_text=gettext_lazy("By steps, write the first day behind each name instead."),
    )
    told_apart_by = forms.ChoiceField(
        label=gettext_lazy("By what are those with and without it told apart?"), required=False
    )
    units = UnitsField(
        label=gettext_lazy("Who has the change"),
        help_text=gettext_lazy(
            "One on a line, as the figure names them. By steps, with the first day: North, 1 4 "
            "2027. Leave empty where it is held against the months before alone."
        ),
    )
    others = UnitsField(
        label=gettext_lazy("Who does not have it"),
        help_text=gettext_lazy("One on a line: those most like the others before the change."),
    )
    narrow_by = forms.ChoiceField(
        label=gettext_lazy("Count only some cases (optional)"), required=False
    )
    narrow_to = forms.CharField(
        label=gettext_lazy("Which of them"),
        required=False,
        help_text=gettext_lazy("As the figure names them; several with semicolons between."),
    )
    first = forms.ChoiceField(label=gettext_lazy("First month before the change"))
    last = forms.ChoiceField(label=gettext_lazy("Last month after it"))
    check_on = DayField(
        label=gettext_lazy("Check date: the first day on which a verdict can be given"),
        error_messages={"required": gettext_lazy("Enter the check date.")},
    )
    accepted = forms.BooleanField(
        label=gettext_lazy("I accept that this comparison cannot rule these out"), required=False
    )

    def __init__(self, data: Any, *, measure: Measure, today: date) -> None:
        month = f"{today:%Y-%m}"
        initial = {
            "comparison": Comparison.BEFORE.value,
            "wanted": {"higher": "up", "lower": "down"}.get(measure.better),
            "first": shift(month, -11),
            "last": shift(month, 12),
        }
        super().__init__(data, initial=initial, auto_id="register-%s")
        months = between(shift(month, -MONTHS_BACK), shift(month, MONTHS_AHEAD))
        named = [(one, in_words(one)) for one in months]
        ways = [(one.key, one.title) for one in measure.by]
        self._choices("first", named)
        self._choices("last", named)
        self._choices("told_apart_by", [("", _("Nobody is held against it")), *ways])
        without_force = [pair for pair in ways if pair[0] != FORCE]
        self._choices("narrow_by", [("", _("Count all")), *without_force])

    def _choices(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    @property
    def design(self) -> Design:
        """The comparison, once the form is valid."""
        given = self.cleaned_data
        comparison, day = Comparison(given["comparison"]), given["starts_on"]
        units: dict[str, date | None] = given["units"] or {"": None}
        starts = {unit: on or day for unit, on in units.items()}
        return Design(
            comparison=comparison,
            first=given["first"],
            last=given["last"],
            starts={unit: on for unit, on in starts.items() if on is not None},
            told_apart_by=given["told_apart_by"],
            others=tuple(given["others"]),
        )

    @property
    def narrowed(self) -> dict[str, tuple[str, ...]]:
        """The condition of the figure, if any."""
        by, to = self.cleaned_data["narrow_by"], self.cleaned_data["narrow_to"].strip()
        return {by: tuple(one.strip() for one in to.split(";"))} if by and to else {}

    def refuse(self, errors: Mapping[str, str]) -> None:
        """Put what cannot stand at its field."""
        for name, said in errors.items():
            place = PLACED.get(name, name)
            if place == "starts_on" and self.cleaned_data.get("units"):
                place = "units"
            self.add_error(place if place in self.fields else None, said)


def _day(text: str) -> date:
    parts = text.replace("/", " ").replace("-", " ").split()
    try:
        day, month, year = map(int, reversed(parts) if len(parts[0]) == 4 else parts)
        return date(year, month, day)
    except (ValueError, IndexError, OverflowError) as error:
        raise ValidationError(_("Write each first day as North, 1 4 2027.")) from error
