"""Ideas that a workforce gave, what was decided on each, and what is said to whoever gave it."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe

from peelian.engines.surveys.errors import SurveyRefused
from peelian.engines.surveys.idea import DECISIONS, Idea
from peelian.engines.surveys.ideas import LONGEST_REPLY, answer_idea, ideas_of, text_of
from peelian.web.components.parts import Link, SummaryRow, Table, TableCell
from peelian.web.force.pages import Page
from peelian.web.force.surveys.runner import MENU, Runner, round_called, runner
from peelian.web.force.tables import plain_table
from peelian.web.force.words import in_text

# As much of a text as tells one from another in a list.
BEGINNING = 80


class IdeaForm(forms.Form):
    """The idea in other words, the decision, and the reply that everybody can read."""

    told = forms.CharField(
        label=gettext_lazy("The idea in your own words"),
        help_text=gettext_lazy(
            "Everybody reads this. The text itself stays here, so that nobody is known by their "
            "way of writing."
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=300,
        error_messages={"required": gettext_lazy("Tell the idea in your own words.")},
    )
    decision = forms.ChoiceField(
        label=gettext_lazy("What is decided?"),
        choices=[(one, one) for one in DECISIONS.codes],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what is decided.")},
    )
    reply = forms.CharField(
        label=gettext_lazy("What becomes of it, and why?"),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=LONGEST_REPLY,
        error_messages={"required": gettext_lazy("Say what becomes of it, and why.")},
    )


@require_safe
def ideas(request: HttpRequest, ref: str) -> HttpResponse:
    """All ideas of a round, those without an answer first."""
    run = runner(request)
    held, survey = round_called(run, ref)
    if not survey.ideas:
        raise Http404
    found = ideas_of(held)
    answered = sum(one.decision is not None for one in found)
    title = _("Ideas, and what was decided")
    return render(
        request,
        "force/surveys/ideas.html",
        {
            "page_title": title,
            "navigation": run.who.menu(MENU),
            "breadcrumbs": run.way(
                Link(held.title, run.url("survey-round", ref)), Link(title, "", current=True)
            ),
            "answer": ngettext(
                "{answered} of {n} idea has an answer.",
                "{answered} of {n} ideas have an answer.",
                len(found),
            ).format(answered=answered, n=len(found)),
            "table": _table(run, ref, found) if found else None,
            "back": run.url("survey-round", ref),
        },
    )


def idea_page(request: HttpRequest, ref: str, idea: str) -> HttpResponse:
    """One idea and the form by which it is answered."""
    run = runner(request)
    held, _survey = round_called(run, ref)
    found = next((one for one in ideas_of(held) if one.record_id == idea), None)
    if found is None:
        raise Http404
    held_already = {"told": found.told, "decision": found.decision, "reply": found.reply}
    form = IdeaForm(
        request.POST if request.method == "POST" else None,
        initial=held_already,
        auto_id="idea-%s",
    )
    back = run.url("survey-ideas", ref)
    if request.method == "POST" and form.is_valid():
        try:
            answer_idea(found, **form.cleaned_data, actor=run.who.actor, at=run.who.at)
        except SurveyRefused as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The idea is answered."))
            return redirect(back)
    title = _("One idea")
    return render(
        request,
        "force/surveys/idea.html",
        {
            "page_title": title,
            "navigation": run.who.menu(MENU),
            "breadcrumbs": run.way(
                Link(held.title, run.url("survey-round", ref)),
                Link(_("Ideas, and what was decided"), back),
                Link(title, "", current=True),
            ),
            "facts": _facts(found),
            "form": form,
            "back": back,
        },
        status=400 if form.errors else 200,
    )


def _table(run: Runner, ref: str, found: tuple[Idea, ...]) -> Table:
    rows = [
        (
            TableCell(_called(one), url=run.url("survey-idea", ref, one.record_id)),
            TableCell(one.decision or _("Not decided yet")),
            TableCell(one.reply or "–"),
        )
        for one in found
    ]
    return plain_table(
        _("Ideas"), (_("Idea"), _("What was decided"), _("What becomes of it")), rows
    )


def _called(one: Idea) -> str:
    text = one.told or text_of(one) or _("Taken away")
    return text if len(text) <= BEGINNING else f"{text[:BEGINNING].rstrip()} …"


def _facts(one: Idea) -> tuple[SummaryRow, ...]:
    rows = [SummaryRow(_("As it was written"), text_of(one) or _("The text was taken away"))]
    if one.decided_at is not None:
        rows.append(SummaryRow(_("Answered"), in_text("decided_at", one.decided_at)))
    return tuple(rows)


pages = (
    Page("surveys/rounds/<str:ref>/ideas/", ideas, "survey-ideas"),
    Page("surveys/rounds/<str:ref>/ideas/<str:idea>/", idea_page, "survey-idea"),
)
