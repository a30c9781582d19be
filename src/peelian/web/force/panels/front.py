"""Every panel that this person has to do with: what it did last, what it waits for."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from peelian import catalogue
from peelian.access.decide import doors_of
from peelian.access.standing import local_day
from peelian.engines.panels.declared import Panel
from peelian.engines.panels.models import Case, Meeting, Member, Score
from peelian.engines.panels.results import meetings_of, turnout
from peelian.engines.panels.rights import memberships, on_day, prepares, runs, why_not_ready
from peelian.engines.panels.states import CaseState, State
from peelian.web.components.parts import Link, Table, TableCell
from peelian.web.force.pages import Page
from peelian.web.force.panels.desk import PANELS, anybody, page
from peelian.web.force.panels.packs import pack_links
from peelian.web.force.panels.parts import Section
from peelian.web.force.panels.words import state_of
from peelian.web.force.reader import Caller
from peelian.web.force.tables import BLANK, plain_table

FORCE = "force"


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """Panels to run, cases to prepare, cases to judge: as many of the three as are theirs."""
    who = anybody(request)
    sections = [*_to_judge(who), *_to_prepare(who), *_to_run(who), *_more(who)]
    return page(request, who, _("Panels"), answer=_answer(who), sections=sections)


def _answer(who: Caller) -> str:
    mine = memberships(who.actor, who.at)
    if mine:
        number = len(_open_cases(mine, who))
        return ngettext(
            "{n} case waits for your view.", "{n} cases wait for your view.", number
        ).format(n=number)
    if runs(who.actor, who.at):
        ahead = (
            Meeting.objects.filter(force_id=who.actor.force_id, held_on__gte=local_day(who.at))
            .exclude(state__in=(State.ABANDONED, State.CLOSED))
            .order_by("held_on")
            .first()
        )
        if ahead is None:
            return _("No meeting is planned.")
        return _("The next meeting is on {day}: {panel}.").format(
            day=date_format(ahead.held_on, "j F Y"), panel=_title(ahead.panel)
        )
    number = _waiting(who).count()
    return ngettext(
        "{n} case waits for its recording.", "{n} cases wait for their recordings.", number
    ).format(n=number)


def _waiting(who: Caller) -> QuerySet[Case]:
    return Case.objects.filter(
        meeting__force_id=who.actor.force_id,
        meeting__state__in=(State.DRAWN, State.OPEN),
        state=CaseState.DRAWN,
    )


def _open_cases(mine: tuple[Member, ...], who: Caller) -> list[Case]:
    """Cases before their panels that they have not judged yet."""
    found: list[Case] = []
    for member in mine:
        panel = catalogue.panel(member.panel)
        if panel is None or why_not_ready(member, panel, who.at):
            continue
        judged = Score.objects.filter(member=member).values_list("case_id", flat=True)
        found += Case.objects.filter(
            meeting__panel=member.panel,
            meeting__force_id=member.force_id,
            meeting__state=State.OPEN,
            state=CaseState.READY,
        ).exclude(pk__in=list(judged))
    return found


def _to_judge(who: Caller) -> list[Section]:
    mine = memberships(who.actor, who.at)
    sections = []
    for member in mine:
        panel = catalogue.panel(member.panel)
        if panel is None:
            continue
        why = why_not_ready(member, panel, who.at)
        meetings = [
            one
            for one in meetings_of(panel, member.force_id)
            if one.state not in (State.ABANDONED,)
        ]
        sections.append(
            Section(
                panel.title,
                says=(panel.why,),
                inset=_("You see no case yet: {why}. The panel office puts it right.").format(
                    why=why.replace("they have", _("you have")).replace("their", _("your"))
                )
                if why
                else "",
                table=_meetings_table(meetings, who, panel.title) if meetings else None,
            )
        )
    return sections


def _to_prepare(who: Caller) -> list[Section]:
    if not prepares(who.actor, who.at):
        return []
    meetings = list(
        Meeting.objects.filter(
            force_id=who.actor.force_id, state__in=(State.DRAWN, State.OPEN)
        ).order_by("held_on", "pk")
    )
    return [
        Section(
            _("Meetings whose cases you prepare"),
            says=() if meetings else (_("No meeting has cases to prepare now."),),
            table=_meetings_table(meetings, who, _("Meetings to prepare")) if meetings else None,
        )
    ]


def _to_run(who: Caller) -> list[Section]:
    if not runs(who.actor, who.at):
        return []
    rows = [_panel_row(one, who) for one in catalogue.panels()]
    heads = (_("Panel"), _("Members"), _("Next meeting"), _("Last turnout"))
    return [Section(_("Panels that you run"), table=plain_table(_("Panels"), heads, rows))]


def _panel_row(panel: Panel, who: Caller) -> tuple[TableCell, ...]:
    force_id = who.actor.force_id
    members = Member.objects.filter(on_day(who.at), panel=panel.key, force_id=force_id)
    meetings = meetings_of(panel, force_id)
    ahead = [
        one
        for one in meetings
        if one.state not in (State.ABANDONED, State.CLOSED) and one.held_on >= local_day(who.at)
    ]
    came = turnout(meetings)
    return (
        TableCell(panel.title, under=panel.frame_words, url=who.url("panel", panel.key)),
        TableCell(str(members.count())),
        TableCell(
            date_format(ahead[-1].held_on, "j F Y"), url=who.url("panel-meeting", ahead[-1].ref)
        )
        if ahead
        else TableCell(_("None planned")),
        TableCell(_("{came} of {all}").format(came=came[-1].attended, all=came[-1].noted))
        if came
        else TableCell(BLANK),
    )


def _meetings_table(meetings: list[Meeting], who: Caller, caption: str) -> Table:
    rows = [
        (
            TableCell(
                date_format(one.held_on, "j F Y"),
                under=one.ref,
                url=who.url("panel-meeting", one.ref),
            ),
            TableCell(_title(one.panel)),
            TableCell(one.place),
            TableCell(state_of(one)),
        )
        for one in meetings
    ]
    heads = (_("Meeting"), _("Panel"), _("Where"), _("State"))
    return plain_table(caption, heads, rows)


def _more(who: Caller) -> list[Section]:
    links = []
    if FORCE in doors_of(who.actor, at=who.at) or runs(who.actor, who.at):
        links.append(Link(_("Briefings: what panels saw, in a minute"), who.url("briefings")))
    links += pack_links(who)
    return [Section(_("Beside panels"), links=tuple(links))] if links else []


def _title(key: str) -> str:
    found = catalogue.panel(key)
    return found.title if found else key


pages = (Page("panels/", front, PANELS),)
