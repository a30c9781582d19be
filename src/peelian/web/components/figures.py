"""Figures as pages show them. The only way for a number to reach a template is through here.

Everything takes a `Shown` value and refuses anything else, so that no page can print a number
without its status, its counts and its address.
"""

from collections.abc import Iterable, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from peelian.engines.measures.words import value_in_words
from peelian.engines.publishing.shown import Internal, Shown
from peelian.web.components.parts import Column, TableCell
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
    """Where the figure card of this figure is: an internal one stands behind sign-in."""
    one = checked(figure)
    return reverse("inside-figure" if isinstance(one, Internal) else "figure", args=[one.address])


def figure_cell(figure: Shown) -> TableCell:
    """A table cell that opens to the figure card, with its counts under it."""
    one = checked(figure)
    if not one.ok:
        return TableCell(one.value, under=one.cell.note, status=str(one.cell.status))
    under = one.counts if one.cell.denominator is not None or one.tail is not None else ""
    return TableCell(one.value, under=under, url=figure_url(one))


def tail_columns(figures: Sequence[Shown]) -> list[Column]:
    """Headings for what stands beside a median; none for figures of other kinds."""
    tails = [one.tail for one in all_checked(figures) if one.tail is not None]
    if not tails:
        return []
    measure = figures[0].measure
    over = getattr(measure, "over_words", "")
    return [
        Column(_("Nine in ten, at most")),
        *([Column(over[:1].upper() + over[1:])] if any(tail.over for tail in tails) else []),
        *([Column(_("Mean, which a few long ones move"))] if any(t.mean for t in tails) else []),
    ]


def tail_cells(figure: Shown, columns: Sequence[Column]) -> list[TableCell]:
    """What stands beside one median, under those headings; blank where there is no figure."""
    tail = checked(figure).tail
    if not columns:
        return []
    if tail is None:
        return [TableCell("") for _column in columns]
    return [TableCell(text) for text in (tail.ninth, tail.over, tail.mean)][: len(columns)]


def range_cell(figure: Shown) -> TableCell:
    """The likely range of a figure; empty where it has none."""
    one = checked(figure)
    return TableCell(f"{one.lower} to {one.upper}" if one.likely_range else "")


def level(figure: Shown, at: float) -> str:
    """A mean or a limit, written as the figures are among which it is drawn."""
    one = checked(figure)
    if one.measure.kind == "count":  # the mean of whole numbers need not be whole
        return f"{at:,.1f}"
    return value_in_words(one.cell, one.measure, at)


def point(
    figure: Shown,
    *,
    label: str,
    order: int = 0,
    key: str = "",
    series: str = "",
    size: float | None = None,
) -> Point:
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
        size=size,
    )


def all_checked(figures: Iterable[object]) -> tuple[Shown, ...]:
    """Every figure of a sequence, each checked."""
    return tuple(checked(figure) for figure in figures)
