"""What a supervisor asks of the staffing view, in the address and in the form that writes it."""

from collections.abc import Sequence

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from peelian.areas.contact.staffing.plan import MOST_WEEKS, WEEKS, BadQuestion, Question
from peelian.areas.contact.staffing.quarters import WEEKDAYS, weekday_number
from peelian.areas.contact.staffing.roster import roster
from peelian.spine.force import forces

WEEKS_OFFERED = (4, 8, 12, 26, MOST_WEEKS)


def question(given: QueryDict) -> Question:
    """The question in the address. Raises `ValueError` with a sentence for what cannot be asked."""
    staff = given.get("staff", "").strip()
    shrinkage = given.get("shrinkage", "").strip()
    weeks = given.get("weeks", "").strip() or str(WEEKS)
    if not weeks.isdigit():
        raise BadQuestion(f"'{weeks}' is no number of weeks: choose from 1 to {MOST_WEEKS}.")
    return Question(
        force=given.get("force", "").strip(),
        weekday=weekday_number(given.get("day", "").strip() or WEEKDAYS[0]),
        staff=roster(staff) if staff else None,
        weeks=int(weeks),
        shrinkage=_per_cent(shrinkage) if shrinkage else None,
    )


def staffing_form(given: QueryDict, slugs: Sequence[str], *, usual_day: str) -> forms.Form:
    """The form with what was asked filled in. It only ever makes an address."""
    known = forces()
    fields: dict[str, forms.Field] = {
        "force": forms.ChoiceField(
            label=_("Police force"), choices=[(slug, known[slug].name) for slug in slugs]
        ),
        "day": forms.ChoiceField(
            label=_("Day of the week"), choices=[(day.lower(), _(day)) for day in WEEKDAYS]
        ),
        "staff": forms.CharField(
            label=_("Staff at their desks"),
            help_text=_(
                "A number, or times from which a number holds, such as 00:00 8; 07:00 14. Leave "
                "empty to see the smallest number that would do."
            ),
            required=False,
        ),
        "weeks": forms.ChoiceField(
            label=_("Weeks to learn from"),
            choices=[(str(number), str(number)) for number in WEEKS_OFFERED],
            required=False,
        ),
        "shrinkage": forms.CharField(
            label=_("Rostered staff not at their desks, in per cent"),
            help_text=_("Leave, training, breaks and sickness. Leave empty to skip."),
            required=False,
        ),
    }
    initial = {"day": usual_day, "weeks": str(WEEKS)}
    initial |= {name: given.get(name, "") for name in fields if given.get(name)}
    # Making the form takes the fields out of the mapping.
    made = type("StaffingForm", (forms.Form,), fields)
    form: forms.Form = made(initial=initial, auto_id="staffing-%s")
    return form


def _per_cent(text: str) -> float:
    number = text.rstrip("% ")
    if not number.isdigit() or int(number) >= 100:
        raise BadQuestion(f"'{text}' is no share of staff: give a percentage such as 30.")
    return int(number) / 100
