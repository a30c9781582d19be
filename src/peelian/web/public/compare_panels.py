"""What the comparison of all forces shows, in the order in which it is read."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from peelian.engines.measures.kinds import Measure
from peelian.engines.measures.periods import Period
from peelian.engines.publishing.comparison import ReleasedComparison
from peelian.engines.publishing.shown import Released
from peelian.records.store.reader import Reader
from peelian.web.answers import compared
from peelian.web.components.charts import Chart
from peelian.web.components.figures import figure_url
from peelian.web.components.parts import Link, Table
from peelian.web.public.beside import BesideLine, beside_lines
from peelian.web.public.compare_filters import DIVISORS, USUAL, CompareFilters
from peelian.web.public.compare_pictures import funnel_chart, lines_picture
from peelian.web.public.compare_tables import (
    LeftOut,
    chance_table,
    left_out,
    plain_table,
    ranked_table,
)
from peelian.web.public.compare_words import (
    by_nature,
    funnel_heading,
    lines_heading,
    overdispersion_words,
    size_words,
    standing,
    usual,
)


@dataclass(frozen=True)
class Side:
    """One chart with the sentence that it shows, and what stands beside it."""

    heading: str
    chart: Chart
    remarks: tuple[str, ...]


@dataclass(frozen=True)
class ForcesPanel:
    """All forces: the own one in words, charts, who is left out, flags by chance, the table."""

    period: Period | None
    own: Released | None
    own_url: str
    usual: str
    standing: tuple[str, ...]
    refusal: str
    lines: Side | None
    funnel: Side | None
    set_aside: tuple[LeftOut, ...]
    missing: tuple[LeftOut, ...]
    missing_number: int
    chance: Table | None
    table: Table | None
    beside: tuple[BesideLine, ...]
    warnings: tuple[str, ...]
    downloads: tuple[Link, ...]


def forces_panel(tables: Reader, measure: Measure, asked: CompareFilters) -> ForcesPanel:
    """The comparison of all forces. Raises `BadRequest` for what cannot be asked."""
    found = compared(
        tables,
        measure.key,
        where=asked.where,
        first=asked.chosen.first or None,
        last=asked.chosen.last or None,
        own=asked.own,
        divisor=DIVISORS[asked.divisor],
    )
    return as_panel(tables, found, asked)


def as_panel(tables: Reader, found: ReleasedComparison, asked: CompareFilters) -> ForcesPanel:
    """A comparison as the page shows it."""
    comparison = found.comparison
    own = found.shown.get(asked.own)
    return ForcesPanel(
        period=comparison.period,
        own=own,
        own_url=figure_url(own) if own else "",
        usual=usual(found),
        standing=_standing(found, asked.own),
        refusal=_refusal(found),
        lines=_lines(found, asked.own),
        funnel=_funnel(found, asked.own),
        set_aside=left_out(found, comparison.set_aside),
        missing=left_out(found, comparison.missing),
        missing_number=len(comparison.missing),
        chance=chance_table(comparison.chance) if comparison.chance else None,
        table=_table(found, asked),
        beside=beside_lines(tables, own) if own else (),
        warnings=comparison.warnings,
        downloads=_downloads(found, asked),
    )


def _standing(found: ReleasedComparison, own: str) -> tuple[str, ...]:
    chance = found.comparison.chance
    return (*standing(found, own), *([by_nature(chance[0])] if chance else []))


def _refusal(found: ReleasedComparison) -> str:
    """Why nothing is ranked, for a sentence that has already said that nothing is."""
    if found.comparison.refusal and not found.measure.comparable.allowed:
        return found.measure.comparable.reason
    return found.comparison.refusal


def _lines(found: ReleasedComparison, own: str) -> Side | None:
    chart, lines = lines_picture(found, own), found.comparison.lines
    if chart is None or lines is None:
        return None
    remark = _(
        "The mean counts each of {forces} forces once, large or small. The standard deviation "
        "divides by {divisor}."
    ).format(forces=lines.forces, divisor=lines.divisor)
    return Side(lines_heading(found.comparison.forces), chart, (remark,))


def _funnel(found: ReleasedComparison, own: str) -> Side | None:
    chart, funnel = funnel_chart(found, own), found.comparison.funnel
    if chart is None or funnel is None:
        return None
    remarks = (
        size_words(funnel),
        overdispersion_words(funnel),
        funnel.method,
    )
    return Side(funnel_heading(found.comparison.forces), chart, remarks)


def _table(found: ReleasedComparison, asked: CompareFilters) -> Table | None:
    period = found.comparison.period
    if period is None:
        return None
    title, when = found.measure.title, period.in_words
    if found.comparison.forces:
        caption = _("{title}, {period}, highest first").format(title=title, period=when)
        return ranked_table(found, asked.chosen, caption=caption)
    caption = _("{title}, {period}, by name of force").format(title=title, period=when)
    return plain_table(found, asked.chosen, caption=caption)


def _downloads(found: ReleasedComparison, asked: CompareFilters) -> tuple[Link, ...]:
    """The comparison itself, with ranks, limits and reasons, as the interface gives it."""
    period = found.comparison.period
    if period is None:
        return ()
    pairs = [("force", asked.own), ("from", period.first), ("to", period.last)]
    pairs += [("where", f"{key}={value}") for key, value in asked.where.items()]
    pairs += [("divisor", DIVISORS[asked.divisor] if asked.divisor != USUAL else "")]
    pairs += [("peers", "true" if found.comparison.peers else "")]
    query = urlencode([pair for pair in pairs if pair[1]])
    formats = (("CSV", "api:comparison-csv"), ("JSON", "api:comparison"))
    return tuple(
        Link(text, f"{reverse(name, args=[found.measure.key])}?{query}") for text, name in formats
    )
