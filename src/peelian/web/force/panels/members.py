"""Members of a panel, for whoever runs it (POW-18, POW-19)."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peelian.engines.panels.declared import Panel
from peelian.engines.panels.members import Told, change, join, leave, member_numbered
from peelian.engines.panels.models import Member
from peelian.engines.panels.rights import on_day, why_not_ready
from peelian.engines.panels.states import Came
from peelian.web.components.parts import Link, SummaryRow, Table, TableCell
from peelian.web.force.pages import Page
from peelian.web.force.panels.desk import attempt, page, panel_named, runner
from peelian.web.force.panels.forms import KEPT, LeaveForm, MemberForm
from peelian.web.force.panels.parts import Section, Send
from peelian.web.force.reader import Caller
from peelian.web.force.tables import BLANK, plain_table


def members(request: HttpRequest, key: str) -> HttpResponse:
    """Those of today, and a form for a new one."""
    who = runner(request)
    panel = panel_named(key)
    form = MemberForm(request.POST if request.method == "POST" else None)
    if attempt(
        form,
        lambda: join(
            panel,
            name=form.cleaned_data["name"],
            email=form.cleaned_data["email"],
            joined_on=form.cleaned_data["joined_on"],
            told=_told(form),
            actor=who.actor,
            at=who.at,
        ),
    ):
        return redirect(who.url("panel-members", panel.key))
    rows = list(
        Member.objects.filter(
            on_day(who.at), panel=panel.key, force_id=who.actor.force_id
        ).order_by("name", "pk")
    )
    return page(
        request,
        who,
        _("Members"),
        answer=_answer(rows, panel, who),
        way=(Link(panel.title, who.url("panel", panel.key)),),
        sections=(
            Section("", table=_table(rows, panel, who) if rows else None),
            Section(_("Somebody joins"), sends=(Send(_("Write the member down"), form=form),)),
        ),
    )


def member(request: HttpRequest, key: str, number: int) -> HttpResponse:
    """One member: what is kept of them, their attendance, and their last day."""
    who = runner(request)
    panel = panel_named(key)
    found = member_numbered(number, panel, who.actor, at=who.at)
    leaving = "left_on_0" in request.POST
    sent = request.POST if request.method == "POST" else None
    form = MemberForm(None if leaving else sent, found)
    last = LeaveForm(sent if leaving else None)
    back = who.url("panel-members", panel.key)
    if attempt(form, lambda: change(found, told=_told(form), actor=who.actor, at=who.at)):
        return redirect(back)
    if attempt(
        last,
        lambda: leave(found, left_on=last.cleaned_data["left_on"], actor=who.actor, at=who.at),
    ):
        return redirect(back)
    why = why_not_ready(found, panel, who.at)
    return page(
        request,
        who,
        found.name,
        answer=_("Sees no case yet: {why}.").format(why=why)
        if why
        else _("Ready: sees and judges the cases of open meetings."),
        way=(
            Link(panel.title, who.url("panel", panel.key)),
            Link(_("Members"), back),
        ),
        sections=(
            Section("", facts=_facts(found)),
            Section(_("What is kept of them"), sends=(Send(_("Save"), form=form),)),
            Section(
                _("They leave"),
                says=(_("What they said of themselves is erased with their last day."),),
                sends=(Send(_("Write down their last day"), form=last, secondary=True),),
            ),
        ),
    )


def _told(form: MemberForm) -> Told:
    return Told(**{name: form.cleaned_data[name] for name in KEPT})


def _answer(rows: list[Member], panel: Panel, who: Caller) -> str:
    ready = sum(not why_not_ready(one, panel, who.at) for one in rows)
    return ngettext(
        "{n} member today, {ready} ready to judge cases.",
        "{n} members today, {ready} ready to judge cases.",
        len(rows),
    ).format(n=len(rows), ready=ready)


def _table(rows: list[Member], panel: Panel, who: Caller) -> Table:
    lines = [
        (
            TableCell(
                one.name,
                under=_("with an account") if one.user_id else _("without an account"),
                url=who.url("panel-member", panel.key, str(one.pk)),
            ),
            TableCell(_day(one.trained_on)),
            TableCell(_day(one.ride_along_on)),
            TableCell(_came(one)),
            TableCell(why_not_ready(one, panel, who.at) or _("ready")),
        )
        for one in rows
    ]
    heads = (_("Member"), _("Trained"), _("Rode along"), _("Came to"), _("Judges cases"))
    return plain_table(_("Members of today"), heads, lines)


def _came(member: Member) -> str:
    rows = list(member.attendance.values_list("came", flat=True))
    if not rows:
        return BLANK
    return _("{came} of {all}").format(came=rows.count(str(Came.ATTENDED)), all=len(rows))


def _facts(member: Member) -> tuple[SummaryRow, ...]:
    return (
        SummaryRow(_("On the panel since"), _day(member.joined_on)),
        SummaryRow(_("Account"), member.user.name if member.user else _("None")),
        SummaryRow(_("Came to meetings"), _came(member)),
    )


def _day(day: date | None) -> str:
    return date_format(day, "j F Y") if day else BLANK


pages = (
    Page("panels/<str:key>/members/", members, "panel-members"),
    Page("panels/<str:key>/members/<int:number>/", member, "panel-member"),
)
