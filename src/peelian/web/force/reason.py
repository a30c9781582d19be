"""Why do you look? Asked where a post reaches a record and nothing else tells the reason."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peelian.engines.registers.errors import ReasonNeeded
from peelian.engines.registers.reasons import LookReason
from peelian.web.components.parts import Link
from peelian.web.force.reader import Caller
from peelian.web.force.registers import Register

WORDS_LIMIT = 300


class ReasonForm(forms.Form):
    """One of a short list, by one press, and words for whoever wants to add some."""

    reason = forms.ChoiceField(
        choices=LookReason.choices,
        label=gettext_lazy("Why do you look at this record?"),
        error_messages={"required": gettext_lazy("Choose a reason.")},
    )
    words = forms.CharField(
        max_length=WORDS_LIMIT,
        required=False,
        label=gettext_lazy("More, if you want to add anything (optional)"),
        help_text=gettext_lazy("Do not name anybody: the record does that."),
    )

    def __init__(self, data: object = None) -> None:
        super().__init__(data, auto_id="reason-%s")  # type: ignore[arg-type]  # a QueryDict or None


def reason_page(
    request: HttpRequest, who: Caller, register: Register, form: ReasonForm, asked: ReasonNeeded
) -> HttpResponse:
    """The question, with a button for each answer: one press and the record opens."""
    return render(
        request,
        "force/reason.html",
        {
            "page_title": _("Why do you look at this record?"),
            "navigation": who.menu("registers"),
            "breadcrumbs": who.way_here(
                Link(_("Registers"), who.url("registers")),
                Link(register.many, who.url("register", register.key)),
                Link(_("Reason"), "", current=True),
            ),
            "form": form,
            "reasons": LookReason.choices,
        },
        status=400 if form.is_bound else 200,
    )
