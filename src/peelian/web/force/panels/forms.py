"""The forms of panels."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from peelian.engines.panels.declared import Panel
from peelian.engines.panels.models import Member
from peelian.engines.panels.states import Came
from peelian.records.months import shift
from peelian.spine.ethnicity import ETHNIC_GROUPS
from peelian.web.force.inputs import DayField, offer

NOT_SAID = ("", _("They did not say"))
AGES = ("16-24", "25-34", "35-44", "45-54", "55-64", "65 or over")
CAME = (
    ("", _("Not written down")),
    (str(Came.ATTENDED), _("Came")),
    (str(Came.APOLOGIES), _("Sent apologies")),
    (str(Came.ABSENT), _("Did not come")),
)
# As far back as cases are offered.
MONTHS_BACK = 24


def words(label: Any, **more: Any) -> forms.CharField:
    """Some sentences in a box of several lines."""
    rows = more.pop("rows", 4)
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": rows}), **more)


class Telling(forms.Form):
    """A form that says which of its boxes is empty, not that "this field is required"."""

    def __init__(self, data: Any, **more: Any) -> None:
        super().__init__(data, **more)
        for field in self.fields.values():
            _tell(field)


def _tell(field: forms.Field) -> None:
    field.error_messages["required"] = gettext("Fill in “{label}”.").format(label=field.label)


class MemberForm(Telling):
    """A member: who, and what is kept of them."""

    name = forms.CharField(label=_("Name, as the panel calls them"), max_length=120)
    email = forms.EmailField(
        label=_("E-mail address of their account (optional)"),
        required=False,
        help_text=_("Leave it empty for a member without an account: you type their scores."),
    )
    joined_on = DayField(label=_("First day on the panel"))
    trained_on = DayField(label=_("Day of their training (optional)"), required=False)
    ride_along_on = DayField(label=_("Day on which they rode along (optional)"), required=False)
    vetted_until = DayField(
        label=_("Last day on which their vetting counts (optional)"), required=False
    )
    ethnic_group = forms.ChoiceField(
        label=_("Ethnic group, in their own words of the Census (optional)"),
        choices=[NOT_SAID, *((one, one) for one in ETHNIC_GROUPS.codes)],
        required=False,
        help_text=_(
            "Theirs to say or leave. Only the panel office sees it, and only as a number of all."
        ),
    )
    age_band = forms.ChoiceField(
        label=_("Age (optional)"), choices=[NOT_SAID, *((one, one) for one in AGES)], required=False
    )
    gender = forms.CharField(
        label=_("Gender, in their own words (optional)"), max_length=40, required=False
    )
    speaks_for = forms.CharField(
        label=_("Place or community that they know (optional)"), max_length=200, required=False
    )

    def __init__(self, data: Any, member: Member | None = None) -> None:
        held = {} if member is None else {name: getattr(member, name) for name in KEPT}
        super().__init__(data, initial=held, auto_id="member-%s")
        if member is not None:
            for name in ("name", "email", "joined_on"):
                del self.fields[name]


KEPT = (
    "trained_on",
    "ride_along_on",
    "vetted_until",
    "ethnic_group",
    "age_band",
    "gender",
    "speaks_for",
)


class LeaveForm(Telling):
    """The last day of a member."""

    left_on = DayField(label=_("Last day on the panel"))

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, auto_id="leave-%s")


class PlanForm(Telling):
    """A meeting: when, where, over which months, how many cases."""

    held_on = DayField(label=_("Day of the meeting"))
    place = forms.CharField(label=_("Where it meets"), max_length=120)
    unit_ref = forms.ChoiceField(label=_("Whose cases it looks at"))
    first = forms.ChoiceField(label=_("Cases from"))
    last = forms.ChoiceField(label=_("Cases up to and including"))
    cases = forms.IntegerField(
        label=_("How many cases there is time for"), min_value=1, max_value=50
    )
    by_lot = forms.IntegerField(
        label=_("How many of these by lot"),
        min_value=1,
        max_value=50,
        help_text=_("The others are those that a trigger puts before the panel."),
    )
    seed_source = forms.CharField(
        label=_("Where the seed of the draw will come from"),
        max_length=300,
        help_text=_(
            "Something that nobody can know or choose yet: the numbers of a lottery of a named "
            "day, or dice thrown at the end of this meeting."
        ),
    )

    def __init__(
        self,
        data: Any,
        panel: Panel,
        today: date,
        *,
        units: Iterable[tuple[str, str]],
        cases: int,
        by_lot: int,
    ) -> None:
        month = f"{today:%Y-%m}"
        months = [shift(month, -back) for back in range(MONTHS_BACK)]
        initial = {
            "first": shift(month, -3),
            "last": shift(month, -1),
            "cases": cases,
            "by_lot": by_lot,
            "held_on": today + timedelta(days=21),
        }
        super().__init__(data, initial=initial, auto_id="plan-%s")
        for name in ("first", "last"):
            offer(self, name, [(one, one) for one in months])
        if panel.local:
            offer(self, "unit_ref", list(units))
        else:
            del self.fields["unit_ref"]


class SeedForm(Telling):
    """The seed, as it was published."""

    seed = forms.CharField(
        label=_("The seed, sign by sign"), max_length=200, help_text=_("As its source shows it.")
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, auto_id="seed-%s")


class WhyForm(Telling):
    """Why something is not done."""

    because = words(_("Why"), max_length=300, rows=2)

    def __init__(self, data: Any = None, *, auto_id: str = "why-%s") -> None:
        super().__init__(data, auto_id=auto_id)


class AttendanceForm(Telling):
    """Whether each member came."""

    def __init__(self, data: Any, members: Iterable[Member], came: dict[int, str]) -> None:
        super().__init__(data, auto_id="%s")
        for one in members:
            self.fields[f"came-{one.pk}"] = forms.ChoiceField(
                label=one.name,
                choices=CAME,
                required=False,
                widget=forms.RadioSelect(attrs={"class": "govuk-radios--small"}),
                initial=came.get(one.pk, ""),
            )

    def read(self) -> dict[int, str]:
        """Who came, by number of the member, of those of whom it is known."""
        return {
            int(name.removeprefix("came-")): value
            for name, value in self.cleaned_data.items()
            if value
        }


class PrepareForm(Telling):
    """Where the recording is, and which minutes of it the panel sees."""

    video_ref = forms.CharField(
        label=_("Reference of the recording"),
        max_length=120,
        help_text=_("Where the force's own library keeps it. No copy is put in here."),
    )
    stretch = forms.CharField(
        label=_("Which minutes to show (optional)"),
        max_length=120,
        required=False,
        help_text=_("For example: 02:10 to 09:30. The same for every case is fairest: all of it."),
    )
    hide_words = forms.CharField(
        label=_("Further words to hide on the sheet (optional)"),
        max_length=400,
        required=False,
        help_text=_("Names of people or places that the sheet above still shows, commas between."),
    )
    redacted = forms.BooleanField(
        label=_("Nobody in the recording can be recognised by face, voice, place or number plate"),
        required=False,
    )

    def __init__(self, data: Any, panel: Panel, held: dict[str, Any]) -> None:
        super().__init__(data, initial=held, auto_id="prepare-%s")
        if panel.vetted:
            del self.fields["redacted"]


class NameCaseForm(Telling):
    """A record that the force puts before the panel by itself, and why."""

    reference = forms.CharField(label=_("Reference of the record"), max_length=64)
    trigger = forms.ChoiceField(label=_("Why the panel should see it"))

    def __init__(self, data: Any, panel: Panel) -> None:
        super().__init__(data, auto_id="name-%s")
        offer(
            self, "trigger", [(one.key, one.says[:1].upper() + one.says[1:]) for one in panel.named]
        )


class FeedbackForm(Telling):
    """What the panel says to the officer, and what it is about."""

    words = words(
        _("What the panel says to the officer"),
        max_length=2000,
        help_text=_("They read it on the page of the encounter, and are asked for a reply."),
    )
    themes = forms.MultipleChoiceField(
        label=_("What it is about"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data: Any, panel: Panel) -> None:
        super().__init__(data, auto_id="feedback-%s")
        offer(self, "themes", [(one.key, one.says) for one in panel.themes])


class BriefingForm(Telling):
    """A note to every officer."""

    title = forms.CharField(label=_("What it is about"), max_length=120)
    words = words(
        _("The note"),
        max_length=4000,
        rows=10,
        help_text=_("What the panel saw, and what to do next time: at most 230 words, a minute."),
    )
    themes = forms.MultipleChoiceField(
        label=_("Themes (optional)"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, data: Any, panel: Panel) -> None:
        super().__init__(data, auto_id="briefing-%s")
        offer(self, "themes", [(one.key, one.says) for one in panel.themes])


class ForMemberForm(Telling):
    """Whose paper is typed."""

    member = forms.ChoiceField(label=_("Whose score sheet this is"))

    def __init__(self, data: Any, members: Iterable[Member]) -> None:
        super().__init__(data, auto_id="for-%s")
        offer(self, "member", [(str(one.pk), one.name) for one in members])
