"""What can be done about one duty: say that it is done, hand it over, waive it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from peelian import catalogue
from peelian.access.decide import NotAllowed
from peelian.engines.duties.due_list import Due
from peelian.engines.duties.errors import DutyError
from peelian.engines.duties.finishing import finish
from peelian.engines.duties.moving import move
from peelian.engines.duties.waiving import waive
from peelian.web.components.parts import Link
from peelian.web.force.pages import Page
from peelian.web.force.reader import Caller, caller
from peelian.web.force.work.duty import facts, found_duty
from peelian.web.force.work.forms import DoneForm, MoveForm, WaiveForm
from peelian.web.force.work.posts import as_choices, posts_of_force, receivers
from peelian.web.force.work.rights import may_finish, may_hand_over, may_waive
from peelian.web.people.kept import kept_form


def done(request: HttpRequest, record_id: str) -> HttpResponse:
    """Its owner says that it is done, with words of proof."""
    who = caller(request)
    due = found_duty(who, record_id)
    if not may_finish(due, who):
        raise Http404
    form = DoneForm(_sent(request), needed=bool(due.rule.proof))

    def act() -> str:
        finish(
            due.duty.record_id,
            proof=form.cleaned_data["proof"],
            actor=who.actor,
            at=who.at,
            rules=catalogue.rules(),
        )
        return _("Done: {what}.").format(what=due.duty.title)

    said = _("Proof wanted: {proof}").format(proof=due.rule.proof) if due.rule.proof else ""
    return _act(request, who, due, form, act, _("It is done"), said)


def hand_over(request: HttpRequest, record_id: str) -> HttpResponse:
    """Somebody else answers for it from now on; both see that it moved, and why."""
    who = caller(request)
    due = found_duty(who, record_id)
    if not may_hand_over(due, who):
        raise Http404
    posts = posts_of_force(who.actor, who.at)
    open_to = [
        one for one in receivers(who.actor, posts, who.at) if one.post_ref != due.duty.post_ref
    ]
    form = MoveForm(_sent(request), as_choices(open_to))

    def act() -> str:
        move(
            due.duty.record_id,
            to_post=form.cleaned_data["to_post"],
            reason=form.cleaned_data["reason"],
            actor=who.actor,
            at=who.at,
            rules=catalogue.rules(),
        )
        return _("Handed over to {post}.").format(post=posts[form.cleaned_data["to_post"]].words)

    said = _(
        "The clock runs on. Whoever has it now and whoever gets it are told on their first page."
    )
    return _act(request, who, due, form, act, _("Hand it over"), said)


def do_without(request: HttpRequest, record_id: str) -> HttpResponse:
    """Whoever holds the rank says that the force's own rule does not hold in this case."""
    who = caller(request)
    due = found_duty(who, record_id)
    if not may_waive(due, who):
        raise Http404
    form = WaiveForm(_sent(request))

    def act() -> str:
        waive(
            due.duty.record_id,
            reason=form.cleaned_data["reason"],
            actor=who.actor,
            at=who.at,
            rules=catalogue.rules(),
        )
        return _("Waived: {what}.").format(what=due.duty.title)

    said = _("Only a {rank} or above may waive it. It is counted as waived, never as done.").format(
        rank=due.rule.waived_by
    )
    return _act(request, who, due, form, act, _("Waive it"), said)


def _sent(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else kept_form(request)


def _act(
    request: HttpRequest,
    who: Caller,
    due: Due,
    form: forms.Form,
    act: Callable[[], str],
    title: str,
    said: str,
) -> HttpResponse:
    """The form of one deed; what a verb refuses stands on it as a sentence."""
    here = who.url("duty", due.duty.record_id)
    if request.method == "POST" and form.is_valid():
        try:
            told = act()
        except (DutyError, NotAllowed) as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, told)
            return redirect(who.url("first"))
    return render(
        request,
        "force/work/act.html",
        {
            "page_title": f"{title}: {due.duty.title}",
            "navigation": who.menu(who.entrance),
            "breadcrumbs": who.way_here(Link(due.duty.title, here), Link(title, "", current=True)),
            "said": said,
            "facts": facts(due, who, posts_of_force(who.actor, who.at)),
            "form": form,
            "button": title,
            "back": here,
        },
        status=400 if form.errors else 200,
    )


pages = (
    Page("work/duties/<str:record_id>/done/", done, "duty-done"),
    Page("work/duties/<str:record_id>/move/", hand_over, "duty-move"),
    Page("work/duties/<str:record_id>/waive/", do_without, "duty-waive"),
)
