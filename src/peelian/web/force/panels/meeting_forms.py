"""Forms of a meeting: who came, and cases that the force puts before the panel by itself."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from peelian.engines.panels.models import Meeting, Member
from peelian.engines.panels.opening import note_attendance
from peelian.engines.panels.preparing import put_forward
from peelian.engines.panels.rights import meeting_named
from peelian.engines.registers.errors import NoSuchRecord
from peelian.engines.registers.listing import list_rows
from peelian.web.components.parts import Link
from peelian.web.force.pages import Page
from peelian.web.force.panels.desk import attempt, page, panel_of, preparer, runner
from peelian.web.force.panels.forms import AttendanceForm, NameCaseForm
from peelian.web.force.panels.parts import Section, Send


def attendance(request: HttpRequest, ref: str) -> HttpResponse:
    """Who came."""
    who = runner(request)
    found = meeting_named(ref, who.actor, at=who.at)
    rows = _members(found)
    held = dict(found.attendance.values_list("member_id", "came"))
    form = AttendanceForm(request.POST if request.method == "POST" else None, rows, held)
    back = who.url("panel-meeting", ref)
    if attempt(form, lambda: note_attendance(found, form.read(), actor=who.actor, at=who.at)):
        return redirect(back)
    return page(
        request,
        who,
        _("Who came"),
        answer=_("Write down for each member whether they came on {day}.").format(
            day=date_format(found.held_on, "j F Y")
        ),
        way=(Link(found.ref, back),),
        sections=(Section("", sends=(Send(_("Save"), form=form),)),),
    )


def name_case(request: HttpRequest, ref: str) -> HttpResponse:
    """The force puts a record before the panel that no source shows to belong there."""
    who = preparer(request)
    found = meeting_named(ref, who.actor, at=who.at)
    panel = panel_of(found)
    form = NameCaseForm(request.POST if request.method == "POST" else None, panel)
    back = who.url("panel-meeting", ref)

    def named() -> None:
        wanted = {panel.reference: form.cleaned_data["reference"].strip()}
        rows = list_rows(who.actor, panel.of, who.tables, filters=wanted, limit=2, at=who.at).rows
        if len(rows) != 1:
            form.add_error("reference", _("No single record that you may see is called so."))
            return
        put_forward(
            found,
            panel,
            record_id=rows[0].record_id,
            trigger=form.cleaned_data["trigger"],
            actor=who.actor,
            at=who.at,
            tables=who.tables,
        )

    try:
        if attempt(form, named) and not form.errors:
            return redirect(back)
    except NoSuchRecord:
        form.add_error("reference", _("No single record that you may see is called so."))
    return page(
        request,
        who,
        _("Put a case before the panel"),
        answer=_("For cases that no source shows: a complaint, or a request for the panel's view."),
        way=(Link(found.ref, back),),
        sections=(Section("", sends=(Send(_("Put it before the panel"), form=form),)),),
    )


def _members(found: Meeting) -> list[Member]:
    """Those who were on the panel on the day of the meeting."""
    rows = Member.objects.filter(
        panel=found.panel, force_id=found.force_id, joined_on__lte=found.held_on
    ).order_by("name", "pk")
    return [one for one in rows if one.left_on is None or one.left_on >= found.held_on]


pages = (
    Page("panels/meetings/<str:ref>/attendance/", attendance, "panel-attendance"),
    Page("panels/meetings/<str:ref>/name/", name_case, "panel-name-case"),
)
