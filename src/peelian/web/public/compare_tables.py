"""The tables of a comparison: all forces in rank, forces without a rank, and flags by chance."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from peelian.engines.comparisons.compared import Chance, Left
from peelian.engines.publishing.comparison import ReleasedComparison
from peelian.engines.publishing.sentences import force_name
from peelian.engines.publishing.shown import Released
from peelian.web.components.figures import (
    figure_cell,
    figure_url,
    range_cell,
    tail_cells,
    tail_columns,
)
from peelian.web.components.parts import Column, Link, Table, TableCell, TableRow
from peelian.web.public.compare_words import band_words, deviations_words, rule_of, zone_words
from peelian.web.public.filters import FORCE, Filters


@dataclass(frozen=True)
class LeftOut:
    """Forces that are not compared for one reason; those with a figure link to it."""

    reason: str
    forces: tuple[Link, ...]


def left_out(found: ReleasedComparison, left: Sequence[Left]) -> tuple[LeftOut, ...]:
    """The forces that are not compared, those with one reason together."""
    by_reason: dict[str, list[Link]] = {}
    for one in left:
        shown = found.shown.get(one.force)
        url = figure_url(shown) if shown else ""
        name = force_name(one.force)
        # The force stands before its reason, so that all with the same reason stand together.
        reason = one.reason.replace(f" of {name}", "")
        by_reason.setdefault(reason, []).append(Link(shown.force if shown else name, url))
    return tuple(
        LeftOut(reason, tuple(sorted(forces, key=lambda link: link.text)))
        for reason, forces in by_reason.items()
    )


def ranked_table(found: ReleasedComparison, chosen: Filters, *, caption: str) -> Table:
    """Every force compared, from the highest value: figures, and in words what charts show."""
    forces = found.comparison.forces
    shown = [found.shown[one.force] for one in forces]
    funnel = found.comparison.funnel is not None
    ranged, unknown = _has_ranges(shown), _has_unknown(shown)
    tails = tail_columns(shown)
    columns = [
        Column(_("Police force")),
        Column(_("Rank"), numeric=True),
        Column(shown[0].unit_heading, numeric=True),
        *([Column(_("Likely range"), numeric=True)] if ranged else []),
        *tails,
        *([Column(_("Not known"), numeric=True)] if unknown else []),
        Column(_("Standard deviations from the mean")),
        *([Column(_("In the funnel"))] if funnel else []),
    ]
    rows = []
    for one, figure in zip(forces, shown, strict=True):
        cells = [
            _trend_of(found, chosen, one.force),
            TableCell(str(one.rank)),
            figure_cell(figure),
            *([range_cell(figure)] if ranged else []),
            *tail_cells(figure, tails),
            *([TableCell(figure.unknown)] if unknown else []),
            TableCell(deviations_words(one), under=band_words(one.band)),
            *([TableCell(zone_words(one.zone))] if funnel else []),
        ]
        rows.append(TableRow(tuple(cells), own=one.force == chosen.force))
    return Table(caption, tuple(columns), tuple(rows))


def plain_table(found: ReleasedComparison, chosen: Filters, *, caption: str) -> Table | None:
    """Each force's own figure, by name and without a rank; None where none is loaded."""
    named = sorted((force_name(slug), slug) for slug in found.shown)
    shown = [found.shown[slug] for _name, slug in named]
    if not shown:
        return None
    ranged, unknown = _has_ranges(shown), _has_unknown(shown)
    tails = tail_columns(shown)
    noted = any(figure.cell.note for figure in shown)
    columns = [
        Column(_("Police force")),
        Column(shown[0].unit_heading, numeric=True),
        *([Column(_("Likely range"), numeric=True)] if ranged else []),
        *tails,
        *([Column(_("Not known"), numeric=True)] if unknown else []),
        *([Column(_("Note"))] if noted else []),
    ]
    rows = []
    for figure, (_name, slug) in zip(shown, named, strict=True):
        cell = figure_cell(figure)
        cells = [
            _trend_of(found, chosen, slug),
            TableCell(cell.text, cell.under if figure.ok else "", cell.url, cell.status),
            *([range_cell(figure)] if ranged else []),
            *tail_cells(figure, tails),
            *([TableCell(figure.unknown)] if unknown else []),
            *([TableCell(figure.cell.note)] if noted else []),
        ]
        rows.append(TableRow(tuple(cells), own=slug == chosen.force))
    return Table(caption, tuple(columns), tuple(rows))


def chance_table(found: Iterable[Chance]) -> Table:
    """How many forces each rule flags, and how many it would flag by its own nature."""
    columns = (
        Column(_("Rule")),
        Column(_("Forces flagged here"), numeric=True),
        Column(_("Expected by chance alone"), numeric=True),
    )
    rows = tuple(
        TableRow(
            (
                TableCell(rule_of(one)),
                TableCell(
                    _("{flagged} of {forces}").format(flagged=one.flagged, forces=one.forces)
                ),
                TableCell(_expected(one)),
            )
        )
        for one in found
    )
    return Table(_("How many flags each rule raises"), columns, rows)


def _expected(one: Chance) -> str:
    if one.expected < 1:
        return _("fewer than 1")
    return _("about {expected}").format(expected=f"{one.expected:.0f}")


def _trend_of(found: ReleasedComparison, chosen: Filters, slug: str) -> TableCell:
    """The force's name, leading to its own trend with the same conditions."""
    query = chosen.query(view="", period="", **{"from": "", "to": "", FORCE: slug})
    return TableCell(
        found.shown[slug].force, url=f"{reverse('measure', args=[found.measure.key])}?{query}"
    )


def _has_ranges(shown: Sequence[Released]) -> bool:
    return any(figure.likely_range for figure in shown)


def _has_unknown(shown: Sequence[Released]) -> bool:
    return any(figure.cell.unknown for figure in shown)
