"""The forms of keeping: each answer is one of a short list, with words beside it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from peelian.access.giving.refusal import REASON_LIMIT
from peelian.engines.retention.words import Decision, HoldKind, ReviewReason
from peelian.engines.subject_access.words import Regime
from peelian.records.protection import RETENTIONS
from peelian.web.force.inputs import DayField, offer

WHOLE_FORCE = ""


class Words(forms.CharField):
    """Words that somebody must write."""

    def __init__(self, label: Any, missing: Any, **more: Any) -> None:
        super().__init__(
            label=label, max_length=REASON_LIMIT, error_messages={"required": missing}, **more
        )


class ReviewForm(forms.Form):
    """What a review came to."""

    decision = forms.ChoiceField(
        choices=Decision.choices,
        widget=forms.RadioSelect,
        label=_("What is to become of it"),
        error_messages={"required": _("Choose what is to become of it.")},
    )
    reason = forms.ChoiceField(
        choices=ReviewReason.choices,
        widget=forms.RadioSelect,
        label=_("Why"),
        error_messages={"required": _("Choose why.")},
    )
    words = Words(_("Why, in your words"), _("Write why, in your words."))
    next_on = DayField(
        label=_("Review it again on (optional)"),
        help_text=_("Where it is kept. If you leave it empty, as late as the rule lets you."),
        required=False,
    )


class HoldForm(forms.Form):
    """What holds a record back."""

    kind = forms.ChoiceField(
        choices=HoldKind.choices,
        widget=forms.RadioSelect,
        label=_("What it is held for"),
        error_messages={"required": _("Choose what it is held for.")},
    )
    words = Words(_("Which one, and who asked"), _("Write which one, and who asked."))


class WideHoldForm(HoldForm):
    """What holds every record of a type, or of the force, back."""

    record_type = forms.ChoiceField(label=_("Which records"), required=False)

    def __init__(self, data: Any, kinds: list[tuple[str, str]]) -> None:
        super().__init__(data, auto_id="hold-%s")
        every = (WHOLE_FORCE, _("Every record of the force"))
        offer(self, "record_type", [every, *kinds])
        self.order_fields(["record_type"])


class LiftForm(forms.Form):
    """Why a hold ends."""

    because = Words(_("Why it is lifted"), _("Write why it is lifted."))


class RuleForm(forms.Form):
    """A rule of the force's own."""

    key = forms.ChoiceField(
        choices=[(one.key, one.says) for one in RETENTIONS], label=_("Which records")
    )
    years = forms.IntegerField(
        label=_("Years from the last event to the review"),
        min_value=1,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    review_years = forms.IntegerField(
        label=_("Years at most from one review to the next"),
        min_value=1,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    authority = Words(_("Whose rule it is"), _("Write whose rule it is."))
    starts_on = DayField(label=_("First day on which it counts"))


class RequestForm(forms.Form):
    """A person asks."""

    described = Words(
        _("Who asks, and how to answer them"), _("Write who asks, and how to answer them.")
    )
    person_key = forms.CharField(
        label=_("Key of the person in the force's records (optional)"),
        max_length=64,
        required=False,
        help_text=_("It can be added once they are recognised."),
    )
    regime = forms.ChoiceField(
        choices=Regime.choices, widget=forms.RadioSelect, label=_("Under which law")
    )
    received_on = DayField(label=_("Day on which the request came"))
    known_on = DayField(
        label=_("Day on which it was clear who asks, if later (optional)"), required=False
    )


class RecogniseForm(forms.Form):
    """Which person of the force's records asks."""

    person_key = forms.CharField(
        label=_("Key of the person in the force's records"),
        max_length=64,
        error_messages={"required": _("Write the key of the person.")},
    )


class DecideForm(forms.Form):
    """Lines chosen on the page, and what becomes of them."""

    reason = Words(_("Why, for the lines that you choose"), _("Write why."))
