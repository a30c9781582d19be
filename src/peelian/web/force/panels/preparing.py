"""The force prepares a case: finds its recording, reads its sheet, or leaves it out."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from peelian.engines.panels.errors import PanelRefused
from peelian.engines.panels.preparing import BEING_PREPARED, check_can_prepare, prepare, set_aside
from peelian.engines.panels.reading_records import reference_of
from peelian.engines.panels.sheet import sheet_of
from peelian.engines.panels.states import CameBy
from peelian.web.components.parts import Link
from peelian.web.force.pages import Page
from peelian.web.force.panels.case_parts import found_case, masked_places, sheet_rows
from peelian.web.force.panels.desk import attempt, page, preparer
from peelian.web.force.panels.forms import PrepareForm, WhyForm
from peelian.web.force.panels.parts import Section, Send


def prepare_case(request: HttpRequest, ref: str) -> HttpResponse:
    """Find the recording, read the sheet as members will, or leave the case out."""
    who = preparer(request)
    found, panel = found_case(ref, who)
    if found.meeting.state not in BEING_PREPARED:
        raise Http404
    back = who.url("panel-meeting", found.meeting.ref)
    try:
        check_can_prepare(found, panel, actor=who.actor, at=who.at, tables=who.tables)
    except PanelRefused as error:
        return page(
            request,
            who,
            found.ref,
            answer=str(error),
            way=(Link(found.meeting.ref, back),),
            sections=(),
        )
    leaving = "because" in request.POST
    sent = request.POST if request.method == "POST" else None
    held = {
        name: getattr(found, name) for name in ("video_ref", "stretch", "hide_words", "redacted")
    }
    form = PrepareForm(None if leaving else sent, panel, held)
    why = WhyForm(sent if leaving else None)
    if attempt(
        form,
        lambda: prepare(
            found, panel, **form.cleaned_data, actor=who.actor, at=who.at, tables=who.tables
        ),
    ):
        return redirect(back)
    if attempt(
        why,
        lambda: set_aside(
            found,
            panel,
            because=why.cleaned_data["because"],
            actor=who.actor,
            at=who.at,
            tables=who.tables,
        ),
    ):
        return redirect(back)
    rows = sheet_of(found, panel, actor=who.actor, at=who.at, tables=who.tables)
    called = reference_of(panel, found.of_id, found.meeting.force_id, who.tables)
    record = Link(called or _("The record"), who.url("record", found.of_type, found.of_id))
    by_lot = found.came_by == CameBy.LOT
    return page(
        request,
        who,
        _("Prepare {case}").format(case=found.ref),
        answer=_("Find the recording, and read the sheet as members will see it."),
        way=(Link(found.meeting.ref, back),),
        sections=(
            Section(_("The record"), links=(record,)),
            Section(
                _("What members will read"),
                facts=sheet_rows(rows),
                inset=masked_places(rows, preparing=True),
            ),
            Section(_("The recording"), sends=(Send(_("It is ready"), form=form),)),
            Section(
                _("It cannot be shown"),
                says=(
                    _("The reason is listed, and the next case by lot takes its place.")
                    if by_lot
                    else _("The reason is listed. No other case takes its place."),
                ),
                sends=(Send(_("Leave it out"), form=why, secondary=True),),
            ),
        ),
    )


pages = (Page("panels/cases/<str:ref>/prepare/", prepare_case, "panel-prepare"),)
