"""From a request to its cells: query, judge what is loaded, fill empty groups, add intervals."""

from collections.abc import Iterator, Sequence

from peelian.engines.measures.cells import Answer, Cell
from peelian.engines.measures.cover import Cover, Verdict
from peelian.engines.measures.denominators import denominators
from peelian.engines.measures.drafts import Draft, drafts
from peelian.engines.measures.figures import Figure, figures
from peelian.engines.measures.fill import Group, fill, in_order
from peelian.engines.measures.kinds import Count, Share
from peelian.engines.measures.periods import GRAINS, SPAN, Period, overlap, periods
from peelian.engines.measures.places import check_places, places
from peelian.engines.measures.query import pruned, query
from peelian.engines.measures.request import FORCE, BadRequest, Request
from peelian.engines.measures.stated import stated_checks
from peelian.engines.measures.status import Status
from peelian.engines.measures.tables import TableSource
from peelian.engines.measures.unplaced import with_unplaced
from peelian.records.months import ordinal

# A hundred years: longer than any record of policing, so that more is a slip or an attack.
LONGEST_SPAN = 1200  # months

NOTHING = Draft()
NO_FIGURE = Figure()


def calculate(asked: Request, tables: TableSource) -> Answer:
    """Every cell of a request, in the order of its breakdown; empty groups are filled in.

    An end of the span that is not asked for is that of the months loaded. Raises `BadRequest` where
    a condition names a place that does not exist, or the answer would hold more cells than can be
    read.
    """
    check_places(asked, tables)
    cover = Cover(asked.measure, tables.snapshot, asked.forces)
    spans = _spans(asked, cover)
    if not spans:
        return _answer(asked, tables, (), ["Nothing is loaded that this measure could count."])
    forces = cover.forces(spans)
    months = {month for span in spans for month in span.months}
    source = pruned(asked.measure, tables, asked.forces, months)
    found = tables.to_arrow(query(asked, source, spans))
    counted = drafts(asked, found)
    groups = in_order(asked, fill(asked, counted, spans, forces, places(asked, tables)))
    counts = [counted.get((_label(span), group), NOTHING) for span, group in groups]
    units = _units(asked, [group for _span, group in groups])
    verdicts = [
        cover.judge(unit, forces, span) for unit, (span, _group) in zip(units, groups, strict=True)
    ]
    people = denominators(
        asked, tables, zip((group for _span, group in groups), verdicts, strict=True)
    )
    made = figures(asked.measure, zip(counts, people, strict=True))
    made = with_unplaced(asked, tables, source, groups, made)
    cells = tuple(
        _cell(asked, tables.snapshot.id, span, unit, group, draft.unknown, verdict, figure)
        for (span, group), unit, draft, verdict, figure in zip(
            groups, units, counts, verdicts, made, strict=True
        )
    )
    warnings = [*_warnings(asked, spans)]
    if not cells:
        whole = cover.judge(None, forces, Period(spans[0].first, spans[-1].last))
        missing = f"There is no row to break down by {', '.join(asked.by)}."
        warnings.append(missing if whole.status is Status.OK else whole.notes[0])
    return _answer(asked, tables, cells, warnings)


def _spans(asked: Request, cover: Cover) -> tuple[Period, ...]:
    loaded = cover.span()
    first = asked.first or (loaded[0] if loaded else asked.last)
    last = asked.last or (loaded[1] if loaded else asked.first)
    if first is None or last is None:
        return ()
    # One end asked for can lie beyond what is loaded: then it is a span of one month.
    if asked.first is None:
        first = min(first, last)
    if asked.last is None:
        last = max(first, last)
    if ordinal(last) - ordinal(first) >= LONGEST_SPAN:
        raise BadRequest(
            f"{first} to {last} is longer than {LONGEST_SPAN:,} months; ask for a shorter span."
        )
    spans = periods(asked.grain, first, last)
    # Months in which no file can be are not missing: they are no part of the answer.
    return tuple(span for span in spans if cover.expected(span)) or spans


def _label(span: Period) -> str:
    return "" if span.grain == SPAN else span.label


def _units(asked: Request, groups: Sequence[Group]) -> list[str | None]:
    """The force of each group; None where it is of several."""
    keys = [dimension.key for dimension in asked.dimensions]
    if FORCE in keys:
        at = keys.index(FORCE)
        return [group[at] for group in groups]
    return [asked.forces[0] if len(asked.forces) == 1 else None] * len(groups)


def _cell(
    asked: Request,
    snapshot: str,
    span: Period,
    unit: str | None,
    group: Group,
    unknown: int,
    verdict: Verdict,
    figure: Figure,
) -> Cell:
    status, notes = verdict.status, verdict.notes
    if status is Status.OK and figure.refusal:
        status, notes = Status.NOT_COMPUTABLE, (*notes, figure.refusal)
    elif status is Status.OK and figure.remark:
        notes = (*notes, figure.remark)
    if status is not Status.OK:
        figure = NO_FIGURE
    return Cell(
        measure=asked.measure.key,
        version=asked.measure.version,
        period=span,
        snapshot=snapshot,
        unit=unit or "",
        breakdown=tuple(zip((d.key for d in asked.dimensions), group, strict=True)),
        where=asked.where,
        numerator=figure.numerator,
        denominator=figure.denominator,
        parts=figure.parts,
        value=figure.value,
        lower=figure.lower,
        upper=figure.upper,
        method=figure.method,
        unknown=unknown if status is Status.OK else None,
        status=status,
        notes=notes,
        maturing=asked.measure.maturing,
        synthetic=verdict.synthetic,
        closed=verdict.closed,
    )


def _warnings(asked: Request, spans: tuple[Period, ...]) -> Iterator[str]:
    """What holds for the whole answer and would mislead if it were not said."""
    measure = asked.measure
    if overlap(spans):
        yield f"{GRAINS[asked.grain]}: these periods share months, so do not add them up."
    if isinstance(measure, Count | Share) and measure.distinct and asked.by:
        yield "Each is counted once in each group, so groups can add up to more than the total."
    if measure.maturing:
        yield "Later months have had less time: do not read a trend into these cells."
    yield from stated_checks(measure)
    for doubt in measure.doubts:
        since = f"{doubt.since.day} {doubt.since:%B %Y}"
        yield f"Doubtful since {since}: {doubt.reason} Held against: {doubt.rival}."


def _answer(
    asked: Request, tables: TableSource, cells: tuple[Cell, ...], warnings: Sequence[str]
) -> Answer:
    return Answer(
        measure=asked.measure.key,
        by=asked.by,
        grain=asked.grain,
        cells=cells,
        warnings=tuple(warnings),
        snapshot=tables.snapshot.id,
    )
