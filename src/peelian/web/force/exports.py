"""Taking rows out: asked for with a reason by somebody who has just proved who they are."""

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from peelian.access.decide import check_may, may
from peelian.access.verbs import Verb
from peelian.engines.registers.errors import NoSuchExport, WrongExport
from peelian.engines.registers.exporting import ask_export, exports_of, fetch_export
from peelian.engines.registers.models import Export, ExportState
from peelian.engines.registers.reasons import ExportReason
from peelian.records.schema import fields_of
from peelian.web.components.parts import Link, SummaryRow, Table, TableCell
from peelian.web.force.asking import SEARCH
from peelian.web.force.pages import Page
from peelian.web.force.reader import Caller, caller
from peelian.web.force.registers import Register, check_seen, register_of
from peelian.web.force.tables import plain_table
from peelian.web.force.words import heading, moment
from peelian.web.people.afresh import afresh

WORDS_LIMIT = 300
FORMS = (("csv", gettext_lazy("CSV, for programs")), ("xlsx", gettext_lazy("Excel workbook")))


class ExportForm(forms.Form):
    """Why the rows are taken out, and as what."""

    reason = forms.ChoiceField(
        choices=ExportReason.choices,
        widget=forms.RadioSelect,
        label=gettext_lazy("Why you take them out"),
        error_messages={"required": gettext_lazy("Choose why you take them out.")},
    )
    words = forms.CharField(
        max_length=WORDS_LIMIT,
        required=False,
        label=gettext_lazy("More, if you want to add anything (optional)"),
        help_text=gettext_lazy("For example the number of the agreement or of the order."),
    )
    form = forms.ChoiceField(
        choices=FORMS, widget=forms.RadioSelect, label=gettext_lazy("As what"), initial="csv"
    )

    def __init__(self, data: object) -> None:
        super().__init__(data, auto_id="export-%s")  # type: ignore[arg-type]  # a QueryDict or None


@afresh
def ask(request: HttpRequest, key: str) -> HttpResponse:
    """What would be taken out and why; the answer leads to the export's own page."""
    who, one = caller(request), register_of(key)
    check_seen(who.actor, one, who.tables, who.at)
    check_may(who.actor, Verb.DISCLOSE, one.model, at=who.at)
    names = {card.name: card for card in fields_of(one.model)}
    given = request.GET.dict()
    filters = {name: str(value) for name, value in given.items() if name in names and value}
    search = request.GET.get(SEARCH, "").strip()
    form = ExportForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            made = ask_export(
                who.actor,
                one.model,
                who.tables,
                reason=form.cleaned_data["reason"],
                words=form.cleaned_data["words"],
                filters=filters,
                search=search,
                form=form.cleaned_data["form"],
                at=who.at,
            )
        except WrongExport as error:
            form.add_error(None, str(error))
        else:
            return redirect(who.url("export", str(made.pk)))
    chosen = [SummaryRow(heading(names[name]), value) for name, value in filters.items()]
    if search:
        chosen.append(SummaryRow(_("Words"), search))
    return render(
        request,
        "force/ask_export.html",
        {
            "page_title": _("Take out: {register}").format(register=one.many.lower()),
            "navigation": who.menu("registers"),
            "breadcrumbs": who.way_here(
                Link(_("Registers"), who.url("registers")),
                Link(one.many, who.url("register", one.key)),
                Link(_("Take out"), "", current=True),
            ),
            "form": form,
            "chosen": chosen,
            "back": who.url("register", one.key),
        },
        status=400 if form.errors else 200,
    )


@require_safe
def export(request: HttpRequest, number: str) -> HttpResponse:
    """How far one export of this person has come, and its file once it is made."""
    who = caller(request)
    found = _own(who, number)
    one = register_of(found.record_type)
    return render(
        request,
        "force/export.html",
        {
            "page_title": _("Your export: {register}").format(register=one.many.lower()),
            "navigation": who.menu("registers"),
            "breadcrumbs": who.way_here(
                Link(_("Exports"), who.url("exports")), Link(one.many, "", current=True)
            ),
            "facts": _facts(found),
            "ready": found.state == ExportState.READY,
            "waiting": found.state == ExportState.WAITING,
            "file": who.url("export-file", number),
            "again": who.url("ask-export", one.key),
            "register": Link(one.many, who.url("register", one.key)),
        },
    )


@require_safe
@afresh
def file(request: HttpRequest, number: str) -> HttpResponse:
    """The file, if every right that it was made with still holds."""
    who = caller(request)
    served = fetch_export(who.actor, _number(number), at=who.at)
    return HttpResponse(served.content, content_type=served.kind, headers=served.headers)


@require_safe
def exports(request: HttpRequest) -> HttpResponse:
    """The exports of this person that wait or can be fetched."""
    who = caller(request)
    return render(
        request,
        "force/exports.html",
        {
            "page_title": _("Your exports"),
            "navigation": who.menu("registers"),
            "breadcrumbs": who.way_here(Link(_("Exports"), "", current=True)),
            "table": exports_table(who),
            "registers": who.url("registers"),
        },
    )


def may_take_out(who: Caller, register: Register) -> bool:
    """Whether this person may take any record of the register out at all."""
    return may(who.actor, Verb.DISCLOSE, register.model, at=who.at)


def exports_table(who: Caller) -> Table | None:
    """The exports of this person, newest first; None where there is none."""
    found = exports_of(who.actor, at=who.at)
    if not found:
        return None
    rows = [
        (
            TableCell(register_of(one.record_type).many, url=who.url("export", str(one.pk))),
            TableCell(moment(one.asked_at)),
            TableCell(str(one.get_state_display())),
            TableCell(f"{one.rows:,}"),
        )
        for one in found
    ]
    return plain_table(
        _("Your exports"), (_("Register"), _("Asked for"), _("State"), _("Rows")), rows
    )


def _own(who: Caller, number: str) -> Export:
    wanted = _number(number)
    found = next((one for one in exports_of(who.actor, at=who.at) if one.pk == wanted), None)
    if found is None:
        raise NoSuchExport
    return found


def _number(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        raise NoSuchExport from error


def _facts(found: Export) -> tuple[SummaryRow, ...]:
    rows = [
        SummaryRow(_("State"), str(found.get_state_display())),
        SummaryRow(_("Asked for"), moment(found.asked_at)),
        SummaryRow(_("Why"), f"{found.get_reason_display()}\n{found.words}".strip()),
    ]
    if found.made_at is not None:
        rows.append(SummaryRow(_("Made"), moment(found.made_at)))
        rows.append(SummaryRow(_("Rows"), f"{found.rows:,}"))
    rows.append(SummaryRow(_("Can be fetched until"), moment(found.ends_at)))
    return tuple(rows)


pages = (
    Page("exports/", exports, "exports"),
    Page("exports/<str:number>/", export, "export"),
    Page("exports/<str:number>/file/", file, "export-file"),
    Page("records/<str:key>/take-out/", ask, "ask-export"),
)
