"""The trend: a line over months, its likely range, and everything that interrupts it."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from django.utils.translation import gettext

from peelian.web.components.layers import layered
from peelian.web.components.look import (
    LINE,
    MATURING,
    MISSING,
    SERIES_COLOURS,
    Ruler,
    ruler,
    wrapped,
)
from peelian.web.components.pictures import Chart, pictured, remembered
from peelian.web.components.points import Event, Kind, Line, Point
from peelian.web.components.trend_marks import (
    columns_behind,
    event_marks,
    figure_marks,
    heading_mark,
    level_marks,
    name_marks,
)

HEIGHT = 280
AROUND = 72  # pixels: the heading above the plot, the months below it
NAME_WIDTH = 14  # letters in a line
EVENT_WIDTH = 22


@remembered
def trend(
    *,
    points: Sequence[Point],
    kind: Kind,
    axis_title: str,
    description: str,
    events: Sequence[Event] = (),
    levels: Sequence[Line] = (),
    from_zero: bool = True,
) -> Chart:
    """Draw up to four series over the same months.

    A month without a figure leaves a gap in the line and a grey column, never a zero. Maturing
    months stand apart: tinted, dashed, with hollow dots, and joined to nothing. Events are upright
    rules with their words above; levels, such as an aim, are dashed lines across. Names stand at
    the ends of lines; there is no legend.

    Raises ``ValueError`` for no points, a fifth series, a month twice in a series, or an event in a
    month that the chart does not show.
    """
    months = list(dict.fromkeys(each.label for each in sorted(points, key=lambda each: each.order)))
    series = list(dict.fromkeys(each.series for each in points))
    _check(points=points, series=series, months=months, events=events)
    drawn = [each for each in points if each.status == "ok"]
    scale = ruler(
        lowest=min((0.0 if from_zero else each.lowest for each in drawn), default=0.0),
        highest=max(
            *(each.at for each in levels),
            max((each.highest for each in drawn), default=1.0),
            0.0,
        ),
        kind=kind,
    )
    names = _names(drawn, series, scale) if len(series) > 1 else []
    notices = _notices(events, months)
    above = max((each["above"] for each in notices), default=0)
    spec = layered(
        columns_behind(_columns(points, months), months),
        *figure_marks(months=months, series=series, scale=scale),
        *level_marks([{"at": each.at, "words": each.words} for each in levels], scale),
        *event_marks(notices, months),
        *name_marks(names, series=series, scale=scale),
        heading_mark(axis_title, above=above),
        height=HEIGHT,
        rows=_figures(points),
    )
    return pictured(spec=spec, description=description, around=AROUND + above, notes=_notes(points))


def _check(
    *,
    points: Sequence[Point],
    series: Sequence[str],
    months: Sequence[str],
    events: Sequence[Event],
) -> None:
    if not points:
        raise ValueError("A trend needs at least one point. Show a sentence instead of a chart.")
    if len(series) > len(SERIES_COLOURS):
        raise ValueError(
            f"A trend shows at most {len(SERIES_COLOURS)} series, so that readers can tell them "
            f"apart; {len(series)} given: {', '.join(series)}."
        )
    places = [(each.series, each.label) for each in points]
    twice = next((place for place in places if places.count(place) > 1), None)
    if twice:
        raise ValueError(f"{twice[1]!r} stands twice in the series {twice[0]!r}.")
    for event in events:
        if event.label not in months:
            raise ValueError(
                f"The event {event.text!r} is in {event.label!r}, which this chart does not show. "
                f"It shows {months[0]} to {months[-1]}."
            )


def _figures(points: Sequence[Point]) -> list[dict[str, Any]]:
    """Rows to draw. ``run`` numbers unbroken stretches; no line crosses from one to another."""
    rows = []
    run = 0
    ordered = sorted(points, key=lambda each: (each.series, each.order))
    for (_, status, _), stretch in groupby(
        ordered, key=lambda each: (each.series, each.status, each.maturing)
    ):
        run += 1
        together = list(stretch)
        if status != "ok":
            continue
        rows += [
            {
                "label": each.label,
                "order": each.order,
                "series": each.series,
                "value": each.value,
                "lower": each.lower,
                "upper": each.upper,
                "text": each.text,
                "run": run,
                "maturing": each.maturing,
                "alone": len(together) == 1,
            }
            for each in together
        ]
    return rows


def _columns(points: Sequence[Point], months: Sequence[str]) -> list[dict[str, str]]:
    """Months that stand apart: nothing known in any series, or still maturing in one."""
    found = []
    for month in months:
        here = [each for each in points if each.label == month]
        if all(each.status != "ok" for each in here):
            found.append({"label": month, "fill": MISSING, "text": here[0].text})
        elif any(each.maturing for each in here):
            found.append({"label": month, "fill": MATURING, "text": ""})
    return found


def _names(drawn: Sequence[Point], series: Sequence[str], scale: Ruler) -> list[dict[str, Any]]:
    """Each series' name at the height of its last figure, pushed up where two would overlap."""
    per_pixel = (scale.high - scale.low) / HEIGHT
    last = {each.series: each for each in sorted(drawn, key=lambda each: each.order)}
    names: list[dict[str, Any]] = []
    floor = scale.low + LINE / 2 * per_pixel
    for name in sorted(last, key=lambda each: (last[each].value or 0.0, -series.index(each))):
        words = wrapped(name, width=NAME_WIDTH)
        further_lines = words.count("\n") * LINE * per_pixel
        lowest_line = max((last[name].value or 0.0) - further_lines / 2, floor)
        first_line = lowest_line + further_lines
        floor = first_line + LINE * per_pixel
        names.append({"series": name, "name": words, "at": first_line})
    return names


def _notices(events: Sequence[Event], months: Sequence[str]) -> list[dict[str, Any]]:
    """Event words in rows above the plot, ordered so that no rule cuts through another's words."""
    placed = [(months.index(event.label), event) for event in events]
    to_right = [each for each in placed if each[0] < len(months) * 0.6]
    to_left = [each for each in placed if each not in to_right]
    rows = [
        *((event, "left") for _, event in sorted(to_right, key=lambda each: -each[0])),
        *((event, "right") for _, event in sorted(to_left, key=lambda each: each[0])),
    ]
    notices = []
    room = 0
    for event, side in rows:  # from the plot upwards
        words = wrapped(event.text, width=EVENT_WIDTH)
        room += (words.count("\n") + 1) * LINE + 4
        notices.append({"label": event.label, "words": words, "side": side, "above": room})
    return notices


def _notes(points: Sequence[Point]) -> tuple[str, ...]:
    notes = []
    if any(each.lower is not None for each in points):
        notes.append(gettext("The shaded band is the likely range."))
    if any(each.maturing for each in points):
        notes.append(
            gettext("Dashed months on a tinted ground are not yet complete and will still change.")
        )
    if any(each.status != "ok" for each in points):
        notes.append(
            gettext("A gap in the line means no figure for that month; it does not mean zero.")
        )
    return tuple(notes)
