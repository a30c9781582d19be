"""One panel, for whoever runs it: meetings, members, whom they stand for, what came of it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from peelian import catalogue
from peelian.access.standing import local_day
from peelian.engines.duties.settings import setting_on
from peelian.engines.panels.declared import Panel
from peelian.engines.panels.makeup import MakeUp, make_up
from peelian.engines.panels.measuring import measure_key
from peelian.engines.panels.planning import plan
from peelian.engines.panels.results import (
    Replies,
    judged,
    meetings_of,
    replies,
    themes,
    turnout,
)
from peelian.engines.panels.states import State
from peelian.spine.unit import Unit
from peelian.web.components.parts import Link, Table, TableCell
from peelian.web.force.pages import Page
from peelian.web.force.panels.desk import attempt, page, panel_named, runner
from peelian.web.force.panels.forms import PlanForm
from peelian.web.force.panels.parts import Section, Send
from peelian.web.force.panels.words import state_of
from peelian.web.force.reader import Caller
from peelian.web.force.side import inside
from peelian.web.force.tables import plain_table

FEW = 5


@require_safe
def panel(request: HttpRequest, key: str) -> HttpResponse:
    """Its meetings first, then its members, then what officers answered."""
    who = runner(request)
    one = panel_named(key)
    meetings = meetings_of(one, who.actor.force_id)
    came = turnout(meetings)
    back = replies(meetings, at=who.at)
    sections = [
        Section(
            _("Meetings"),
            says=() if meetings else (_("No meeting was planned yet."),),
            table=_meetings(one, who),
            links=(Link(_("Plan a meeting"), who.url("panel-plan", one.key)),),
        ),
        Section(
            _("Members and whom they stand for"),
            says=_who_they_are(make_up(one, actor=who.actor, at=who.at, tables=who.tables)),
            table=_made_up(make_up(one, actor=who.actor, at=who.at, tables=who.tables)),
            links=(Link(_("Members of this panel"), who.url("panel-members", one.key)),),
        ),
        Section(
            _("What officers answered"),
            says=(_replies(back),),
            table=_themes(one, who),
        ),
        _figures(request, one, who),
        Section(
            _("What everybody can learn from it"),
            says=(_("A briefing is a minute's reading for every officer of the force."),),
            links=(
                Link(_("Write a briefing"), who.url("panel-brief", one.key)),
                Link(_("Briefings and how far they reached"), who.url("briefings")),
            ),
        ),
    ]
    if came:
        last = came[-1]
        answer = _("{came} of {all} members came to the last meeting, on {day}.").format(
            came=last.attended, all=last.noted, day=date_format(last.meeting.held_on, "j F Y")
        )
    else:
        answer = one.why
    return page(request, who, one.title, answer=answer, sections=sections)


def new_meeting(request: HttpRequest, key: str) -> HttpResponse:
    """Plan a meeting."""
    who = runner(request)
    one = panel_named(key)
    today = local_day(who.at)
    force_id = who.actor.force_id
    form = PlanForm(
        request.POST if request.method == "POST" else None,
        one,
        today,
        units=Unit.objects.filter(force_id=force_id)
        .order_by("name")
        .values_list("unit_ref", "name"),
        cases=setting_on(one.cases, force_id, today).value,
        by_lot=setting_on(one.by_lot, force_id, today).value,
    )
    made = []
    if attempt(
        form,
        lambda: made.append(plan(one, **form.cleaned_data, actor=who.actor, at=who.at)),
    ):
        return redirect(who.url("panel-meeting", made[0].ref))
    return page(
        request,
        who,
        _("Plan a meeting"),
        answer=_(
            "The cases are fixed before anybody knows the seed, so nobody can choose them: neither "
            "the panel nor the force."
        ),
        way=(Link(one.title, who.url("panel", one.key)),),
        sections=(Section("", sends=(Send(_("Plan the meeting"), form=form),)),),
    )


def _meetings(panel: Panel, who: Caller) -> Table | None:
    meetings = meetings_of(panel, who.actor.force_id)
    if not meetings:
        return None
    came = {one.meeting.pk: one for one in turnout(meetings)}
    rows = [
        (
            TableCell(
                date_format(one.held_on, "j F Y"),
                under=one.ref,
                url=who.url("panel-meeting", one.ref),
            ),
            TableCell(state_of(one), under=one.ended_because),
            TableCell(str(one.cases.count()) if one.state != State.PLANNED else "–"),
            TableCell(
                _("{came} of {all}").format(came=came[one.pk].attended, all=came[one.pk].noted)
                if one.pk in came
                else "–"
            ),
        )
        for one in meetings
    ]
    return plain_table(
        _("Meetings, newest first"), (_("Meeting"), _("State"), _("Cases"), _("Came")), rows
    )


def _who_they_are(found: MakeUp) -> tuple[str, ...]:
    said = [
        ngettext("{n} member today.", "{n} members today.", found.members).format(n=found.members)
    ]
    if found.untrained:
        said.append(
            ngettext(
                "{n} has not been trained and sees no case yet.",
                "{n} have not been trained and see no case yet.",
                found.untrained,
            ).format(n=found.untrained)
        )
    if found.said:
        said.append(
            _("{said} of {all} said which ethnic group they belong to.").format(
                said=found.said, all=found.members
            )
        )
        known = any(one.expected is not None for one in found.groups)
        said.append(
            _(
                "Beside them stands how many of as many residents would on average; few members "
                "differ from that by chance alone."
            )
            if known
            else _("How many residents do is not loaded.")
        )
    return (" ".join(said),)


def _made_up(found: MakeUp) -> Table | None:
    if not found.said:
        return None
    known = any(one.expected is not None for one in found.groups)
    rows = [
        (
            TableCell(one.group),
            TableCell(str(one.members)),
            *((TableCell(f"{one.expected:.1f}"),) if one.expected is not None else ()),
        )
        for one in found.groups
    ]
    residents = (_("Of as many residents (Census 2021)"),) if known else ()
    heads = (_("Ethnic group"), _("Members"), *residents)
    return plain_table(_("Members by ethnic group"), heads, rows)


def _figures(request: HttpRequest, panel: Panel, who: Caller) -> Section:
    """What most members said, of cases by lot and of the others apart."""
    meetings = meetings_of(panel, who.actor.force_id)
    ways = ((True, _("by lot")), (False, _("by a trigger, or named")))
    side = inside(request)
    rows = [
        (
            TableCell(
                found.result.title,
                under=found.result.words,
                url=side.list_url(catalogue.measure(measure_key(panel, found.result)), who.tables),
            ),
            TableCell(how),
            TableCell(
                _("{counted} of {among}").format(counted=found.counted, among=found.among),
                under=_("{n} not known").format(n=found.unclear) if found.unclear else "",
            ),
        )
        for by_lot, how in ways
        for found in judged(panel, meetings, by_lot=by_lot)
    ]
    heads = (_("What most members said"), _("How the cases came"), _("Cases"))
    return Section(
        _("What the panel saw"),
        says=(
            _(
                "Cases by lot stand for all of their months; the others only for themselves. Few "
                "cases: a change from one meeting to the next says nothing."
            ),
        )
        if rows
        else (_("No meeting was closed yet."),),
        table=plain_table(_("What the panel saw"), heads, rows) if rows else None,
    )


def _replies(back: Replies) -> str:
    if not back.given:
        return _("No feedback was given to an officer yet.")
    told = ngettext(
        "{replied} of {given} officer who got feedback has answered it",
        "{replied} of {given} officers who got feedback have answered it",
        back.given,
    ).format(replied=back.replied, given=back.given)
    waiting = _("{waiting} have time left, {late} are late.").format(
        waiting=back.waiting, late=back.late
    )
    return f"{told}; {waiting}"


def _themes(panel: Panel, who: Caller) -> Table | None:
    found = themes(panel, meetings_of(panel, who.actor.force_id))
    if not found:
        return None
    rows = [(TableCell(one.says), TableCell(str(number))) for one, number in found]
    return plain_table(
        _("What feedback was about"), (_("Theme"), _("Cases with feedback on it")), rows
    )


pages = (
    Page("panels/<str:key>/", panel, "panel"),
    Page("panels/<str:key>/plan/", new_meeting, "panel-plan"),
)
