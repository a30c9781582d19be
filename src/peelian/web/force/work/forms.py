"""The forms of a duty: it is done, somebody else does it, it need not be done here."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from peelian.web.force.inputs import DayField, offer

WORDS_LIMIT = 300
TITLE_LIMIT = 200


class Words(forms.CharField):
    """Some sentences in a box of several lines."""

    def __init__(self, label: Any, missing: Any, **more: Any) -> None:
        said: dict[str, Any] = {
            "label": label,
            "max_length": WORDS_LIMIT,
            "widget": forms.Textarea(attrs={"rows": 3}),
            "error_messages": {"required": missing},
        }
        super().__init__(**(said | more))


class DoneForm(forms.Form):
    """What shows that a duty was done."""

    proof = Words(
        _("What shows that it was done"),
        _("Write what shows that it was done, or where it stands."),
        help_text=_("In a sentence, with the reference where there is one. Name no victim."),
    )

    def __init__(self, data: Any = None, *, needed: bool = True) -> None:
        super().__init__(data, auto_id="done-%s")
        self.fields["proof"].required = needed


class MoveForm(forms.Form):
    """Who is to do it instead, and why."""

    to_post = forms.ChoiceField(
        label=_("Who is to do it"),
        error_messages={
            "required": _("Choose who is to do it."),
            "invalid_choice": _("Choose one of the posts in the list."),
        },
    )
    reason = Words(_("Why"), _("Say why it moves."), help_text=_("Both of you will read it."))

    def __init__(self, data: Any, posts: list[tuple[str, str]], *, auto_id: str = "move-%s"):
        super().__init__(data, auto_id=auto_id)
        offer(self, "to_post", [("", _("Choose a post")), *posts])


class WaiveForm(forms.Form):
    """Why the force's own rule does not hold in this case."""

    reason = Words(
        _("Why it need not be done in this case"),
        _("Say why it need not be done in this case."),
        help_text=_("Whoever reviews this reads it."),
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, auto_id="waive-%s")


class DecisionForm(forms.Form):
    """A decision as it is taken: what, who, until when."""

    words = Words(
        _("What was decided"),
        _("Write what was decided."),
        help_text=_("In a sentence. Use references, not names of victims or suspects."),
    )
    post_ref = forms.ChoiceField(
        label=_("Who does it"),
        error_messages={
            "required": _("Choose who does it."),
            "invalid_choice": _("Choose one of the posts in the list."),
        },
    )
    due_on = DayField(
        label=_("Done by the end of"),
        error_messages={"required": _("Write the day by which it is done.")},
    )

    def __init__(self, data: Any, posts: list[tuple[str, str]], initial: Any = None) -> None:
        super().__init__(data, auto_id="decision-%s", initial=initial)
        offer(self, "post_ref", [("", _("Choose a post")), *posts])


class GiveForm(forms.Form):
    """Records that become work: what is to be done with each, by whom, until when."""

    title = forms.CharField(
        label=_("What is to be done with each of them"),
        max_length=TITLE_LIMIT,
        error_messages={"required": _("Write what is to be done.")},
    )
    post_ref = forms.ChoiceField(
        label=_("Who does it"),
        error_messages={
            "required": _("Choose who does it."),
            "invalid_choice": _("Choose one of the posts in the list."),
        },
    )
    due_on = DayField(
        label=_("Done by the end of"),
        error_messages={"required": _("Write the day by which it is done.")},
    )
    risk = forms.ChoiceField(
        label=_("Risk if it is not done"),
        choices=(
            ("standard", _("Standard")),
            ("medium", _("Medium")),
            ("high", _("High")),
        ),
        widget=forms.RadioSelect,
        initial="standard",
    )
    words = Words(
        _("More, for whoever does it (optional)"),
        "",
        required=False,
        help_text=_("Why it is done and what counts as done. Name nobody: the records do."),
    )

    def __init__(self, data: Any, posts: list[tuple[str, str]], initial: Any = None) -> None:
        super().__init__(data, auto_id="give-%s", initial=initial)
        offer(self, "post_ref", [("", _("Choose a post")), *posts])


class SettingForm(forms.Form):
    """What the force itself has set, from a day on."""

    value = forms.IntegerField(
        min_value=0,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-5"}),
        error_messages={
            "required": _("Write a whole number."),
            "invalid": _("Write a whole number, such as 14."),
        },
    )
    starts_on = DayField(
        label=_("First day on which it counts"),
        error_messages={"required": _("Write the first day on which it counts.")},
    )
    authority = Words(
        _("Where the force says so"),
        _("Name the policy, its date or number, or whoever decided it."),
        help_text=_("For example a policy with its number and date."),
    )

    def __init__(self, data: Any, *, label: str, initial: Any = None) -> None:
        super().__init__(data, auto_id="setting-%s", initial=initial)
        self.fields["value"].label = label
