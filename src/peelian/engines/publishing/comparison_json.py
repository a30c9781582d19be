"""A comparison as plain values for JSON: nothing that the page shows is left out."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from peelian.engines.comparisons.compared import Comparison, ControlChart, Left, Peers
from peelian.engines.measures.periods import Period
from peelian.engines.publishing.comparison import ShownChart, ShownComparison
from peelian.engines.publishing.sentences import force_name
from peelian.engines.publishing.shown import Shown
from peelian.engines.publishing.table import records


def as_json(shown: ShownComparison) -> dict[str, Any]:
    """The comparison whole: each force with its figure, both rules, chance, and who is not in it.

    Attributions are added by the door, which knows the sources.
    """
    comparison, measure = shown.comparison, shown.measure
    return {
        "measure": measure.key,
        "title": measure.title,
        "definition": measure.definition,
        "version": comparison.version,
        "better": measure.better,
        "beside": [other.key for other in measure.beside],
        "snapshot": comparison.snapshot,
        "loaded_at": comparison.loaded_at,
        "restated": list(comparison.restated),
        "period": _period(comparison.period),
        "where": {name: list(values) for name, values in comparison.where},
        "own": comparison.own,
        "comparable": asdict(measure.comparable),
        "refusal": comparison.refusal,
        "forces": list(_forces(comparison, shown.shown)),
        "lines": asdict(comparison.lines) if comparison.lines else None,
        "funnel": asdict(comparison.funnel) if comparison.funnel else None,
        "chance": [asdict(one) for one in comparison.chance],
        "set_aside": [_left(one, shown.shown) for one in comparison.set_aside],
        "missing": [_left(one, shown.shown) for one in comparison.missing],
        "cells": list(records(tuple(shown.shown.values()))),
        "peers": peers_as_json(comparison.peers) if comparison.peers else None,
        "warnings": list(comparison.warnings),
    }


def peers_as_json(peers: Peers) -> dict[str, Any]:
    """The peers of a force with their distances, and how they were chosen."""
    return {
        "of": asdict(peers.of) | {"name": force_name(peers.of.force)},
        "peers": [asdict(one) | {"name": force_name(one.force)} for one in peers.peers],
        "variables": [asdict(one) for one in peers.variables],
        "method": peers.method,
        "left_out": [_left(one, {}) for one in peers.left_out],
    }


def chart_as_json(shown: ShownChart) -> dict[str, Any]:
    """A control chart whole; positions count from 0 in `cells`."""
    chart: ControlChart = shown.chart
    return {
        "measure": chart.measure,
        "title": shown.measure.title,
        "force": chart.force,
        "name": force_name(chart.force),
        "refusal": chart.refusal,
        "cells": list(records(shown.shown)),
        "steps": [asdict(one) for one in chart.steps],
        "signals": [asdict(one) for one in chart.signals],
        "rebases": [asdict(one) for one in chart.rebases],
        "notes": list(chart.notes),
    }


def _forces(comparison: Comparison, shown: Mapping[str, Shown]) -> Iterator[dict[str, Any]]:
    for one in comparison.forces:
        yield {
            "force": one.force,
            "name": shown[one.force].force,
            "rank": one.rank,
            "band": one.band,
            "deviations": one.deviations,
            "zone": one.zone,
            "z": one.z,
            "limits": asdict(one.limits) if one.limits else None,
            "cell": next(records((shown[one.force],))),
        }


def _left(one: Left, shown: Mapping[str, Shown]) -> dict[str, Any]:
    return {
        "force": one.force,
        "name": force_name(one.force),
        "reason": one.reason,
        "cell": next(records((shown[one.force],))) if one.cell is not None else None,
    }


def _period(period: Period | None) -> dict[str, str] | None:
    return {"first": period.first, "last": period.last} if period else None
