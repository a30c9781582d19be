"""Prints a comparison and a control chart for people and for programs."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table as Grid

from peelian.engines.comparisons.compared import Peers
from peelian.engines.measures.words import value_in_words
from peelian.engines.publishing.comparison import ShownChart, ShownComparison
from peelian.engines.publishing.comparison_json import as_json, chart_as_json
from peelian.engines.publishing.comparison_table import Line, as_csv, lines_of
from peelian.engines.publishing.comparison_words import beside, data_dates, in_words
from peelian.engines.publishing.sentences import force_name
from peelian.jobs.printing import WIDTH_OF_FILES, Writer

LEFT_OUT = {"set_aside": "Set aside", "missing": "Missing"}


def print_comparison(
    shown: ShownComparison,
    chart: ShownChart | None,
    *,
    kind: str,
    out: Writer,
    err: Writer,
    attributions: Sequence[str],
) -> None:
    """CSV and JSON go to the output alone; remarks for people go beside it."""
    if kind == "json":
        whole: dict[str, Any] = as_json(shown)
        if chart is not None:
            whole["control_chart"] = chart_as_json(chart)
        whole["attributions"] = list(attributions)
        out.write(json.dumps(whole, ensure_ascii=False, indent=1))
        return
    if kind == "csv":
        out.write(as_csv(shown), ending="")
    else:
        width = None if out.isatty() else WIDTH_OF_FILES
        out.write(in_words(shown.comparison, shown.measure))
        if shown.comparison.peers is not None:
            out.write(_peers(shown.comparison.peers))
        out.write(_grid(shown, width), ending="")
        if chart is not None:
            out.write(_chart(chart, width), ending="")
    remarks = (*shown.comparison.warnings, beside(shown.measure), data_dates(shown.comparison))
    for remark in (*remarks, *(attributions if kind == "table" else ())):
        if remark:
            err.write(remark)


def _grid(shown: ShownComparison, width: int | None) -> str:
    """Forces that have a figure to read side by side, then those left out with their reasons."""
    limits = shown.comparison.funnel is not None
    grid = Grid(box=None, pad_edge=False)
    grid.add_column("rank", justify="right")
    grid.add_column("force", no_wrap=True)
    for head in ("value", "counts", "likely range"):
        grid.add_column(head, justify="right")
    if shown.comparison.lines is not None:
        grid.add_column("by the lines")
    if limits:
        grid.add_column("by the funnel")
    left_out: list[str] = []
    for line in lines_of(shown.comparison):
        if line.standing in LEFT_OUT:
            left_out.append(_left_out(shown, line))
        else:
            grid.add_row(*_cells(shown, line, limits=limits))
    return _drawn([*([grid] if grid.row_count else []), *left_out], width)


def _cells(shown: ShownComparison, line: Line, *, limits: bool) -> Iterable[str]:
    one = shown.shown[line.force]
    own = "* " if line.force == shown.comparison.own else ""
    yield str(line.place.rank) if line.place else ""
    yield f"{own}{one.force}"
    yield one.value
    yield one.counts if one.cell.denominator is not None else ""
    yield f"{one.lower} to {one.upper}" if one.likely_range else ""
    if line.place is not None:
        yield line.place.band
        yield from (str(line.place.zone),) if limits else ()


def _left_out(shown: ShownComparison, line: Line) -> str:
    one = shown.shown.get(line.force)
    value = f", {one.value}" if one and one.ok else ""
    name = one.force if one else force_name(line.force)
    return f"{LEFT_OUT[line.standing]}: {name}{value}. {line.reason}"


def _peers(peers: Peers) -> str:
    named = ", ".join(f"{force_name(one.force)} ({one.distance:.2f})" for one in peers.peers)
    by = "; ".join(f"{one.title} ({one.authority})" for one in peers.variables)
    return f"Most like {force_name(peers.of.force)}: {named}. Chosen by {by}. {peers.method}"


def _chart(shown: ShownChart, width: int | None) -> str:
    chart = shown.chart
    head = f"Control chart of {force_name(chart.force)}, by month"
    texts = [f"{head}: {chart.refusal}"] if chart.refusal else [head]
    texts += [
        f"Limits made anew from {one.month} by {one.by}: {one.reason}" for one in chart.rebases
    ]
    texts += [one.says for one in chart.signals]
    if not chart.refusal and not chart.signals:
        texts.append("No rule is broken: the months differ no more than they usually do.")
    texts += chart.notes
    grid = Grid(box=None, pad_edge=False)
    for name in ("month", "value", "mean", "limits"):
        grid.add_column(name, justify="right")
    grid.add_column("signal", overflow="fold")
    for at, one in enumerate(shown.shown):
        step = next((step for step in chart.steps if step.first <= at <= step.last), None)
        mean, low, high = (
            (
                value_in_words(one.cell, one.measure, value)
                for value in (step.mean, step.lower, step.upper)
            )
            if step
            else ("", "", "")
        )
        broken = ", ".join(sorted({signal.rule for signal in chart.signals if at in signal.at}))
        grid.add_row(
            one.cell.period.label,
            one.value,
            mean,
            f"{low} to {high}" if step else "",
            broken,
        )
    return _drawn([*texts, grid], width)


def _drawn(parts: Iterable[Any], width: int | None) -> str:
    console = Console(width=width, highlight=False, markup=False)
    with console.capture() as captured:
        for part in parts:
            console.print(part)
    return captured.get()
