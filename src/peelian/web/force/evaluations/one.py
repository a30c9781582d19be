"""One change on trial: what came of it, or when that can be told; then what was registered."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from peelian.engines.evaluations.design import Comparison
from peelian.engines.evaluations.models import Evaluation, State, Verdict
from peelian.engines.evaluations.reading import due
from peelian.engines.measures.request import FORCE
from peelian.records.months import in_words
from peelian.web.components.parts import Column, Link, SummaryRow, Table, TableCell, TableRow
from peelian.web.force.evaluations.opening import PLACE, Open, opened, or_missing, way
from peelian.web.force.evaluations.words import (
    COMPARISONS,
    RESULTS,
    THEN,
    WANTED,
    day,
    withdrawn_late,
)
from peelian.web.force.pages import Page


@or_missing
@require_safe
def one_page(request: HttpRequest, ref: str) -> HttpResponse:
    """Answer first; the registration under it, as it was made."""
    found = opened(request, ref)
    who, one = found.who, found.one
    verdict = one.verdict if one.state == State.JUDGED else None
    return render(
        request,
        "force/evaluations/one.html",
        {
            "page_title": one.title,
            "navigation": who.menu(PLACE),
            "breadcrumbs": way(who, Link(one.title, "", current=True)),
            "answer": _answer(found),
            "sentences": verdict.says.splitlines()[1:] if verdict else (),
            "figures": _figures(verdict) if verdict else None,
            "outcome": _outcome(verdict) if verdict else (),
            "facts": _facts(found),
            "caveats": one.caveats,
            "series": _series(found),
            "judge": who.url("evaluation-judge", one.ref) if due(one, who.at) else "",
            "withdraw": who.url("evaluation-withdraw", one.ref)
            if one.state == State.REGISTERED
            else "",
            "back": who.url(PLACE),
        },
    )


def _answer(found: Open) -> str:
    one = found.one
    if one.state == State.JUDGED:
        return str(one.verdict.says.splitlines()[0])
    if one.state == State.WITHDRAWN:
        if withdrawn_late(one):
            return _("Withdrawn on {day}, when its verdict could be read already: {why}").format(
                day=day(localtime(one.ended_at).date()), why=one.ended_because
            )
        return _("Withdrawn: {why}").format(why=one.ended_because)
    if due(one, found.who.at):
        return _("The check date has come: the verdict can be given since {day}.").format(
            day=day(one.check_on)
        )
    return _("No verdict yet: it can be given from {day} on.").format(day=day(one.check_on))


def _outcome(verdict: Verdict) -> tuple[SummaryRow, ...]:
    rows = [
        SummaryRow(_("Verdict"), str(RESULTS[verdict.result])),
        SummaryRow(_("Given"), f"{day(localtime(verdict.at).date())}, {verdict.by.name}"),
        SummaryRow(_("Likely range by"), verdict.method) if verdict.method else None,
        SummaryRow(_("What they make of it"), verdict.note),
        SummaryRow(_("What follows"), str(THEN[verdict.then])),
        SummaryRow(_("How else it was checked"), verdict.checked_by or _("Not checked otherwise")),
        SummaryRow(_("Where that stands"), verdict.checked_ref) if verdict.checked_ref else None,
        SummaryRow(_("Snapshot"), verdict.snapshot[:12]),
    ]
    return tuple(row for row in rows if row is not None)


def _figures(verdict: Verdict) -> Table | None:
    columns = (
        Column(_("Whose")),
        Column(_("Months")),
        Column(_("Figure"), numeric=True),
        Column(_("Likely range"), numeric=True),
    )
    rows = tuple(
        TableRow(
            (
                TableCell(_whose(row)),
                TableCell(row["period"]),
                TableCell(row["value"], under=row["counts"]),
                TableCell(
                    _("{low} to {high}").format(low=row["lower"], high=row["upper"])
                    if row["lower"] != "–"
                    else "–"
                ),
            )
        )
        for row in verdict.figures
    )
    return Table(_("The figures that it rests on"), columns, rows) if rows else None


def _whose(row: dict[str, object]) -> str:
    names = row["whose"]
    named = ", ".join(names) if isinstance(names, list) else ""
    if not named:
        return _("All")
    return named if row["has_it"] else _("Without it: {names}").format(names=named)


def _facts(found: Open) -> tuple[SummaryRow, ...]:
    one, measure = found.one, found.measure
    rows = [
        SummaryRow(_("Reference"), one.ref),
        SummaryRow(_("What is done otherwise"), one.words),
        SummaryRow(
            _("Figure"),
            _("{title} (version {n})").format(
                title=measure.title if measure else one.measure, n=one.measure_version
            ),
        ),
        SummaryRow(_("Only"), _conditions(one)) if one.narrowed else None,
        SummaryRow(_("Should go"), str(WANTED[one.wanted])),
        SummaryRow(_("What would count"), one.what_counts),
        SummaryRow(_("Held against"), str(COMPARISONS[Comparison(one.comparison)])),
        SummaryRow(_("Who has it"), _starts(one)),
        SummaryRow(_("Who does not"), ", ".join(one.others)) if one.others else None,
        SummaryRow(
            _("Months"),
            _("{first} to {last}").format(first=in_words(one.first), last=in_words(one.last)),
        ),
        SummaryRow(_("Check date"), day(one.check_on)),
        SummaryRow(
            _("Registered"),
            f"{day(localtime(one.registered_at).date())}, {one.registered_by.name}",
        ),
    ]
    return tuple(row for row in rows if row is not None)


def _starts(one: Evaluation) -> str:
    return "\n".join(
        _("{who}, from {day}").format(who=unit or _("All"), day=_day(on)) for unit, on in one.starts
    )


def _day(iso: str) -> str:
    year, month, number = iso.split("-")
    return f"{int(number)} {in_words(f'{year}-{month}')}"


def _conditions(one: Evaluation) -> str:
    return "; ".join(f"{name}: {', '.join(values)}" for name, values in one.narrowed.items())


def _series(found: Open) -> str:
    """The figure month by month, where it can be opened."""
    one, measure = found.one, found.measure
    if measure is None:
        return ""
    conditions = {name: values[0] for name, values in one.narrowed.items() if len(values) == 1}
    if any(dimension.key == FORCE for dimension in measure.by):
        conditions[FORCE] = one.force_id
    asked = urlencode({**conditions, "from": one.first, "to": one.last})
    return f"{reverse('inside-measure', args=[measure.key])}?{asked}"


pages = (Page("evaluations/<str:ref>/", one_page, "evaluation"),)
