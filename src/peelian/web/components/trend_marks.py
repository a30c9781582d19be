"""The layers of a trend, from the ground up. Altair's charts are untyped, hence ``Any``."""

from collections.abc import Sequence
from typing import Any

import altair as alt

from peelian.web.components.look import INK, LINE, SERIES_COLOURS, SERIES_SHAPES, Ruler

START, MIDDLE = 0, 0.5  # of a month's column


def _month(months: Sequence[str], *, at: float = MIDDLE) -> Any:
    return alt.X(
        "label:N",
        sort=None,
        bandPosition=at,
        scale=alt.Scale(type="band", domain=list(months), padding=0),
        axis=alt.Axis(
            title=None,
            labelAngle=0,
            labelExpr="split(datum.label, ' ')",  # the month above its year
            labelOverlap="greedy",
            labelSeparation=8,
            labelLineHeight=LINE,
        ),
    )


def _height(field: str, scale: Ruler) -> Any:
    return alt.Y(
        field,
        scale=alt.Scale(domain=[scale.low, scale.high], nice=False, zero=False),
        axis=alt.Axis(
            title=None,
            values=list(scale.ticks),
            format=scale.number_format,
            domain=False,
            ticks=False,
        ),
    )


def _colour(series: Sequence[str]) -> Any:
    return alt.Color(
        "series:N",
        legend=None,
        scale=alt.Scale(domain=list(series), range=list(SERIES_COLOURS[: len(series)])),
    )


def _shape(series: Sequence[str]) -> Any:
    return alt.Shape(
        "series:N",
        legend=None,
        scale=alt.Scale(domain=list(series), range=list(SERIES_SHAPES[: len(series)])),
    )


def columns_behind(columns: list[dict[str, str]], months: Sequence[str]) -> Any:
    """Tinted columns for months that are missing or maturing."""
    return (
        alt.Chart(alt.Data(values=columns), name="columns")
        .mark_rect()
        .encode(
            x=_month(months),
            fill=alt.Fill("fill:N", scale=None, legend=None),
            tooltip=alt.Tooltip("text:N"),
        )
    )


def figure_marks(*, months: Sequence[str], series: Sequence[str], scale: Ruler) -> list[Any]:
    """Bands, lines and dots; a wide unseen dot over each makes the sentence easy to reach."""
    month, colour, shape = _month(months), _colour(series), _shape(series)
    value, lower = _height("value:Q", scale), _height("lower:Q", scale)
    run, order = alt.Detail("run:N"), alt.Order("order:Q")
    settled, maturing, ranged = "!datum.maturing", "datum.maturing", "isValid(datum.lower)"
    line = alt.Chart().encode(x=month, y=value, color=colour, detail=run, order=order)
    dots = alt.Chart().encode(x=month, y=value, color=colour, shape=shape)
    return [
        alt.Chart(name="range")
        .transform_filter(f"{settled} && {ranged}")
        .mark_area(opacity=0.2)
        .encode(x=month, y=lower, y2=alt.Y2("upper:Q"), color=colour, detail=run),
        alt.Chart(name="whiskers")  # where one month alone has no width for a band
        .transform_filter(f"({maturing} || datum.alone) && {ranged}")
        .mark_rule(strokeWidth=1.5)
        .encode(x=month, y=lower, y2=alt.Y2("upper:Q"), color=colour),
        line.properties(name="line").transform_filter(settled).mark_line(strokeWidth=2.5),
        line.properties(name="maturing line")
        .transform_filter(maturing)
        .mark_line(strokeWidth=2, strokeDash=[5, 4]),
        dots.properties(name="dots")
        .transform_filter(settled)
        .mark_point(filled=True, size=45, opacity=1),
        dots.properties(name="maturing dots")
        .transform_filter(maturing)
        .mark_point(fill="white", size=45, strokeWidth=2, opacity=1),
        alt.Chart(name="reach")
        .mark_point(shape="circle", filled=True, size=700, opacity=0)
        .encode(x=month, y=value, tooltip=alt.Tooltip("text:N")),
    ]


def level_marks(levels: Sequence[dict[str, Any]], scale: Ruler) -> list[Any]:
    """A level across the chart, such as an aim, with its words on it."""
    if not levels:
        return []
    base = alt.Chart(alt.Data(values=list(levels))).encode(y=_height("at:Q", scale))
    return [
        base.properties(name="levels").mark_rule(color=INK, strokeDash=[6, 4], strokeWidth=1.5),
        base.properties(name="level words")
        .mark_text(align="right", baseline="bottom", dy=-3)
        .encode(x=alt.XValue("width"), text=alt.Text("words:N")),
    ]


def event_marks(notices: Sequence[dict[str, Any]], months: Sequence[str]) -> list[Any]:
    """An upright rule at the start of the month, with its words on top."""
    marks = []
    for notice in notices:
        base = alt.Chart(alt.Data(values=[notice])).encode(x=_month(months, at=START))
        above = alt.YValue(-notice["above"])
        marks += [
            base.mark_rule(color=INK, strokeDash=[2, 3]).encode(y=above, y2=alt.Y2Value("height")),
            base.mark_text(
                align=notice["side"],
                baseline="top",
                dx=5 if notice["side"] == "left" else -5,
            ).encode(y=above, text=alt.Text("words:N")),
        ]
    return marks


def name_marks(names: list[dict[str, Any]], *, series: Sequence[str], scale: Ruler) -> list[Any]:
    """Names at the right edge, each after the sign of its line."""
    if not names:
        return []
    base = alt.Chart(alt.Data(values=names)).encode(x=alt.XValue("width"), y=_height("at:Q", scale))
    return [
        base.properties(name="signs")
        .mark_point(filled=True, size=60, opacity=1, xOffset=12)
        .encode(color=_colour(series), shape=_shape(series)),
        base.properties(name="names")
        .mark_text(align="left", baseline="middle", dx=22)
        .encode(text=alt.Text("name:N")),
    ]


def heading_mark(title: str, *, above: int) -> Any:
    """What the upright axis counts, lying flat above it so that nobody turns their head."""
    return (
        alt.Chart(alt.Data(values=[{"title": title}]))
        .mark_text(align="left", baseline="bottom")
        .encode(x=alt.XValue(0), y=alt.YValue(-above - 8), text=alt.Text("title:N"))
    )
