"""The suggestion with its reasons; then the person decides, and says why where they differ."""

from dataclasses import replace
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy

from peelian.engines.procedures.answering import roles_held
from peelian.engines.procedures.declared import Suggestion
from peelian.engines.procedures.drafts import change
from peelian.engines.procedures.suggesting import (
    criteria_met,
    looked_up,
    suggest,
    wrong_with_decision,
)
from peelian.engines.procedures.summary import in_words
from peelian.web.components.parts import Link
from peelian.web.force.pages import Page
from peelian.web.force.procedures.open_draft import OpenDraft, open_draft, or_stop
from peelian.web.force.procedures.steps import (
    BACK_TO_CHECK,
    DECIDE,
    gap_before,
    progress,
    url_after,
    url_before,
)
from peelian.web.people.kept import kept_form


class DecisionForm(forms.Form):
    """Nothing is chosen beforehand: the person decides."""

    grade = forms.ChoiceField(widget=forms.RadioSelect, required=False)
    reasons = forms.CharField(widget=forms.Textarea(attrs={"rows": 5}), required=False)

    def __init__(
        self,
        data: QueryDict | None,
        *,
        draft: OpenDraft,
        suggested: str,
        initial: dict[str, Any],
    ) -> None:
        super().__init__(data, initial=initial, auto_id="%s")
        grades = draft.procedure.grades
        assert grades is not None
        grade, reasons = self.fields["grade"], self.fields["reasons"]
        assert isinstance(grade, forms.ChoiceField)
        grade.label = grades.asks
        grade.choices = [(one.key, one.says) for one in grades.options]
        reasons.label = (
            gettext_lazy("Why, if you decide otherwise than is suggested")
            if suggested
            else gettext_lazy("Why you decide so")
        )
        reasons.help_text = gettext_lazy("Whoever reads this later needs the reason.")
        self._draft, self._suggested = draft, suggested

    def clean(self) -> None:
        """Who may decide so, and whether they said why."""
        if self.errors:
            return
        wrong = wrong_with_decision(
            self._draft.procedure,
            self._suggested,
            self.cleaned_data["grade"],
            self.cleaned_data["reasons"],
            roles=roles_held(self._draft.who.actor, self._draft.force_id, self._draft.who.at),
        )
        for name, said in wrong.items():
            self.add_error(name, said)


@or_stop
def decide(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Looks up afresh what the suggestion rests on, so that it is of today."""
    draft = open_draft(request, draft_id)
    grades = draft.procedure.grades
    if grades is None:
        raise Http404
    gap = gap_before(draft, DECIDE)
    if gap:
        return redirect(gap)
    draft = with_fresh_look(draft)
    suggestion = suggest(draft.procedure, draft.asked) or Suggestion("", ())
    form = DecisionForm(
        request.POST if request.method == "POST" else kept_form(request),
        draft=draft,
        suggested=suggestion.grade,
        initial={"grade": draft.body.grade, "reasons": draft.body.reasons},
    )
    if request.method == "POST" and form.is_valid():
        grade, reasons = form.cleaned_data["grade"], form.cleaned_data["reasons"].strip()
        saved = change(
            draft.draft,
            lambda held: replace(held, grade=grade, reasons=reasons),
            at=draft.who.at,
        )
        checking = BACK_TO_CHECK in request.META.get("QUERY_STRING", "")
        return redirect(url_after(replace(draft, body=saved), DECIDE, checking=checking))
    return render(
        request,
        "force/procedures/decide.html",
        {
            "page_title": grades.asks,
            "navigation": draft.who.menu("procedures"),
            "breadcrumbs": draft.way_here(Link(draft.procedure.title, "", current=True)),
            "procedure": draft.procedure,
            "progress": progress(draft, DECIDE),
            "suggested": in_words(grades.options, suggestion.grade),
            "reasons": suggestion.reasons,
            "met": criteria_met(draft.procedure, draft.asked),
            "form": form,
            "back": url_before(draft, DECIDE),
            "leave": draft.who.url("procedures"),
        },
        status=400 if request.method == "POST" else 200,
    )


def with_fresh_look(draft: OpenDraft) -> OpenDraft:
    """The draft with what the look-ups find now; the same where it has none."""
    if draft.procedure.facts is None:
        return draft
    found = looked_up(draft.procedure, draft.looked)
    if found == draft.body.found:
        return draft
    saved = change(draft.draft, lambda held: replace(held, found=found), at=draft.who.at)
    return replace(draft, body=saved)


pages = (Page("procedures/drafts/<int:draft_id>/decide/", decide, "procedure-decide"),)
