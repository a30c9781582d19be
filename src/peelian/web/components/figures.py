"""Figures as pages show them. The only way for a number to reach a template is through here.

Everything takes a `Shown` value and refuses anything else, so that no page can print a number
without its status, its counts and its address.
"""

from collections.abc import Iterable

from django.urls import reverse

from peelian.engines.publishing.shown import Shown
from peelian.web.components.parts import TableCell
from peelian.web.components.points import Point


class NotShown(TypeError):
    """Something that has not passed a door was about to be put on a page."""


def checked(figure: object) -> Shown:
    """The figure itself; raises `NotShown` for anything that `release` did not make."""
    if not isinstance(figure, Shown):
        raise NotShown(
            f"A page was given a {type(figure).__name__} where a released figure belongs. "
            "Ask for it through peelian.web.answers."
        )
    return figure


def figure_url(figure: Shown) -> str:
    """Where the figure card of this figure is."""
    return reverse("figure", args=[checked(figure).address])


def figure_cell(figure: Shown) -> TableCell:
    """A table cell that opens to the figure card, with its counts under it."""
    one = checked(figure)
    if not one.ok:
        return TableCell(one.value, under=one.cell.note, status=str(one.cell.status))
    under = one.counts if one.cell.denominator is not None else ""
    return TableCell(one.value, under=under, url=figure_url(one))


def range_cell(figure: Shown) -> TableCell:
    """The likely range of a figure; empty where it has none."""
    one = checked(figure)
    return TableCell(f"{one.lower} to {one.upper}" if one.likely_range else "")


def point(figure: Shown, *, label: str, order: int = 0, key: str = "", series: str = "") -> Point:
    """A figure as a chart draws it: where there is no number, there is no value."""
    one = checked(figure)
    cell = one.cell
    ranged = cell.lower is not None and cell.upper is not None
    return Point(
        label=label,
        order=order,
        key=key,
        series=series,
        value=cell.value,
        lower=cell.lower if ranged else None,
        upper=cell.upper if ranged else None,
        status=cell.status.value,
        maturing=cell.maturing,
        text=one.sentence,
        shown=one.value if one.ok else "",
    )


def all_checked(figures: Iterable[object]) -> tuple[Shown, ...]:
    """Every figure of a sequence, each checked."""
    return tuple(checked(figure) for figure in figures)
