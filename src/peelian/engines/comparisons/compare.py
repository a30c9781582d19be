"""Forces side by side on one measure: what is usual, who stands out, and how far that is chance."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from peelian.engines.comparisons.compared import Comparison, Peers
from peelian.engines.comparisons.dates import data_dates
from peelian.engines.comparisons.frame import Frame, frame
from peelian.engines.comparisons.funnels import draw_funnel
from peelian.engines.comparisons.placing import chance, draw_lines, placed
from peelian.engines.comparisons.refusals import refusal
from peelian.engines.comparisons.span import span
from peelian.engines.measures.calculate import calculate
from peelian.engines.measures.cover import Cover, force_name
from peelian.engines.measures.kinds import Measure, Rate, RateRatio
from peelian.engines.measures.periods import Period
from peelian.engines.measures.request import FORCE, BadRequest, Request, request
from peelian.engines.measures.tables import TableSource
from peelian.numbers.spread import Divisor
from peelian.records import months
from peelian.spine.force import UnknownForce
from peelian.spine.force import force as force_of

NOTHING_LOADED = "Nothing is loaded that this measure could count."


def compare(
    measure: Measure,
    tables: TableSource,
    *,
    where: Mapping[str, str | Iterable[str]] | None = None,
    first: str | None = None,
    last: str | None = None,
    own: str = "",
    divisor: Divisor = "n - 1",
    peers: Peers | None = None,
) -> Comparison:
    """The 43 forces on one measure over one span, with one query.

    Months that are not asked for are the newest that most forces have (see `span`). With `peers`
    only those forces and the one that they are like are compared. Raises `BadRequest` for what
    cannot be asked.
    """
    asked = request(measure, by=(FORCE,), where=where, first=first, last=last)
    _check(asked, own)
    cover = Cover(measure, tables.snapshot, ())
    period = span(cover, first=first, last=last)
    if period is None:
        return Comparison(
            measure=measure.key,
            version=measure.version,
            period=None,
            snapshot=tables.snapshot.id,
            own=own,
            where=asked.where,
            refusal=NOTHING_LOADED,
        )
    answer = calculate(Request(measure, asked.by, asked.where, period.first, period.last), tables)
    only = {peers.of.force, *(peer.force for peer in peers.peers)} if peers else frozenset()
    cells = tuple(cell for cell in answer.cells if not only or cell.unit in only)
    framed = frame(cells, measure, cover, period, only=only)
    refused = refusal(measure, framed)
    dates = data_dates(measure, tables.snapshot, period, {cell.unit for cell in cells})
    whole = Comparison(
        measure=measure.key,
        version=measure.version,
        period=period,
        snapshot=tables.snapshot.id,
        own=own,
        where=asked.where,
        cells=cells,
        set_aside=framed.set_aside,
        missing=framed.missing,
        peers=peers,
        refusal=refused,
        loaded_at=dates.loaded_at,
        restated=dates.restated,
        warnings=(
            *answer.warnings,
            *_warnings(measure, framed, cover, period, chosen=not last, peers=peers),
        ),
    )
    return whole if refused else _ranked(whole, measure, framed, divisor)


def _check(asked: Request, own: str) -> None:
    if asked.forces:
        raise BadRequest(
            "A comparison is of all forces, so force is no condition of it. Name the force that "
            "you look at as your own; to narrow it, compare with the forces most like it."
        )
    if own:
        try:
            named = force_of(own)
        except UnknownForce as error:
            raise BadRequest(str(error)) from error
        if not named.territorial:
            raise BadRequest(f"{named.name} is not among the 43 forces that are compared.")


def _ranked(whole: Comparison, measure: Measure, framed: Frame, divisor: Divisor) -> Comparison:
    lines = draw_lines(framed.compared, divisor)
    funnel, by_funnel, remark = draw_funnel(framed.compared, measure)
    forces = placed(framed.compared, lines, by_funnel)
    return replace(
        whole,
        forces=forces,
        lines=lines,
        funnel=funnel,
        chance=chance(forces, funnel),
        warnings=(*whole.warnings, *filter(None, [remark])),
    )


def _warnings(
    measure: Measure,
    framed: Frame,
    cover: Cover,
    period: Period,
    *,
    chosen: bool,
    peers: Peers | None,
) -> Iterator[str]:
    """What a reader must know to read the comparison fairly."""
    if measure.comparable.allowed:
        yield measure.comparable.reason
    if isinstance(measure, Rate | RateRatio):
        base = f"{measure.base:,} " if isinstance(measure, Rate) else ""
        yield f"Rates are per {base}{measure.per.title} ({measure.per.authority})."
    newest = max((month for _slug, month in cover.base), default="")
    if chosen and newest > period.last:
        yield (
            f"Files up to {months.in_words(newest)} are loaded. This is of {period.in_words}, the "
            "newest months of which at least half of the forces have a figure."
        )
    if any(cell.synthetic for cell in framed.compared):
        yield "Synthetic: the rows of these forces were invented, and so is where they stand."
    if peers is not None:
        number = len(peers.peers)
        yield (
            f"Only {force_name(peers.of.force)} and the {number} forces most like it are compared."
        )
