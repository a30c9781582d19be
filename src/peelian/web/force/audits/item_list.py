"""The drawn files: how far each is, and what stands of those that are settled."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from peelian.access.visible import visible
from peelian.engines.audits.declared import PASSED
from peelian.engines.audits.models import Finding, Item, Turn
from peelian.engines.audits.reading import results_open
from peelian.engines.audits.running import check_runs
from peelian.engines.registers.errors import NoSuchRecord
from peelian.engines.registers.finding import find
from peelian.records.schema import type_key
from peelian.trail.looks import MOST_SHOWN, append_look
from peelian.web.components.parts import Box, Table, TableCell
from peelian.web.force.audits.opening import OpenRun, open_run, or_missing
from peelian.web.force.audits.words import answer_in_words
from peelian.web.force.pages import Page
from peelian.web.force.tables import plain_table

CHOSEN, QUESTION, ANSWER = "file", "question", "answer"


@or_missing
@require_safe
def list_page(request: HttpRequest, ref: str) -> HttpResponse:
    """Every drawn file; parts and answers stand there only once all of them are settled.

    Whoever runs an audit reviews as well, and the part of a file can be what its sheet hides.
    """
    opened = open_run(request, ref)
    who, run = opened.who, opened.run
    check_runs(who.actor, run.force_id, at=who.at)
    shown = results_open(run, actor=who.actor, at=who.at)
    items = list(Item.objects.filter(run=run).order_by("position").prefetch_related("markings"))
    question, answer = request.GET.get(QUESTION, ""), request.GET.get(ANSWER, "")
    asked = {one.key: one.text for one in opened.audit.version(run.asked_version).questions}
    asked[PASSED] = _("The file passes")
    findings = _findings(opened, question or PASSED) if shown else {}
    if shown and question in asked and answer:
        items = [one for one in items if (findings.get(one.of_id) or Held("")).answer == answer]
        told = _("{question} {answer}: {n} of {all} files.").format(
            question=asked[question],
            answer=answer_in_words(answer),
            n=len(items),
            all=run.items.count(),
        )
    else:
        settled = sum(one.settled_at is not None for one in items)
        told = _("{n} of {all} files are settled.").format(n=settled, all=len(items))
    if shown:
        _write_look(opened, items, request.path)
    return render(
        request,
        "force/audits/files.html",
        {
            "page_title": _("Files of {title}").format(title=run.title),
            "navigation": who.menu("audits"),
            "breadcrumbs": opened.way_from(_("Files")),
            "answer": told,
            "table": _table(
                opened, items, findings, asked.get(question or PASSED, ""), choosing=shown
            ),
            "give": opened.page("give") if shown and items else "",
            "question": question,
            "back": opened.page("results") if shown else opened.url,
        },
    )


def _write_look(opened: OpenRun, items: Sequence[Item], asked: str) -> None:
    """The trail says whose results are about to be shown, in as many entries as it takes."""
    addresses = [one.of_id for one in items]
    with transaction.atomic():
        for begin in range(0, max(len(addresses), 1), MOST_SHOWN):
            append_look(
                actor=opened.who.actor.trail_name,
                record_type=type_key(opened.audit.record_type),
                query=asked,
                filters={"files of": opened.run.ref},
                shown=addresses[begin : begin + MOST_SHOWN],
                at=opened.who.at,
            )


@dataclass(frozen=True)
class Held:
    """What stands of one file to one question, and how it came to stand."""

    answer: str
    agreed: bool | None = None
    reference: str = ""


def _findings(opened: OpenRun, question: str) -> Mapping[str, Held]:
    """What stands of each file, as far as this reader may see findings."""
    seen = visible(opened.who.actor, Finding, at=opened.who.at)
    rows = Finding.objects.filter(
        seen.as_q(), sample_ref=opened.run.ref, audit=opened.run.audit, question=question
    )
    found = {}
    for row in rows:
        cells = seen.open_fields(row)
        if {"answer", "of_id"} <= set(cells):
            reference = row.of_ref if "of_ref" in cells else ""
            found[row.of_id] = Held(row.answer, row.agreed, reference or "")
    return found


def reference_of(opened: OpenRun, address: str) -> str:
    """What people call the record, as far as the reader sees it; empty where they do not."""
    who, model = opened.who, opened.audit.record_type
    try:
        seen = find(who.actor, model, address, who.tables, at=who.at)
    except NoSuchRecord:
        return ""
    name = model.Protection.reference if hasattr(model, "Protection") else ""
    called = getattr(seen.record, name) if name and name in seen.open_fields else ""
    return str(called or address)


def _table(
    opened: OpenRun,
    items: Sequence[Item],
    findings: Mapping[str, Held],
    question: str,
    *,
    choosing: bool,
) -> Table:
    rows = []
    for item in items:
        held = findings.get(item.of_id)
        called = _("File {n}").format(n=item.position)
        box = Box(CHOSEN, item.of_id, _("Choose file {n}").format(n=item.position))
        rows.append(
            (
                TableCell(
                    called,
                    url=opened.who.url("audit-file", opened.run.ref, str(item.position)),
                    box=box if choosing else None,
                ),
                TableCell(_part(opened, item) if choosing else "–"),
                TableCell(state_of_file(item)),
                TableCell(answer_in_words(held.answer) if held else "–"),
            )
        )
    heads = (_("File"), _("Part"), _("How far it is"), question)
    return plain_table(_("Drawn files"), heads, rows)


def _part(opened: OpenRun, item: Item) -> str:
    return opened.audit.in_words(opened.run.divided_by, item.stratum) or "–"


def state_of_file(item: Item) -> str:
    """How far a file is, without anything of what was answered."""
    markings = item.markings.all()
    done = {one.turn for one in markings if one.done_at is not None}
    if item.set_aside:
        # Whoever has seen an answer could set the file aside for it.
        said = _("Set aside after it was marked: {why}") if done else _("Set aside: {why}")
        return said.format(why=item.set_aside)
    if item.settled_at is not None:
        return str(SETTLED)
    if {Turn.FIRST, Turn.SECOND} <= done:
        return _("Two answers: waits for a decision")
    if len(done):
        return _("Marked once: waits for the second reviewer")
    return _("Being marked") if markings else _("Not begun")


SETTLED = gettext_lazy("Settled")

pages = (Page("audits/runs/<str:ref>/files/", list_page, "audit-files"),)
