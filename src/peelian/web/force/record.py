"""One record: what it says, who is in it, what became of it, and the reason to look at it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from peelian import catalogue
from peelian.engines.registers.altering import alterable
from peelian.engines.registers.attachments import attachments_of
from peelian.engines.registers.errors import ReasonNeeded
from peelian.engines.registers.following import follows
from peelian.engines.registers.history import history, timeline
from peelian.engines.registers.links import people_of, records_of
from peelian.engines.registers.opening import Opened, open_record
from peelian.records.schema import fields_of
from peelian.spine.person import Person
from peelian.web.components.parts import Link
from peelian.web.force.exports import may_take_out
from peelian.web.force.feedback import on_record
from peelian.web.force.files import FileForm
from peelian.web.force.pages import Page
from peelian.web.force.procedures.of_record import procedures_for
from peelian.web.force.reader import Caller, caller
from peelian.web.force.reason import ReasonForm, reason_page
from peelian.web.force.record_tables import (
    changes_table,
    files_table,
    moments_table,
    people_table,
    records_table,
)
from peelian.web.force.registers import Register, register_of
from peelian.web.force.summary import facts, keeping, name_of, why
from peelian.web.force.units import unit_names
from peelian.web.force.work.about import duties_table


def record(request: HttpRequest, key: str, record_id: str) -> HttpResponse:
    """The record, or the question why: asked only where nothing else tells the reason."""
    who, one = caller(request), register_of(key)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        open_record(
            who.actor,
            one.model,
            record_id,
            who.tables,
            at=who.at,
            reason=form.cleaned_data["reason"],
            words=form.cleaned_data["words"],
        )
        return redirect(who.url("record", one.key, record_id))
    try:
        opened = open_record(who.actor, one.model, record_id, who.tables, at=who.at)
    except ReasonNeeded as asked:
        return reason_page(request, who, one, form, asked)
    return render(request, "force/record.html", _shown(who, one, opened, record_id))


def _shown(who: Caller, one: Register, opened: Opened, record_id: str) -> dict[str, object]:
    actor, at, model = who.actor, who.at, one.model
    title = f"{one.one}: {name_of(one, opened, record_id)}"

    def url(page: str) -> str:
        return who.url(page, one.key, record_id)

    whole = len(opened.columns) == len(fields_of(model))
    changes_it = bool(alterable(model, opened.record, actor=actor, at=at))
    return {
        "page_title": title,
        "navigation": who.menu("registers"),
        "breadcrumbs": who.way_here(
            Link(_("Registers"), who.url("registers")),
            Link(one.many, who.url("register", one.key)),
            Link(name_of(one, opened, record_id), "", current=True),
        ),
        "why": why(opened),
        "faults": catalogue.faults_of(opened.record) if whole else (),
        "facts": facts(one, opened, unit_names(actor, at)),
        "change": url("change") if changes_it else "",
        "add_person": url("add-person") if changes_it and one.protected.reference else "",
        "followed": follows(actor, model, record_id),
        "follow_url": url("follow"),
        "export_url": may_take_out(who, one)
        and f"{who.url('ask-export', one.key)}?record_id={record_id}",
        "figures_url": url("figures"),
        "attach_url": url("attach"),
        "attach_form": FileForm() if changes_it else None,
        "people": people_table(people_of(actor, model, record_id, who.tables, at=at), who),
        "records": _records(who, one, record_id),
        "procedures": procedures_for(who, one, record_id),
        "duties": duties_table(who, one.key, record_id),
        "feedback": on_record(who, one.key, record_id),
        "files": files_table(
            attachments_of(actor, model, record_id, who.tables, at=at), who, one, record_id
        ),
        "moments": moments_table(one, timeline(actor, model, record_id, at=at), whole=whole),
        "changes": changes_table(one, history(actor, model, record_id, at=at), whole=whole),
        "keeping": keeping(one, opened),
    }


def _records(who: Caller, one: Register, record_id: str) -> object:
    """In which records a person has a part; nothing for a record that is no person."""
    if one.model is not Person:
        return None
    found = records_of(
        who.actor,
        record_id,
        who.tables,
        registers=catalogue.REGISTERS,
        at=who.at,
    )
    return records_table(found, who)


pages = (Page("records/<str:key>/<str:record_id>/", record, "record"),)
