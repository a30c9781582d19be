"""Whether the person will answer at all: declined is an answer, with its reason."""

from dataclasses import replace
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peelian.engines.procedures.declared import Procedure
from peelian.engines.procedures.drafts import change
from peelian.engines.procedures.preparing import wrong_with_refusal
from peelian.web.components.parts import Link
from peelian.web.force.pages import Page
from peelian.web.force.procedures.open_draft import open_draft, or_stop
from peelian.web.force.procedures.steps import (
    BACK_TO_CHECK,
    OFFER,
    progress,
    url_after,
    url_before,
)
from peelian.web.people.kept import kept_form

WILL, WILL_NOT = "will", "will-not"


class OfferForm(forms.Form):
    """They answer, or they decline and why."""

    offered = forms.ChoiceField(
        label=gettext_lazy("Will they answer?"),
        choices=((WILL, gettext_lazy("Yes")), (WILL_NOT, gettext_lazy("No, they decline"))),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose whether they will answer.")},
    )
    refusal = forms.ChoiceField(
        label=gettext_lazy("If they decline: why?"), widget=forms.RadioSelect, required=False
    )
    refusal_words = forms.CharField(
        label=gettext_lazy("If they decline: what did they say, or what did you see?"),
        help_text=gettext_lazy(
            "You then go through the same questions and write down what you have seen and what is "
            "known. Nothing has to be answered, and nothing that is left open counts as a no."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )

    def __init__(
        self, data: QueryDict | None, *, procedure: Procedure, initial: dict[str, Any]
    ) -> None:
        super().__init__(data, initial=initial, auto_id="%s")
        self._procedure = procedure
        reasons = self.fields["refusal"]
        assert isinstance(reasons, forms.ChoiceField)
        reasons.choices = [(one.key, one.says) for one in procedure.refusals]

    def clean(self) -> None:
        """A reason and words wherever it was declined."""
        if self.cleaned_data.get("offered") != WILL_NOT:
            return
        refusal = self.cleaned_data.get("refusal") or "none"
        words = self.cleaned_data.get("refusal_words", "")
        for name, said in wrong_with_refusal(self._procedure, refusal, words).items():
            self.add_error(name, said)

    @property
    def declined(self) -> tuple[str, str]:
        """The reason and its words; empty where they answer."""
        if self.cleaned_data["offered"] == WILL:
            return "", ""
        return self.cleaned_data["refusal"], self.cleaned_data["refusal_words"].strip()


@or_stop
def offer(request: HttpRequest, draft_id: int) -> HttpResponse:
    """The first part of a procedure that can be declined."""
    draft = open_draft(request, draft_id)
    if not draft.procedure.can_be_refused:
        raise Http404
    body = draft.body
    known = (WILL_NOT if body.refusal else WILL) if body.offered else None
    form = OfferForm(
        request.POST if request.method == "POST" else kept_form(request),
        procedure=draft.procedure,
        initial={
            "offered": known,
            "refusal": body.refusal,
            "refusal_words": body.refusal_words,
        },
    )
    if request.method == "POST" and form.is_valid():
        refusal, words = form.declined
        saved = change(
            draft.draft,
            lambda held: replace(held, offered=True, refusal=refusal, refusal_words=words),
            at=draft.who.at,
        )
        checking = BACK_TO_CHECK in request.META.get("QUERY_STRING", "")
        return redirect(url_after(replace(draft, body=saved), OFFER, checking=checking))
    return render(
        request,
        "force/procedures/page.html",
        {
            "page_title": _("Will they answer?"),
            "navigation": draft.who.menu("procedures"),
            "breadcrumbs": draft.way_here(Link(draft.procedure.title, "", current=True)),
            "procedure": draft.procedure,
            "progress": progress(draft, OFFER),
            "form": form,
            "back": url_before(draft, OFFER),
            "leave": draft.who.url("procedures"),
        },
        status=400 if request.method == "POST" else 200,
    )


pages = (Page("procedures/drafts/<int:draft_id>/offer/", offer, "procedure-offer"),)
