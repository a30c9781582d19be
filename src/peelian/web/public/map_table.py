"""The table under a map: every area with its figure, a page at a time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from peelian.engines.maps.standing import Standing, standing
from peelian.engines.measures.request import BadRequest
from peelian.engines.publishing.shown import Shown
from peelian.web.components.figures import figure_cell, range_cell
from peelian.web.components.parts import Column, Link, Table, TableCell, TableRow
from peelian.web.public.map_answer import Mapped

ROWS = 50


@dataclass(frozen=True)
class Slice:
    """One page of a ranked list, with its place in the whole and the pages beside it."""

    figures: tuple[Shown, ...]
    first: int
    last: int
    total: int
    previous: Link | None
    following: Link | None


def page_of(
    ranked: Sequence[Shown],
    *,
    after: str,
    code: Callable[[Shown], str],
    address: Callable[[str], str],
) -> Slice:
    """The page of the list that begins after one area; the first where none is named.

    `address` makes the address of the page after an area. Raises `BadRequest` for a code that is
    not in the list.
    """
    codes = [code(one) for one in ranked]
    if after and after not in codes:
        raise BadRequest(f"'{after}' is no area of this table. Open its first page.")
    start = codes.index(after) + 1 if after else 0
    end = min(start + ROWS, len(codes))
    before = start - ROWS - 1
    return Slice(
        figures=tuple(ranked[start:end]),
        first=start + 1,
        last=end,
        total=len(codes),
        previous=Link("", address(codes[before] if before >= 0 else "")) if start else None,
        following=Link("", address(codes[end - 1])) if end < len(codes) else None,
    )


def standing_words(verdict: Standing | None) -> str:
    """A verdict as it stands in a table."""
    words = {
        Standing.HIGHER: _("higher"),
        Standing.LOWER: _("lower"),
        Standing.UNCLEAR: _("no clear difference"),
    }
    return words[verdict] if verdict else ""


def value_cell(one: Shown) -> TableCell:
    """A figure with its counts; why there is none needs a column that can hold a sentence."""
    return figure_cell(one) if one.ok else TableCell(one.value, status=str(one.cell.status))


def area_table(caption: str, figures: Sequence[Shown], found: Mapped) -> Table:
    """Neighbourhood, figure, where it stands beside the force, likely range, district."""
    ranged = any(one.likely_range for one in figures)
    columns = [Column(_("Neighbourhood")), Column(found.whole.unit_heading, numeric=True)]
    if ranged:
        columns += [
            Column(_("Beside the force's own")),
            Column(_("Likely range"), numeric=True),
        ]
    columns.append(Column(_("District")))
    rows = []
    for one in figures:
        area = found.area(one)
        place = TableCell(
            area.name, under=", ".join(found.near(one)), url=reverse("place", args=[area.code])
        )
        cells = [place, value_cell(one)]
        if ranged:
            verdict = standing(one.cell, found.whole.cell)
            cells += [TableCell(standing_words(verdict) or one.cell.note), range_cell(one)]
        rows.append(TableRow((*cells, TableCell(area.district))))
    return Table(caption, tuple(columns), tuple(rows))
