"""The trail for the person whose post is to review it; reading it is in the trail as well."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from peelian.access.powers import Power
from peelian.engines.oversight.reading_trail import NoSuchEntry, open_entry, read_trail
from peelian.engines.oversight.reading_trail_chain import ChainCheck, check_chain
from peelian.engines.oversight.reading_trail_filters import WrongFilter
from peelian.web.components.parts import Link, SummaryRow
from peelian.web.errors import refuse
from peelian.web.force.pages import Page
from peelian.web.force.reader import Caller, caller
from peelian.web.force.trail.asked import AFTER, AskForm
from peelian.web.force.trail.facts import about_the_same, chain_facts, checkpoint_in_words, facts
from peelian.web.force.trail.tables import entries_table
from peelian.web.force.trail.whose import force_reviewed
from peelian.web.force.words import moment

TRAIL = "trail"
FAULTS_SHOWN = 20


@require_safe
def trail(request: HttpRequest) -> HttpResponse:
    """One page of entries, newest first; what is asked stands in the address."""
    who = caller(request)
    force_id = force_reviewed(who, Power.REVIEW_TRAIL)
    form = AskForm(request.GET)
    context: dict[str, object] = {
        "page_title": _("Trail: who looked and who changed"),
        "navigation": who.menu(TRAIL),
        "breadcrumbs": who.way_here(Link(_("Trail"), "", current=True)),
        "form": form,
        "here": who.url("trail"),
        "check": who.url("trail-check"),
    }
    if not form.is_valid():
        return render(request, "force/trail/trail.html", context, status=400)
    try:
        after = _number(request.GET.get(AFTER, ""))
    except ValueError:
        return refuse(request, _("The number in this address is none. Begin at the first page."))
    try:
        page = read_trail(
            actor=who.actor,
            force_id=force_id,
            at=who.at,
            filters=form.filters(who, force_id),
            after=after,
        )
    except WrongFilter as error:
        form.add_error(None, str(error))
        return render(request, "force/trail/trail.html", context, status=400)
    asked, here = form.asked(), who.url("trail")
    onward = f"{here}?{asked}{'&' if asked else ''}{AFTER}={page.after}"
    context |= {
        "table": entries_table(page.entries, who),
        "narrowed": bool(asked),
        "stopped": page.stopped,
        "first": Link(_("First page"), f"{here}?{asked}") if after is not None else None,
        "next": Link(_("Next page"), onward) if page.after is not None else None,
    }
    return render(request, "force/trail/trail.html", context)


@require_safe
def entry(request: HttpRequest, sequence: int) -> HttpResponse:
    """One entry with its place in the chain."""
    who = caller(request)
    force_id = force_reviewed(who, Power.REVIEW_TRAIL)
    if sequence >= 2**63:
        raise Http404
    try:
        opened = open_entry(actor=who.actor, force_id=force_id, sequence=sequence, at=who.at)
    except NoSuchEntry as error:
        raise Http404 from error
    title = _("Entry {number}").format(number=sequence)
    return render(
        request,
        "force/trail/entry.html",
        {
            "page_title": title,
            "navigation": who.menu(TRAIL),
            "breadcrumbs": _way(who, title),
            "facts": facts(opened.entry, who),
            "readable": opened.entry.readable,
            "about": about_the_same(opened.entry, who),
            "chain": chain_facts(opened.chain),
            "faults": opened.chain.faults[:FAULTS_SHOWN],
        },
    )


@require_safe
def check(request: HttpRequest) -> HttpResponse:
    """Check the newest entries now, and tell where the checkpoints are."""
    who = caller(request)
    force_id = force_reviewed(who, Power.REVIEW_TRAIL)
    found = check_chain(actor=who.actor, force_id=force_id, at=who.at)
    title = _("Check of the chain")
    return render(
        request,
        "force/trail/check.html",
        {
            "page_title": title,
            "navigation": who.menu(TRAIL),
            "breadcrumbs": _way(who, title),
            "found": found,
            "faults": found.faults[:FAULTS_SHOWN],
            "facts": _check_facts(found),
            "places": found.places,
            "watched": any(not place.inside for place in found.places),
        },
    )


def _check_facts(found: ChainCheck) -> tuple[SummaryRow, ...]:
    waiting = found.waiting.checkpoints
    sent = _("Every checkpoint has been sent")
    if waiting and found.waiting.oldest is not None:
        sent = ngettext(
            "{number} checkpoint waits to be sent, since {when}",
            "{number} checkpoints wait to be sent, the oldest since {when}",
            waiting,
        ).format(number=waiting, when=moment(found.waiting.oldest))
    newest = checkpoint_in_words(found.checkpoint) if found.checkpoint else _("None yet")
    return (
        SummaryRow(_("Newest checkpoint"), newest),
        SummaryRow(_("Entries that no checkpoint covers yet"), f"{found.uncovered:,}"),
        SummaryRow(_("Delivery"), sent),
    )


def _way(who: Caller, title: str) -> tuple[Link, ...]:
    return who.way_here(Link(_("Trail"), who.url("trail")), Link(title, "", current=True))


def _number(text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and len(text) <= 18):
        raise ValueError(text)
    return int(text)


pages = (
    Page("trail/", trail, "trail"),
    Page("trail/check/", check, "trail-check"),
    Page("trail/<int:sequence>/", entry, "trail-entry"),
)
