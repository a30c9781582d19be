"""Registering a change: the design first, then what it cannot rule out, then for good."""

from datetime import date, timedelta

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from peelian.access.standing import local_day
from peelian.engines.evaluations.design import caveats
from peelian.engines.evaluations.errors import WrongDesign
from peelian.engines.evaluations.models import Evaluation
from peelian.engines.evaluations.reckoning import why_never
from peelian.engines.evaluations.registering import register
from peelian.engines.measures.kinds import Measure
from peelian.web.components.parts import Link
from peelian.web.force.evaluations.opening import PLACE, counts, evaluator, measure_of, way
from peelian.web.force.evaluations.register_form import RegisterForm
from peelian.web.force.evaluations.words import day
from peelian.web.force.pages import Page
from peelian.web.force.reader import Caller
from peelian.web.people.kept import kept_form

ACCEPTED = "accepted"


def register_page(request: HttpRequest, key: str) -> HttpResponse:
    """The form; once its design stands, what it cannot rule out, to be accepted."""
    who = evaluator(request)
    measure = measure_of(key)
    if measure is None or why_never(measure) or not counts(who, measure, who.actor.force_id):
        raise Http404
    sent = request.POST if request.method == "POST" else kept_form(request)
    form = RegisterForm(sent, measure=measure, today=local_day(who.at))
    told: tuple[str, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            made = _register(who, measure, form)
        except WrongDesign as wrong:
            told = _to_accept(form, wrong)
        else:
            messages.success(request, _("{ref} is registered.").format(ref=made.ref))
            return redirect(who.url("evaluation", made.ref))
    title = _("Register a change")
    return render(
        request,
        "force/evaluations/register.html",
        {
            "page_title": title,
            "navigation": who.menu(PLACE),
            "breadcrumbs": way(
                who, Link(title, who.url("evaluation-choose")), Link(_("Design"), "", current=True)
            ),
            "measure": measure,
            "ways": [(one.key, one.title) for one in measure.by],
            "form": form,
            "caveats": told,
            "back": who.url("evaluation-choose"),
            "soonest": day(_tomorrow(who)),
        },
        status=400 if form.errors and request.method == "POST" else 200,
    )


def _register(who: Caller, measure: Measure, form: RegisterForm) -> Evaluation:
    given = form.cleaned_data
    return register(
        measure,
        form.design,
        force_id=who.actor.force_id,
        title=given["title"],
        words=given["words"],
        narrowed=form.narrowed,
        wanted=given["wanted"],
        check_on=given["check_on"],
        what_counts=given["what_counts"],
        accepted=given[ACCEPTED],
        actor=who.actor,
        at=who.at,
        tables=who.tables,
    )


def _to_accept(form: RegisterForm, wrong: WrongDesign) -> tuple[str, ...]:
    """What is left to accept where nothing else is wrong; else the faults stand on the form."""
    others = {name: said for name, said in wrong.errors.items() if name != ACCEPTED}
    if others:
        form.refuse(others)
        return ()
    if "confirm" in form.data:
        form.refuse(wrong.errors)
    return caveats(form.design)


def _tomorrow(who: Caller) -> date:
    return local_day(who.at) + timedelta(days=1)


pages = (Page("evaluations/new/<str:key>/", register_page, "evaluation-register"),)
