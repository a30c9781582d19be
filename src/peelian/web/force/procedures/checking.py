"""Everything on one page before it counts, each with a way to change it; then it is finished."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from peelian.access.decide import NotAllowed
from peelian.engines.procedures.asking import open_pages, void
from peelian.engines.procedures.drafts import change, discard, draft_of
from peelian.engines.procedures.errors import NotComplete, WrongDecision
from peelian.engines.procedures.filled import filled_from
from peelian.engines.procedures.making import make_of
from peelian.engines.procedures.models import Assessment
from peelian.engines.procedures.suggesting import criteria_met
from peelian.engines.registers.errors import FieldRefused, NotTyped
from peelian.web.components.parts import Link
from peelian.web.force.pages import Page
from peelian.web.force.procedures.answers_shown import decision_rows, offer_rows, page_rows
from peelian.web.force.procedures.open_draft import OpenDraft, open_draft, or_stop
from peelian.web.force.procedures.steps import (
    BACK_TO_CHECK,
    CHECK,
    gap_before,
    progress,
    url_before,
)
from peelian.web.force.reader import caller


@or_stop
def check(request: HttpRequest, draft_id: int) -> HttpResponse:
    """What is about to be kept, or what still is in its way."""
    if request.method == "POST":
        made = _made_already(request)
        if made is not None:
            return made
    draft = open_draft(request, draft_id)
    gap = gap_before(draft, CHECK)
    if gap:
        return redirect(gap)
    errors: tuple[Link, ...] = ()
    if request.method == "POST":
        draft = _with_correction(request, draft)
        errors = _finish(draft)
        if not errors:
            return redirect(draft.who.url("procedure-done", draft.draft.assessment_id))
    return render(
        request,
        "force/procedures/check.html",
        _shown(draft, errors),
        status=400 if errors else 200,
    )


@require_POST
def throw_away(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Drop a draft of one's own."""
    who = caller(request)
    discard(draft_of(who.actor, draft_id), at=who.at)
    return redirect(who.url("procedures"))


def _made_already(request: HttpRequest) -> HttpResponse | None:
    """Where a second press of the same button leads: to what the first one made."""
    sent, who = request.POST.get("assessment", ""), caller(request)
    made = Assessment.objects.filter(
        record_id=sent, officer_ref=who.actor.officer_ref, force_id=who.actor.force_id
    )
    return redirect(who.url("procedure-done", sent)) if sent and made.exists() else None


def _with_correction(request: HttpRequest, draft: OpenDraft) -> OpenDraft:
    """Why an earlier one is corrected is asked here, and kept in the draft."""
    said = request.POST.get("correction", "").strip()
    if not draft.draft.replaces:
        return draft
    saved = change(draft.draft, lambda held: replace(held, correction=said), at=draft.who.at)
    return replace(draft, body=saved)


def _finish(draft: OpenDraft) -> tuple[Link, ...]:
    """Make the assessment; what is in its way, each with where it is put right."""
    try:
        make_of(
            draft.procedure,
            filled_from(draft.procedure, draft.draft, draft.body),
            record_id=draft.draft.of_id,
            actor=draft.who.actor,
            at=draft.who.at,
            tables=draft.who.tables,
        )
    except NotComplete as wrong:
        return tuple(Link(said, _page_of(draft, key)) for key, said in wrong.errors.items())
    except WrongDecision as wrong:
        return tuple(Link(said, _part_of(draft, key)) for key, said in wrong.errors.items())
    except (NotAllowed, NotTyped, FieldRefused) as refused:
        return (Link(str(refused), "#answers"),)
    return ()


def _page_of(draft: OpenDraft, question: str) -> str:
    for page in draft.version.pages:
        if any(one.key == question for one in page.questions):
            return f"{draft.url('page', page.key)}?{BACK_TO_CHECK}"
    return "#answers"


def _part_of(draft: OpenDraft, field: str) -> str:
    if field == "correction":
        return "#correction"
    part = "offer" if field.startswith("refusal") else "decide"
    return f"{draft.url(part)}?{BACK_TO_CHECK}"


def _shown(draft: OpenDraft, errors: tuple[Link, ...]) -> dict[str, object]:
    procedure, given = draft.procedure, draft.body.given
    decided = {**draft.asked.facts, "decided": draft.body.grade or None}
    return {
        "page_title": _("Check your answers"),
        "navigation": draft.who.menu("procedures"),
        "breadcrumbs": draft.way_here(Link(procedure.title, "", current=True)),
        "procedure": procedure,
        "progress": progress(draft, CHECK),
        "errors": errors,
        "offer": offer_rows(draft),
        "parts": [
            (page.title, page_rows(draft, page)) for page in open_pages(draft.version, given)
        ],
        "met": criteria_met(procedure, replace(draft.asked, facts=decided)),
        "decision": decision_rows(draft),
        "left_out": void(draft.version, given),
        "correcting": bool(draft.draft.replaces),
        "correction": draft.body.correction,
        "assessment": draft.draft.assessment_id,
        "back": url_before(draft, CHECK),
        "discard": draft.url("discard"),
        "leave": draft.who.url("procedures"),
    }


pages = (
    Page("procedures/drafts/<int:draft_id>/check/", check, "procedure-check"),
    Page("procedures/drafts/<int:draft_id>/discard/", throw_away, "procedure-discard"),
)
