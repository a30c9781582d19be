"""What a run found: the answer first, then question by question, agreement, and what to do next."""

from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peelian import catalogue
from peelian.engines.audits.agreement import Agreed, agreement_of
from peelian.engines.audits.declared import PASSED
from peelian.engines.audits.measuring import measure_key
from peelian.engines.audits.reading import results_open
from peelian.engines.audits.results import QuestionResult, Results, results_of
from peelian.engines.measures.periods import Period
from peelian.engines.publishing.address import Address, written
from peelian.records.drawn import RANDOM
from peelian.web.components.parts import Column, Link, SummaryRow, Table, TableCell, TableRow
from peelian.web.force.audits.opening import OpenRun, open_run, or_missing
from peelian.web.force.audits.result_words import (
    agreement_in_words,
    kappa_word,
    of_files,
    percentage,
    range_in_words,
    sentence,
)
from peelian.web.force.audits.rights import may_count_findings
from peelian.web.force.audits.run_words import planned_rows
from peelian.web.force.pages import Page
from peelian.web.force.words import moment


@or_missing
def results_page(request: HttpRequest, ref: str) -> HttpResponse:
    """Open once every file is settled, so that nobody's marking is led by a result (T01)."""
    opened = open_run(request, ref)
    who, run, audit = opened.who, opened.run, opened.audit
    if not results_open(run, actor=who.actor, at=who.at):
        raise Http404
    found = results_of(run, audit)
    counts = may_count_findings(who.actor, run.force_id, who.at)
    agreed = agreement_of(run, audit)
    passed = next(one for one in found.questions if one.key == PASSED)
    return render(
        request,
        "force/audits/results.html",
        {
            "page_title": run.title,
            "caption": f"{audit.title} · {run.ref}",
            "navigation": who.menu("audits"),
            "breadcrumbs": opened.way_from(_("Results")),
            "answer": sentence(passed),
            "describes": _describes(found),
            "card": Link(_("The figure card of this result"), card_url(opened, PASSED))
            if counts
            else None,
            "questions": _questions(opened, found.questions, linked=counts),
            "parts": _parts(opened, found.questions) if run.divided_by else None,
            "agreed": agreement_in_words(agreed),
            "agreement": _agreement(agreed),
            "facts": _facts(opened, found),
            "ways": _ways(opened, found, counts=counts),
        },
    )


def card_url(opened: OpenRun, question: str) -> str:
    """The figure card of one question over this run alone."""
    run, key = opened.run, measure_key(opened.audit, question)
    address = Address(
        key,
        catalogue.measure(key).version,
        Period(run.first, run.last),
        (("force", (run.force_id,)), ("run", (run.ref,))),
    )
    return reverse("inside-figure", args=[written(address)])


def _describes(found: Results) -> tuple[str, ...]:
    """What the numbers speak of, and what is missing in them."""
    lines = [found.describes]
    if len(found.parts) > 1 and found.design == RANDOM:
        lines.append(
            _(
                "Each part counts by how many files it has in the frame, so that a share can "
                "differ from the plain counts under it."
            )
        )
    if found.set_aside:
        lines.append(
            ngettext(
                "{n} of {drawn} drawn files could not be reviewed and is in none of the numbers.",
                "{n} of {drawn} drawn files could not be reviewed and are in none of the numbers.",
                found.set_aside,
            ).format(n=found.set_aside, drawn=found.drawn)
        )
    if found.not_blind:
        lines.append(
            ngettext(
                "{n} of {all} reviews was not blind: its reviewer had read the record itself.",
                "{n} of {all} reviews were not blind: their reviewers had read the record itself.",
                found.not_blind,
            ).format(n=found.not_blind, all=found.reviews)
        )
    left = found.drawn - found.settled - found.set_aside
    if left:
        lines.append(
            _("{n} of {drawn} drawn files were not settled when it ended.").format(
                n=left, drawn=found.drawn
            )
        )
    return tuple(lines)


def _questions(opened: OpenRun, questions: Sequence[QuestionResult], *, linked: bool) -> Table:
    """The pass rule first, then each question in its order."""
    columns = (
        Column(_("Question")),
        Column(_("Yes"), numeric=True),
        Column(_("Likely range")),
        Column(_("Cannot tell"), numeric=True),
        Column(_("Not applicable"), numeric=True),
    )
    ordered = sorted(questions, key=lambda one: one.key != PASSED)
    rows = [
        TableRow(
            (
                TableCell(one.text if one.key != PASSED else _("Files that pass")),
                TableCell(
                    percentage(one),
                    under=of_files(one),
                    url=card_url(opened, one.key) if linked else "",
                )
                if one.among
                else TableCell(_("none"), under=one.why),
                TableCell(range_in_words(one), under=one.why or _method(one)),
                TableCell(str(one.unclear)),
                TableCell(str(one.not_applicable)),
            ),
            own=one.key == PASSED,
        )
        for one in ordered
    ]
    return Table(_("Question by question"), columns, tuple(rows), caption_hidden=True)


