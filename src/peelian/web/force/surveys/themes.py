"""What texts are about: how often each theme stands, and how two coders agree on it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe

from peelian.engines.surveys.coding import (
    Coded,
    ThemeAgreement,
    agreement_of,
    next_to_code,
    next_to_decide,
    themes_of,
)
from peelian.engines.surveys.declared import Survey
from peelian.engines.surveys.progress import progress_of
from peelian.web.components.parts import Column, Link, Table, TableCell, TableRow
from peelian.web.force.pages import Page
from peelian.web.force.surveys.runner import MENU, round_called, runner

# Landis and Koch 1977: a convention for words, no law of nature.
KAPPA_WORDS = (
    (0.8, gettext_lazy("almost perfect")),
    (0.6, gettext_lazy("substantial")),
    (0.4, gettext_lazy("moderate")),
    (0.2, gettext_lazy("fair")),
    (0.0, gettext_lazy("slight")),
)


@require_safe
def themes(request: HttpRequest, ref: str, key: str) -> HttpResponse:
    """The themes of one question."""
    run = runner(request)
    held, survey = round_called(run, ref)
    asked = question_of(survey, key)
    coded = themes_of(held, survey, key)
    back = run.url("survey-round", ref)
    actor, at = run.who.actor, run.who.at
    waits = next_to_code(held, key, actor=actor, at=at) is not None
    decides = next_to_decide(held, key, actor=actor, at=at) is not None
    return render(
        request,
        "force/surveys/themes.html",
        {
            "page_title": _("What they wrote about"),
            "navigation": run.who.menu(MENU),
            "breadcrumbs": run.way(
                Link(held.title, back), Link(_("What they wrote about"), "", current=True)
            ),
            "question": asked,
            "answer": _answer(coded),
            "base": progress_of(held).says,
            "table": _table(coded, agreement_of(held, survey, key)) if coded.texts else None,
            "code": run.url("survey-code", ref, key) if waits else "",
            "decide": run.url("survey-decide", ref, key) if decides else "",
            "to_decide": coded.to_decide,
            "back": back,
        },
    )


def question_of(survey: Survey, key: str) -> str:
    """The text of a question whose texts are coded, or a page that does not exist."""
    if not survey.themes_of(key):
        raise Http404
    return survey.question(key).text


def _answer(coded: Coded) -> str:
    told = ngettext(
        "{done} of {n} text has its themes.", "{done} of {n} texts have their themes.", coded.texts
    ).format(done=coded.done, n=coded.texts)
    if coded.open:
        waiting = ngettext("{n} waits for a coder.", "{n} wait for a coder.", coded.open)
        told = f"{told} {waiting.format(n=coded.open)}"
    if coded.to_decide:
        differ = ngettext(
            "On {n} the two coders differ.", "On {n} the two coders differ.", coded.to_decide
        )
        told = f"{told} {differ.format(n=coded.to_decide)}"
    return told


def _table(coded: Coded, agreed: tuple[ThemeAgreement, ...]) -> Table:
    by_theme = {one.theme.key: one for one in agreed}
    columns = (
        Column(_("Theme")),
        Column(_("Texts"), numeric=True),
        Column(_("Two coders agree"), numeric=True),
        Column(_("Kappa"), numeric=True),
    )
    ordered = sorted(coded.counts, key=lambda pair: -pair[1])
    rows = []
    for theme, number in ordered:
        found = by_theme[theme.key].agreement
        rows.append(
            TableRow(
                (
                    TableCell(theme.title),
                    TableCell(str(number), under=_("of {n} coded").format(n=coded.done)),
                    TableCell(
                        _("{k} of {n}").format(k=found.agreed, n=found.n) if found.n else "–"
                    ),
                    _kappa(found.kappa, found.why),
                )
            )
        )
    return Table(_("Themes"), columns, tuple(rows), caption_hidden=True)


def _kappa(kappa: float | None, why: str) -> TableCell:
    if kappa is None:
        return TableCell("–", under=why)
    words = next((said for least, said in KAPPA_WORDS if kappa >= least), _("none"))
    return TableCell(f"{kappa:.2f}", under=str(words))


pages = (Page("surveys/rounds/<str:ref>/themes/<slug:key>/", themes, "survey-themes"),)
