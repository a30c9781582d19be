"""Files of several forces that were joined without a word of whose each row is.

A counter restarts where the next force's file was appended, and positions tell in whose area most
of its rows lie. Where they cannot, the order of the forces leaves one candidate or the rows are
refused: nothing is guessed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import shapely
from shapely.geometry import shape

from peelian.engines.maps.outlines import force_areas
from peelian.records.load.errors import NothingLoads
from peelian.sources.extracts.declared import FieldFrom, ForceSegments, Mapping
from peelian.sources.extracts.opening import open_table
from peelian.spine.force import force

# More than half of the positions; a force's file holds some of its neighbours' areas.
MOST = 0.5


@dataclass(frozen=True)
class Run:
    """Rows from one start of the counter to the next. `force` is empty where it is not known."""

    number: int
    first_line: int
    last_line: int
    inside: tuple[int, ...]
    positions: int
    force: str = ""
    why: str = ""
    way_on: str = ""

    @property
    def in_words(self) -> str:
        return f"run {self.number}, lines {self.first_line:,} to {self.last_line:,}"


@dataclass(frozen=True)
class Segments:
    """The runs of one file; `begins` are their first lines."""

    runs: tuple[Run, ...]

    @property
    def begins(self) -> np.ndarray:
        return np.array([run.first_line for run in self.runs], dtype=np.int64)


def segments(path: Path, mapping: Mapping, of: ForceSegments) -> Segments:
    """The runs of a file with the force of each. Raises `CannotLoad`."""
    east, north = (_heading(mapping, field) for field in ("longitude", "latitude"))
    lines, counts, easts, norths = [], [], [], []
    with open_table(path, mapping.file, (of.heading, east, north)) as opened:
        for batch in opened.batches:
            lines.append(batch.lines)
            counts.append(_numbers(batch.texts[of.heading].to_pylist()))
            easts.append(_numbers(batch.texts[east].to_pylist()))
            norths.append(_numbers(batch.texts[north].to_pylist()))
    runs = _runs(
        np.concatenate(lines),
        np.concatenate(counts),
        np.concatenate(easts),
        np.concatenate(norths),
        of.among,
    )
    return Segments(decided(runs, of, path.name))


def decided(runs: Sequence[Run], of: ForceSegments, name: str) -> tuple[Run, ...]:
    """The force of each run: as said, by its positions, or as the one candidate that is left."""
    said = of.say.get(name)
    if said is not None:
        if len(said) != len(runs):
            raise NothingLoads(
                f"'force.say' names {len(said)} forces for it, but its counter starts "
                f"{len(runs)} times: name one for each."
            )
        return tuple(replace(run, force=slug) for run, slug in zip(runs, said, strict=True))
    placed = [_by_positions(run, of.among) for run in runs]
    return tuple(
        run if run.force else _by_order(run, placed, of, name, len(runs)) for run in placed
    )


def _by_positions(run: Run, among: Sequence[str]) -> Run:
    if not run.positions:
        return run
    most = int(np.argmax(run.inside))
    if run.inside[most] > MOST * run.positions:
        return replace(run, force=among[most])
    return run


def _by_order(run: Run, placed: Sequence[Run], of: ForceSegments, name: str, count: int) -> Run:
    """A run without telling positions: which forces can stand between those before and after."""
    order = {slug: place for place, slug in enumerate(of.among)}
    known = {other.number: order[other.force] for other in placed if other.force}
    first = max((number for number in known if number < run.number), default=0)
    last = min((number for number in known if number > run.number), default=count + 1)
    candidates = of.among[known.get(first, -1) + 1 : known.get(last, len(order))]
    # As many runs as forces between two that are known: then the order tells each.
    if len(candidates) == last - first - 1:
        return replace(run, force=candidates[run.number - first - 1])
    positions = f"{run.positions:,} positions" if run.positions else "no positions"
    names = " or ".join(force(slug).name for slug in candidates) or "none of those named"
    example = ", ".join(f'"{slug}"' for slug in of.among[:count])
    return replace(
        run,
        why=f"it has {positions} that would tell its force; in the order given it is {names}",
        way_on=f'if you know it, say in the mapping: [force.say] "{name}" = [{example}], '
        "one force for each run",
    )


def _runs(
    lines: np.ndarray,
    counts: np.ndarray,
    easts: np.ndarray,
    norths: np.ndarray,
    among: Sequence[str],
) -> list[Run]:
    if not len(lines):
        return []
    with np.errstate(invalid="ignore"):
        begins = np.flatnonzero(np.concatenate(([True], counts[1:] <= counts[:-1])))
    ends = [*begins[1:], len(lines)]
    inside = [_inside(slug, easts, norths) for slug in among]
    given = ~(np.isnan(easts) | np.isnan(norths))
    return [
        Run(
            number=number,
            first_line=int(lines[begin]),
            last_line=int(lines[end - 1]),
            inside=tuple(int(np.count_nonzero(mask[begin:end])) for mask in inside),
            positions=int(np.count_nonzero(given[begin:end])),
        )
        for number, (begin, end) in enumerate(zip(begins, ends, strict=True), start=1)
    ]


def _inside(slug: str, easts: np.ndarray, norths: np.ndarray) -> np.ndarray:
    outline = next(area for area in force_areas() if area.code == slug)
    mask: np.ndarray = shapely.contains_xy(shape(outline.geometry), easts, norths)
    return mask


def _numbers(texts: list[str | None]) -> np.ndarray:
    def number(text: str | None) -> float:
        try:
            return float(text) if text else np.nan
        except ValueError:
            return np.nan

    return np.array([number(text) for text in texts])


def _heading(mapping: Mapping, field: str) -> str:
    found: FieldFrom | None = next((of for of in mapping.fields if of.field == field), None)
    if found is None or len(found.headings) != 1:
        raise NothingLoads(
            f"runs are told apart by positions, so 'columns.{field}' must name one column."
        )
    return found.headings[0]
