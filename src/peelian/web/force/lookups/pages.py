"""The nightly review of look-ups, for those who judge it (STD-12)."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from peelian.access.powers import Power
from peelian.engines.oversight.evidence import TITLES
from peelian.engines.oversight.feedback import Finding
from peelian.engines.oversight.give_verdict import CannotJudge
from peelian.engines.oversight.judging import (
    Judged,
    NoSuchAlert,
    OpenedAlert,
    judge_alert,
    open_alert,
)
from peelian.engines.oversight.keeping_alerts import kept_long_enough
from peelian.engines.oversight.models import NightReview
from peelian.engines.oversight.read_alerts import read_alerts
from peelian.engines.oversight.rules import DEFAULTS
from peelian.web.components.parts import Link, SummaryRow
from peelian.web.force.lookups.tables import alerts_table, sights_table, verdicts_table
from peelian.web.force.lookups.verdict import VerdictForm
from peelian.web.force.pages import Page
from peelian.web.force.people import names_in_trail
from peelian.web.force.reader import Caller, caller
from peelian.web.force.trail.whose import force_reviewed
from peelian.web.people.kept import kept_form

LOOK_UPS = "look-ups"


def force_of(who: Caller) -> str:
    """The one force whose look-ups this person judges; without one there is no page."""
    found = force_reviewed(who, Power.REVIEW_LOOKUPS)
    if not found:
        raise Http404
    return found


@require_safe
def tonight(request: HttpRequest) -> HttpResponse:
    """What waits for a verdict, the newest night and the most telling first."""
    who = caller(request)
    force_id = force_of(who)
    alerts = read_alerts(force_id=force_id, by=who.actor, at=who.at)
    newest = NightReview.objects.filter(force_id=force_id).order_by("-night").first()
    return render(
        request,
        "force/lookups/tonight.html",
        {
            "page_title": _("Look-ups worth a second look"),
            "navigation": who.menu(LOOK_UPS),
            "breadcrumbs": who.way_here(Link(_("Look-ups"), "", current=True)),
            "answer": _answer(len(alerts), newest),
            "table": alerts_table(alerts, who, _("Waiting for a verdict, most telling first")),
            "links": links(who),
            "past": kept_long_enough(force_id, at=who.at).count(),
            "rules": DEFAULTS,
        },
    )


@require_safe
def judged(request: HttpRequest) -> HttpResponse:
    """What has been judged."""
    who = caller(request)
    force_id = force_of(who)
    alerts = read_alerts(force_id=force_id, by=who.actor, at=who.at, judged=True)
    title = _("Look-ups that were judged")
    return render(
        request,
        "force/lookups/judged.html",
        {
            "page_title": title,
            "navigation": who.menu(LOOK_UPS),
            "breadcrumbs": way(who, title),
            "table": alerts_table(alerts, who, _("The newest nights first")),
        },
    )


def alert(request: HttpRequest, number: int) -> HttpResponse:
    """One alert with its look-ups; and the verdict on it."""
    who = caller(request)
    force_id = force_of(who)
    if number >= 2**63:
        raise Http404
    try:
        opened = open_alert(number=number, force_id=force_id, by=who.actor, at=who.at)
    except NoSuchAlert as error:
        raise Http404 from error
    sent = request.POST if request.method == "POST" else kept_form(request)
    form = VerdictForm(sent, opened.alert)
    if request.method == "POST" and form.is_valid():
        try:
            done = judge_alert(
                alert=opened.alert,
                finding=form.finding_chosen(),
                words=form.cleaned_data["words"],
                wrong=form.signals_wrong(),
                by=who.actor,
                at=who.at,
            )
        except CannotJudge as error:
            form.add_error(None, str(error))
        else:
            _tell(request, done)
            return redirect(who.url("look-up-alert", str(number)))
    status = 400 if request.method == "POST" else 200
    return render(request, "force/lookups/alert.html", _shown(who, opened, form), status=status)


def _shown(who: Caller, opened: OpenedAlert, form: VerdictForm) -> dict[str, object]:
    found = opened.alert
    name = names_in_trail([found.actor])[found.actor]
    title = _("Look-ups by {name}").format(name=name)
    return {
        "page_title": title,
        "navigation": who.menu(LOOK_UPS),
        "breadcrumbs": way(who, title),
        "sentences": found.sentences,
        "facts": (
            SummaryRow(_("Who looked"), name),
            SummaryRow(_("At whom"), _("The person {key}").format(key=found.person)),
            SummaryRow(_("Night"), date_format(found.review.night, "j F Y")),
            SummaryRow(
                _("Signals"), "\n".join(TITLES[one] for one in TITLES if one in found.signals)
            ),
        ),
        "sights": sights_table(opened, who),
        "lost": opened.lost,
        "verdicts": verdicts_table(opened.verdicts),
        "form": form,
        "rules": DEFAULTS,
    }


def _tell(request: HttpRequest, done: Judged) -> None:
    if done.verdict.found is not Finding.MISUSE_SUSPECTED or done.told is None:
        messages.success(request, _("The verdict is kept."))
    elif done.told.people:
        told = ngettext(
            "The verdict is kept, and {number} person of professional standards has a notice.",
            "The verdict is kept, and {number} people of professional standards have a notice.",
            done.told.people,
        )
        messages.success(request, told.format(number=done.told.people))
    else:
        messages.success(
            request,
            _(
                "The verdict is kept. Nobody else of professional standards has an account here: "
                "tell them yourself."
            ),
        )


def _answer(waiting: int, newest: NightReview | None) -> str:
    """How much there is to judge and how far it goes."""
    if newest is None:
        return _("No night has been reviewed yet. The first is reviewed at 03:00.")
    listed = (
        ngettext("{number} waits for a verdict.", "{number} wait for a verdict.", waiting).format(
            number=waiting
        )
        if waiting
        else _("Nothing waits for a verdict.")
    )
    reviewed = ngettext(
        "The newest night reviewed is that of {night}: {look_ups} sight of a person's record.",
        "The newest night reviewed is that of {night}: {look_ups} sights of people's records.",
        newest.look_ups,
    ).format(night=date_format(newest.night, "j F Y"), look_ups=f"{newest.look_ups:,}")
    without_room = ngettext(
        "{over} more was worth listing and had no room.",
        "{over} more were worth listing and had no room.",
        newest.over,
    ).format(over=f"{newest.over:,}")
    return " ".join((listed, reviewed, *((without_room,) if newest.over else ())))


def links(who: Caller) -> tuple[Link, ...]:
    """The other pages of the review."""
    return (
        Link(_("What was judged"), who.url("look-ups-judged")),
        Link(_("How often each signal was right"), who.url("look-up-signals")),
        Link(_("Whom the list falls on, by ethnic group"), who.url("look-up-fairness")),
    )


def way(who: Caller, title: str) -> tuple[Link, ...]:
    """Breadcrumbs of a page of the review."""
    return who.way_here(Link(_("Look-ups"), who.url("look-ups")), Link(title, "", current=True))


pages = (
    Page("look-ups/", tonight, "look-ups"),
    Page("look-ups/judged/", judged, "look-ups-judged"),
    Page("look-ups/<int:number>/", alert, "look-up-alert"),
)
