"""Quality by team: how many files of each team pass, and where each is strong or weak (INV-14).

Figures of the measures that settled files make, behind the same door as every other figure.
"""

from collections.abc import Mapping, Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from peelian import catalogue
from peelian.engines.audits.declared import PASSED, Audit
from peelian.engines.audits.measuring import asked_ever, measure_key
from peelian.engines.measures.request import BadRequest
from peelian.engines.publishing.sentences import force_name
from peelian.engines.publishing.shown import NotReleasable, Shown
from peelian.records.schema import type_key
from peelian.web.answers import ask
from peelian.web.components.figures import figure_cell, range_cell
from peelian.web.components.parts import Column, Link, Table, TableCell, TableRow
from peelian.web.force.audits.opening import audit_of, or_missing
from peelian.web.force.pages import Page
from peelian.web.force.reader import Caller, caller
from peelian.web.force.side import Inside, inside
from peelian.web.force.units import unit_names

UNIT, FORCE = "unit", "force"
# So many of the strongest and of the weakest questions are named: more is read in the figures.
NAMED = 2


@or_missing
@require_safe
def quality_page(request: HttpRequest, key: str) -> HttpResponse:
    """Each team with what passes; under it which questions pull it down."""
    who, audit, side = caller(request), audit_of(key), inside(request)
    force = _force(who, audit, request.GET.get(FORCE, ""))
    passed = _by_unit(who, side, audit, PASSED, force)
    units = unit_names(who.actor, who.at)
    # A question that hangs on an earlier answer says why a file is weak: by itself it is no merit.
    merits = [one for one in asked_ever(audit) if not one.only]
    by_question = {one.text: _by_unit(who, side, audit, one.key, force) for one in merits}
    for question in (PASSED, *(one.key for one in merits)):
        side.about_to_show(catalogue.measure(measure_key(audit, question)), request.path)
    return render(
        request,
        "force/audits/quality.html",
        {
            "page_title": _("Quality by team: {title}").format(title=audit.title),
            "navigation": who.menu("audits"),
            "breadcrumbs": who.way_here(
                Link(_("Audits"), who.url("audits")), Link(_("Quality"), "", current=True)
            ),
            "answer": _answer(passed, force),
            "describes": (
                _(
                    "Small numbers: a team with a few files tells what to look into, not how good "
                    "it is. Read the files before you speak of a team."
                ),
            ),
            "teams": _teams(passed, units) if passed else None,
            "weak": _strong_and_weak(by_question, units),
            "measure": reverse("inside-measure", args=[measure_key(audit, PASSED)]),
        },
    )


def _force(who: Caller, audit: Audit, wanted: str) -> str:
    """The reader's own force; for readers from outside the one that they chose, or the first."""
    if who.actor.force_id:
        return who.actor.force_id
    held = who.tables.snapshot.forces(type_key(audit.record_type))
    if not held:
        raise Http404
    return wanted if wanted in held else held[0]


def _by_unit(
    who: Caller, side: Inside, audit: Audit, question: str, force: str
) -> tuple[Shown, ...]:
    """The figure of one question for each team; none where nothing is settled."""
    key = measure_key(audit, question)
    try:
        _cells, shown = ask(side.through(who.tables), key, by=(UNIT,), where={FORCE: force})
    except BadRequest:
        return ()
    except NotReleasable as error:
        raise Http404 from error
    return tuple(one for one in shown if one.cell.denominator)


def _answer(passed: Sequence[Shown], force: str) -> str:
    if not passed:
        return _("No file of {force} is settled yet.").format(force=force_name(force))
    return ngettext(
        "Files of {n} team of {force} were reviewed.",
        "Files of {n} teams of {force} were reviewed.",
        len(passed),
    ).format(n=len(passed), force=force_name(force))


def _team(one: Shown, units: Mapping[str, str]) -> str:
    ref = dict(one.cell.breakdown).get(UNIT)
    return units.get(ref, ref) if ref else _("No unit recorded")


def _teams(passed: Sequence[Shown], units: Mapping[str, str]) -> Table:
    columns = (Column(_("Team")), Column(_("Pass"), numeric=True), Column(_("Likely range")))
    rows = [
        TableRow((TableCell(_team(one, units)), figure_cell(one), range_cell(one)))
        for one in sorted(passed, key=lambda one: _team(one, units))
    ]
    return Table(_("By team"), columns, tuple(rows), caption_hidden=True)


def _strong_and_weak(
    by_question: Mapping[str, Sequence[Shown]], units: Mapping[str, str]
) -> Table | None:
    """The questions of which a team's files answer most, and those of which they answer fewest."""
    found = dict[str, list[tuple[float, str]]]()
    for text, shown in by_question.items():
        for one in shown:
            if one.ok and one.cell.value is not None:
                found.setdefault(_team(one, units), []).append(
                    (one.cell.value, f"{text} ({one.counts})")
                )
    rows = []
    for team, values in sorted(found.items()):
        ordered = [says for _value, says in sorted(values)]
        strong = [says for says in reversed(ordered[-NAMED:]) if says not in ordered[:NAMED]]
        rows.append(
            TableRow(
                (
                    TableCell(team),
                    TableCell("; ".join(strong) or "–"),
                    TableCell("; ".join(ordered[:NAMED])),
                )
            )
        )
    columns = (Column(_("Team")), Column(_("Strongest")), Column(_("Weakest")))
    title = _("Strong and weak questions of each team")
    return Table(title, columns, tuple(rows), caption_hidden=True) if rows else None


pages = (Page("audits/quality/<str:key>/", quality_page, "audit-quality"),)
