"""The pack of a meeting inside the force: figures, users of the power, what panels said, actions.

POW-05, POW-06, POW-22. A decision taken here has an owner and an end, and stands on their day.
"""

from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peelian import catalogue
from peelian.access.decide import NotAllowed, has_power
from peelian.access.powers import Power
from peelian.access.standing import local_day
from peelian.engines.duties.giving import decide
from peelian.engines.duties.supervised import supervises
from peelian.engines.measures.kinds import Measure
from peelian.engines.measures.request import BadRequest
from peelian.engines.panels.packs import Pack, UsersOfPower, users_of
from peelian.engines.panels.results import meetings_of, replies, themes
from peelian.engines.publishing.shown import NotReleasable, Shown
from peelian.records.months import between, in_words, shift
from peelian.web.answers import ask
from peelian.web.components.figures import figure_cell, figure_url
from peelian.web.components.parts import Link, Table, TableCell
from peelian.web.entrances import ENTRANCES
from peelian.web.force.pages import Page
from peelian.web.force.panels.desk import attempt, page
from peelian.web.force.panels.parts import Section, Send
from peelian.web.force.reader import Caller, caller
from peelian.web.force.side import Inside, inside
from peelian.web.force.tables import plain_table
from peelian.web.force.units import unit_names
from peelian.web.force.work.forms import DecisionForm
from peelian.web.force.work.moved import moved
from peelian.web.force.work.posts import as_choices, posts_of_force, receivers

MONTHS = 12
FORCE = ENTRANCES[0]


def pack_links(who: Caller) -> tuple[Link, ...]:
    """The packs, for those who lead such meetings: whoever supervises or evaluates."""
    force_id = who.actor.force_id
    leads = supervises(who.actor, who.at) or has_power(
        who.actor, Power.EVALUATE, force_id=force_id, at=who.at
    )
    if who.entrance != FORCE or not leads:
        return ()
    return tuple(Link(one.title, who.url("panel-pack", one.key)) for one in catalogue.packs())


def pack(request: HttpRequest, key: str) -> HttpResponse:
    """The pack, and a form for what the meeting decides."""
    who = caller(request)
    found = next((one for one in catalogue.packs() if one.key == key), None)
    if found is None or who.entrance != FORCE:
        raise Http404
    figures = _figures(request, found, who)
    users = users_of(found, months=_months(who), actor=who.actor, at=who.at, tables=who.tables)
    if figures is None and users is None:
        raise Http404
    posts = posts_of_force(who.actor, who.at)
    takers = as_choices(receivers(who.actor, posts, who.at))
    form = DecisionForm(
        request.POST if request.method == "POST" else None,
        takers,
        {"due_on": localtime(who.at).date() + timedelta(days=28)},
    )

    def decided() -> None:
        try:
            decide(
                f"{found.title}: {form.cleaned_data['words']}",
                post_ref=form.cleaned_data["post_ref"],
                due_on=form.cleaned_data["due_on"],
                actor=who.actor,
                at=who.at,
                tables=who.tables,
            )
        except NotAllowed as error:
            form.add_error(None, str(error))

    if takers and attempt(form, decided) and not form.errors:
        messages.success(request, _("Decided, and given to its owner."))
        return redirect(who.url("panel-pack", key))
    sections = (
        Section(
            _("Figures"),
            says=() if figures else (_("No figure of this pack is loaded, or open to you."),),
            table=figures,
        ),
        *_users(found, users, who),
        *_panels(found, who),
        *(
            (
                Section(
                    _("What the meeting decides"),
                    says=(_("It goes to its owner's day, and is chased until it is done."),),
                    sends=(Send(_("Write the decision down"), form=form),),
                ),
            )
            if takers
            else ()
        ),
    )
    return page(request, who, found.title, answer=found.why, sections=sections)


def _months(who: Caller) -> tuple[str, ...]:
    last = f"{local_day(who.at):%Y-%m}"
    return tuple(between(shift(last, 1 - MONTHS), last))


