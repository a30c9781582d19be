"""Briefings: a minute's reading of what panels saw, for every officer; written by the panel office.

How many opened one is counted; who did is shown to nobody (POW-17).
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from peelian import catalogue
from peelian.engines.panels.briefings import (
    briefings_of,
    open_briefing,
    publish_briefing,
    reach_of,
    take_back,
)
from peelian.engines.panels.models import Briefing
from peelian.engines.panels.results import meetings_of, themes
from peelian.engines.panels.rights import runs
from peelian.web.components.parts import Link, TableCell
from peelian.web.force.pages import Page
from peelian.web.force.panels.desk import act, attempt, page, panel_named, runner
from peelian.web.force.panels.forms import BriefingForm, WhyForm
from peelian.web.force.panels.parts import Section, Send
from peelian.web.force.reader import caller
from peelian.web.force.tables import plain_table


@require_safe
def briefings(request: HttpRequest) -> HttpResponse:
    """Every briefing, the newest first; with its reach for whoever runs panels."""
    who = caller(request)
    found = briefings_of(who.actor, at=who.at)
    running = runs(who.actor, who.at)
    rows = [
        (
            TableCell(one.title, url=who.url("briefing", one.ref)),
            TableCell(_panel(one)),
            TableCell(_day(one)),
            *((TableCell(_reach(one)),) if running else ()),
        )
        for one in found
    ]
    heads = (_("Briefing"), _("Panel"), _("Published"), *((_("Reach"),) if running else ()))
    return page(
        request,
        who,
        _("Briefings"),
        answer=_(
            "Each takes a minute. They say what people outside the police saw, and what to do "
            "next time."
        )
        if found
        else _("No briefing was published yet."),
        sections=(Section("", table=plain_table(_("Briefings"), heads, rows)),) if rows else (),
    )


@require_safe
def briefing(request: HttpRequest, ref: str) -> HttpResponse:
    """One briefing, on one printed page."""
    who = caller(request)
    found = open_briefing(ref, actor=who.actor, at=who.at)
    running = runs(who.actor, who.at)
    panel = catalogue.panel(found.panel)
    about = [
        one.says
        for key in found.themes.split(",")
        if key and panel is not None and (one := panel.theme(key))
    ]
    sections = (
        (
            Section(_("How far it reached"), says=(f"{_reach(found)}.",)),
            Section(
                _("Take it back"),
                sends=(
                    Send(
                        _("Take it back"),
                        who.url("briefing-end", ref),
                        WhyForm(),
                        secondary=True,
                    ),
                ),
            ),
        )
        if running
        else ()
    )
    return page(
        request,
        who,
        found.title,
        way=(Link(_("Briefings"), who.url("briefings")),),
        answer=_("{panel}, {day}. A minute's reading.").format(
            panel=_panel(found), day=_day(found)
        ),
        sections=sections,
        template="briefing",
        words=found.words,
        about=about,
    )


@require_POST
def end(request: HttpRequest, ref: str) -> HttpResponse:
    """Take a briefing back."""
    who = runner(request)
    found = open_briefing(ref, actor=who.actor, at=who.at)
    why = request.POST.get("because", "")
    return act(
        request,
        lambda: take_back(found, because=why, actor=who.actor, at=who.at),
        _("The briefing is taken back."),
        who.url("briefings"),
    )


def write(request: HttpRequest, key: str) -> HttpResponse:
    """Write one, beside what feedback has been about."""
    who = runner(request)
    panel = panel_named(key)
    form = BriefingForm(request.POST if request.method == "POST" else None, panel)
    made: list[Briefing] = []
    if attempt(
        form,
        lambda: made.append(
            publish_briefing(panel, **form.cleaned_data, actor=who.actor, at=who.at)
        ),
    ):
        return redirect(who.url("briefing", made[0].ref))
    seen = themes(panel, meetings_of(panel, who.actor.force_id))
    rows = [(TableCell(one.says), TableCell(str(number))) for one, number in seen]
    table = (
        plain_table(_("What feedback was about"), (_("Theme"), _("Cases")), rows) if rows else None
    )
    return page(
        request,
        who,
        _("Write a briefing"),
        answer=_("What can every officer learn from what the panel saw? No case and no name."),
        way=(Link(panel.title, who.url("panel", panel.key)),),
        sections=(
            *((Section(_("What feedback was about"), table=table),) if table else ()),
            Section("", sends=(Send(_("Publish it to the force"), form=form),)),
        ),
    )


def _panel(one: Briefing) -> str:
    found = catalogue.panel(one.panel)
    return found.title if found else one.panel


def _day(one: Briefing) -> str:
    return date_format(localtime(one.published_at), "j F Y")


def _reach(one: Briefing) -> str:
    found = reach_of(one)
    return _("{opened} of {people} people of the force opened it").format(
        opened=found.opened, people=found.people
    )


pages = (
    Page("panels/briefings/", briefings, "briefings"),
    Page("panels/briefings/<str:ref>/", briefing, "briefing"),
    Page("panels/briefings/<str:ref>/end/", end, "briefing-end"),
    Page("panels/<str:key>/briefing/", write, "panel-brief"),
)