def _share(one: QuestionResult, url: str) -> TableCell:
    """The share with its counts; why there is none where no file gives an answer."""
    if not one.among:
        return TableCell(_("none"), under=one.why)
    return TableCell(percentage(one), under=of_files(one), url=url)


def _method(one: QuestionResult) -> str:
    method = one.estimate.method if one.estimate else ""
    return _("Method: {method}").format(method=method) if method else ""


def _parts(opened: OpenRun, questions: Sequence[QuestionResult]) -> Table:
    """How many pass, part by part: counts, since a part is small."""
    passed = next(one for one in questions if one.key == PASSED)
    columns = (
        Column(_("Part")),
        *(
            Column(head, numeric=True)
            for head in (_("Files in the frame"), _("Drawn"), _("It applies to"), _("Pass"))
        ),
    )
    rows = [
        TableRow(
            (
                TableCell(
                    opened.audit.in_words(opened.run.divided_by, one.stratum) or _("Not recorded")
                ),
                TableCell(f"{one.size:,}" if one.size is not None else ""),
                TableCell(str(one.drawn)),
                TableCell(str(one.among)),
                TableCell(_("{n} of {all}").format(n=one.yes, all=one.among)),
            )
        )
        for one in passed.strata
    ]
    return Table(_("By part"), columns, tuple(rows), caption_hidden=True)


def _agreement(agreed: Sequence[Agreed]) -> Table | None:
    columns = (
        Column(_("Question")),
        Column(_("Marked twice"), numeric=True),
        Column(_("Agreed"), numeric=True),
        Column(_("Kappa"), numeric=True),
        Column(_("In words")),
    )
    rows = []
    for one in sorted(agreed, key=lambda found: found.question != PASSED):
        held = one.agreement
        if not held.n:
            continue
        kappa = f"{held.kappa:.2f}" if held.kappa is not None else "–"
        ranged = held.lower is not None and held.upper is not None
        limits = f"{held.lower:.2f} – {held.upper:.2f}" if ranged else ""
        rows.append(
            TableRow(
                (
                    TableCell(one.text if one.question != PASSED else _("Files that pass")),
                    TableCell(str(held.n)),
                    TableCell(str(held.agreed), under=f"{held.agreed / held.n:.0%}"),
                    TableCell(kappa, under=limits),
                    TableCell(kappa_word(held.kappa), under=held.why),
                ),
                own=one.question == PASSED,
            )
        )
    return Table(_("Agreement"), columns, tuple(rows), caption_hidden=True) if rows else None


def _facts(opened: OpenRun, found: Results) -> tuple[SummaryRow, ...]:
    run = opened.run
    rows = [
        SummaryRow(
            _("Files"),
            _("{drawn} drawn of {frame}; {settled} settled").format(
                drawn=found.drawn, frame=f"{run.frame_size or 0:,}", settled=found.settled
            ),
        ),
        *planned_rows(run, opened.audit),
    ]
    if run.closed_at:
        ended = f"\n{run.ended_because}" if run.ended_because else ""
        rows.append(SummaryRow(_("Closed"), f"{moment(run.closed_at)}{ended}"))
    return tuple(rows)


def _ways(opened: OpenRun, found: Results, *, counts: bool) -> tuple[Link, ...]:
    passed = next(one for one in found.questions if one.key == PASSED)
    ways = []
    if opened.runs_it:
        if passed.no:
            ways.append(
                Link(
                    ngettext(
                        "The {n} file that does not pass",
                        "The {n} files that do not pass",
                        passed.no,
                    ).format(n=passed.no),
                    f"{opened.page('files')}?question={PASSED}&answer=no",
                    detail=_("feedback to officers, and tasks from them"),
                )
            )
        ways.append(Link(_("All files"), opened.page("files")))
    if counts:
        over_time = reverse("inside-measure", args=[measure_key(opened.audit, PASSED)])
        ways += [
            Link(_("Quality by team"), opened.who.url("audit-quality", opened.audit.key)),
            Link(_("The same over time"), over_time),
        ]
    ways.append(Link(_("How the files were drawn, and how to draw them again"), opened.url))
    return tuple(ways)


pages = (Page("audits/runs/<str:ref>/results/", results_page, "audit-results"),)