def _figures(request: HttpRequest, pack: Pack, who: Caller) -> Table | None:
    side = inside(request)
    rows = []
    for key in pack.measures:
        measure = catalogue.measure(key)
        if who.actor.force_id not in side.forces(measure, who.tables):
            continue
        one = moved(measure, side, who.tables)
        now = one.shown if one else _running(measure, side, who)
        if now is None:
            continue
        side.about_to_show(measure, request.path)
        rows.append(
            (
                TableCell(measure.short, under=measure.asks, url=figure_url(now)),
                figure_cell(now),
                TableCell(
                    (one.sentence or _("Nothing earlier to hold it against."))
                    if one
                    else _("This month is not over, so nothing is said of it."),
                    under=now.cell.period.in_words,
                ),
            )
        )
    heads = (_("Figure"), _("Newest"), _("How it moved"))
    return plain_table(_("Figures of the meeting"), heads, rows) if rows else None


def _running(measure: Measure, side: Inside, who: Caller) -> Shown | None:
    """The newest month that is loaded, over or not, where no whole one is."""
    where = {"force": who.actor.force_id}
    try:
        _answer, shown = ask(side.through(who.tables), measure.key, by=("month",), where=where)
    except (BadRequest, NotReleasable):
        return None
    return shown[-1] if shown else None


def _users(pack: Pack, found: UsersOfPower | None, who: Caller) -> tuple[Section, ...]:
    if found is None or not found.officers:
        return ()
    units = unit_names(who.actor, who.at)
    rows = [
        (
            TableCell(one.officer_ref),
            TableCell(units.get(one.unit_ref, one.unit_ref)),
            TableCell(f"{one.times:,}"),
        )
        for one in found.most
    ]
    says = (
        ngettext(
            "{records} {called} by {officers} officer, {first} to {last}, as far as they are "
            "open to you.",
            "{records} {called} by {officers} officers, {first} to {last}, as far as they are "
            "open to you.",
            found.officers,
        ).format(
            records=f"{found.records:,}",
            called=pack.users_called,
            officers=f"{found.officers:,}",
            first=in_words(found.first),
            last=in_words(found.last),
        ),
        *(
            (
                ngettext(
                    "{n} officer has two or fewer: who seldom does it keeps little practice.",
                    "{n} officers have two or fewer: who seldom does it keeps little practice.",
                    found.seldom,
                ).format(n=f"{found.seldom:,}"),
            )
            if found.seldom
            else ()
        ),
        _("A high number is where to ask first: shifts and posts differ, and it is no fault."),
    )
    heads = (_("Officer"), _("Unit"), pack.users_called[:1].upper() + pack.users_called[1:])
    return (
        Section(
            _("High and low users"), says=says, table=plain_table(_("Highest users"), heads, rows)
        ),
    )


def _panels(pack: Pack, who: Caller) -> tuple[Section, ...]:
    rows = []
    about = []
    for key in pack.panels:
        panel = catalogue.panel(key)
        if panel is None:
            continue
        meetings = meetings_of(panel, who.actor.force_id)
        back = replies(meetings, at=who.at)
        rows.append(
            (
                TableCell(panel.title),
                TableCell(str(sum(one.closed_at is not None for one in meetings))),
                TableCell(str(back.given)),
                TableCell(str(back.replied)),
                TableCell(str(back.late)),
            )
        )
        about += [
            (TableCell(theme.says), TableCell(panel.title), TableCell(str(number)))
            for theme, number in themes(panel, meetings)
        ]
    heads = (
        _("Panel"),
        _("Meetings ended"),
        _("Feedback given"),
        _("Answered by the officer"),
        _("Answer late"),
    )
    sections = [
        Section(
            _("What people outside the police said"),
            table=plain_table(_("Panels"), heads, rows),
            links=(Link(_("Briefings"), who.url("briefings")),),
        )
    ]
    if about:
        sections.append(
            Section(
                _("Themes of panels, complaints among them"),
                table=plain_table(
                    _("Themes"), (_("Theme"), _("Panel"), _("Cases with feedback on it")), about
                ),
            )
        )
    return tuple(sections)


pages = (Page("panels/packs/<str:key>/", pack, "panel-pack"),)
