"""One drawn file: what stands of it, and feedback to whoever wrote it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from peelian import catalogue
from peelian.access.visible import visible
from peelian.engines.audits.declared import PASSED
from peelian.engines.audits.errors import AuditError, AuditRefused
from peelian.engines.audits.feedback import give_on_item
from peelian.engines.audits.feedback_models import FROM_AUDIT
from peelian.engines.audits.feedback_reading import feedback_from
from peelian.engines.audits.models import Finding, Item
from peelian.engines.audits.reading import results_open
from peelian.engines.audits.running import check_runs
from peelian.engines.audits.setting_aside import set_aside
from peelian.records.schema import type_key
from peelian.web.components.parts import Link, Table, TableCell
from peelian.web.force.audits.item_list import reference_of, state_of_file
from peelian.web.force.audits.opening import OpenRun, open_run, or_missing
from peelian.web.force.audits.steps import WhyForm
from peelian.web.force.audits.words import answer_in_words
from peelian.web.force.feedback import GiveForm
from peelian.web.force.pages import Page
from peelian.web.force.tables import plain_table
from peelian.web.force.words import in_text, moment


class AsideForm(WhyForm):
    """Why nobody can review a file."""

    def __init__(self, data: object) -> None:
        super().__init__(data)
        self.fields["why"].label = gettext_lazy("Why nobody can review it")


@or_missing
def file_page(request: HttpRequest, ref: str, position: int) -> HttpResponse:
    """What stands once all is settled; before that only how far it is."""
    opened, item = _open(request, ref, position)
    return _page(request, opened, item)


@or_missing
@require_POST
def feedback(request: HttpRequest, ref: str, position: int) -> HttpResponse:
    """Tell the officer whose file it is, and ask for a reply."""
    opened, item = _open(request, ref, position)
    if not results_open(opened.run, actor=opened.who.actor, at=opened.who.at):
        raise Http404
    form = GiveForm(request.POST)
    if form.is_valid():
        try:
            give_on_item(
                item,
                opened.audit,
                words=form.cleaned_data["words"],
                reply_by=form.cleaned_data["reply_by"],
                actor=opened.who.actor,
                at=opened.who.at,
                tables=opened.who.tables,
            )
        except AuditError as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("The officer is told and is asked for a reply."))
            return redirect(_url(opened, item))
    return _page(request, opened, item, form=form, status=400)


@or_missing
@require_POST
def aside(request: HttpRequest, ref: str, position: int) -> HttpResponse:
    """Set a drawn file aside; no other is drawn in its place."""
    opened, item = _open(request, ref, position)
    form = AsideForm(request.POST)
    if form.is_valid():
        try:
            set_aside(
                item.pk,
                why=form.cleaned_data["why"],
                actor=opened.who.actor,
                at=opened.who.at,
            )
        except AuditRefused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("The file is set aside."))
            return redirect(_url(opened, item))
    return _page(request, opened, item, setting_aside=form, status=400)


def _open(request: HttpRequest, ref: str, position: int) -> tuple[OpenRun, Item]:
    opened = open_run(request, ref)
    check_runs(opened.who.actor, opened.run.force_id, at=opened.who.at)
    rows = Item.objects.filter(run=opened.run, position=position).prefetch_related("markings")
    item = rows.first()
    if item is None:
        raise Http404
    return opened, item


def _url(opened: OpenRun, item: Item) -> str:
    return opened.who.url("audit-file", opened.run.ref, str(item.position))


def _page(
    request: HttpRequest,
    opened: OpenRun,
    item: Item,
    *,
    form: GiveForm | None = None,
    setting_aside: AsideForm | None = None,
    status: int = 200,
) -> HttpResponse:
    who, run = opened.who, opened.run
    shown = results_open(run, actor=who.actor, at=who.at)
    settled = shown and item.settled_at is not None
    title = _("File {n} of {title}").format(n=item.position, title=run.title)
    return render(
        request,
        "force/audits/file.html",
        {
            "page_title": title,
            "navigation": who.menu("audits"),
            "breadcrumbs": opened.way_here(
                Link(run.title, opened.url),
                Link(_("Files"), opened.page("files")),
                Link(_("File {n}").format(n=item.position), "", current=True),
            ),
            "answer": state_of_file(item),
            "answers": _answers(opened, item) if settled else None,
            "record": _record(opened, item) if settled else None,
            "given": _given(opened, item) if settled else None,
            "form": form or GiveForm(None) if settled else setting_aside,
            "feedback": who.url("audit-feedback", run.ref, str(item.position)) if settled else "",
            "setting_aside": setting_aside or AsideForm(None),
            "set_aside": who.url("audit-file-aside", run.ref, str(item.position))
            if opened.steers and item.settled_at is None and not (item.set_aside or run.closed_at)
            else "",
            "back": opened.page("files"),
        },
        status=status,
    )


def _answers(opened: OpenRun, item: Item) -> Table | None:
    """What stands to each question, and whether two reviewers said the same.

    Remarks stand there for whoever may read them.
    """
    seen = visible(opened.who.actor, Finding, at=opened.who.at)
    found = {
        row.question: (row, seen.open_fields(row))
        for row in Finding.objects.filter(seen.as_q(), sample_ref=opened.run.ref, of_id=item.of_id)
    }
    version = opened.audit.version(opened.run.asked_version)
    texts = [(PASSED, _("The file passes")), *((one.key, one.text) for one in version.questions)]
    told = any("words" in cells for _row, cells in found.values())
    rows = []
    for key, text in texts:
        row, cells = found.get(key, (None, ()))
        if row is None or "answer" not in cells:
            continue
        remark = (row.words or "") if "words" in cells else ""
        rows.append(
            (
                TableCell(text),
                TableCell(answer_in_words(row.answer)),
                TableCell(_agreed(row)),
                *((TableCell(remark),) if told else ()),
            )
        )
    heads = (_("Question"), _("What stands"), _("Reviewers"), *((_("Remarks"),) if told else ()))
    return plain_table(_("Answers"), heads, rows) if rows else None


def _agreed(row: Finding) -> str:
    if row.agreed is None:
        return _("One reviewer, or the file itself")
    return _("Two agreed") if row.agreed else _("Two differed; a third decided")


def _record(opened: OpenRun, item: Item) -> Link | None:
    """The record itself, for whoever may see it."""
    called = reference_of(opened, item.of_id)
    model = opened.audit.record_type
    if not called or model not in catalogue.REGISTERS:
        return None
    return Link(called, opened.who.url("record", type_key(model), item.of_id))


def _given(opened: OpenRun, item: Item) -> Table | None:
    """Feedback that was given on this file, with the officer's reply."""
    rows = [
        (
            TableCell(moment(one.given_at) if one.given_at else ""),
            TableCell(one.words or ""),
            TableCell(one.reply or _("Asked for by {day}").format(day=in_text("", one.reply_by))),
        )
        for one in feedback_from(
            FROM_AUDIT, opened.run.ref, of_id=item.of_id, actor=opened.who.actor, at=opened.who.at
        )
    ]
    heads = (_("Given"), _("What was said"), _("Reply"))
    return plain_table(_("Feedback"), heads, rows) if rows else None


pages = (
    Page("audits/runs/<str:ref>/files/<int:position>/", file_page, "audit-file"),
    Page("audits/runs/<str:ref>/files/<int:position>/feedback/", feedback, "audit-feedback"),
    Page("audits/runs/<str:ref>/files/<int:position>/aside/", aside, "audit-file-aside"),
)
