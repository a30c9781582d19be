"""Answers in one plain sentence: number, counts and likely range, or why there is no number."""

from dataclasses import dataclass

from peelian.engines.measures import words
from peelian.engines.measures.cells import Cell
from peelian.engines.measures.declared import Dimension
from peelian.engines.measures.kinds import Measure, Rate, RateRatio, Share, Typical
from peelian.engines.measures.periods import Period
from peelian.engines.measures.request import NOT_RECORDED
from peelian.engines.measures.sampled import Sampled
from peelian.engines.measures.status import Status
from peelian.numbers.estimates import FEW
from peelian.records.store.invented import marked
from peelian.spine.force import forces

FORCE = "force"
# A sentence that lists more forces than this is no longer read.
NAMED_AT_MOST = 4


def sentence(cell: Cell, measure: Measure) -> str:
    """The figure in a sentence that stands alone: what, who, where and when."""
    scope = _scope(cell, measure)
    titled = ", ".join([measure.title, *scope.all, cell.period.in_words])
    if cell.status is not Status.OK:
        return f"{titled}: {cell.note or f'{cell.status.in_words.capitalize()}.'}"
    value = words.value_in_words(cell, measure, cell.value)
    span = words.range_in_words(cell, measure)
    counts = words.counts_in_words(cell, measure)
    tail = f": {counts}" + (f", {span}." if span else ".")
    where = f"{scope.in_words} {_when(cell.period)}"
    match measure:
        case Sampled(among_words=among):
            # What a sample speaks of goes where the figure goes.
            if not span and (cell.denominator or 0) < FEW:
                return f"{counts} {among}{where} {measure.words}. {cell.note}"
            return f"{value} of {among}{where} {measure.words}{tail} {cell.note}"
        case Share(among_words=among):
            return f"{value} of {among}{where} {measure.words}{tail}"
        case Typical(among_words=among, unit=unit):
            beside = "".join(f" {part}." for part in words.parts_in_words(cell, measure))
            cases = f"{counts} cases" + (f", {span}." if span else ".")
            took = words.quantity_in_words(cell.value or 0.0, unit)
            return f"Half of {among}{where} took {took} or less: {cases}{beside}"
        case Rate() | RateRatio():
            return f"{value} {measure.words}{where}{tail}"
        case _ if cell.value == 1:
            # "1 crimes were recorded" is no English, and a title fits any number.
            return f"{titled}: {value}."
        case _:
            return f"{value} {measure.words}{where}."


def reads_on(measure: Measure) -> str:
    """The words after a value that stands alone: "of crimes recorded led to a charge"."""
    if isinstance(measure, Share):
        return f"of {measure.among_words} {measure.words}"
    if isinstance(measure, Typical):
        return f"{measure.unit} or less for half of {measure.among_words}"
    return measure.words


def force_name(slug: str, *, synthetic: bool = False) -> str:
    """A force's name for readers; marked where what stands beside it rests on invented rows."""
    known = forces()
    name = known[slug].name if slug in known else slug
    return marked(name) if synthetic else name


def _when(period: Period) -> str:
    if period.first == period.last:
        return f"in {period.in_words}"
    return f"from {period.in_words}"


@dataclass(frozen=True)
class _Scope:
    """Whose figure it is, where, and of what."""

    whose: str
    where: tuple[str, ...]
    which: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        """The parts for a list: "Kent Police", "district Ashford", "crime type Drugs"."""
        return tuple(filter(None, (self.whose, *self.where, *self.which)))

    @property
    def in_words(self) -> str:
        """The parts in a sentence: " by Kent Police in district Ashford, crime type Drugs,"."""
        text = f" by {self.whose}" if self.whose else ""
        text += f" in {' and '.join(self.where)}" if self.where else ""
        return f"{text}, {', '.join(self.which)}," if self.which else text


def _scope(cell: Cell, measure: Measure) -> _Scope:
    fixed = dict(cell.where) | {
        key: (NOT_RECORDED if value is None else value,) for key, value in cell.breakdown
    }
    by = fixed.pop(FORCE, ())
    dimensions = {d.key: d for d in measure.by}
    where: list[str] = []
    which: list[str] = []
    for key, values in sorted(fixed.items()):
        of_place = dimensions[key].place is not None and NOT_RECORDED not in values
        (where if of_place else which).append(_which(dimensions[key], values))
    whose = _whose(by) if by else ""
    if cell.synthetic:
        whose = marked(whose or "all forces loaded")
    return _Scope(whose, tuple(where), tuple(which))


def _whose(slugs: tuple[str, ...]) -> str:
    if len(slugs) > NAMED_AT_MOST:
        return f"{len(slugs)} police forces"
    *others, last = [force_name(slug) if slug else "a force not recorded" for slug in slugs]
    return f"{', '.join(others)} and {last}" if others else last


def _which(dimension: Dimension, values: tuple[str, ...]) -> str:
    """One condition: "crime type Burglary or Drugs", "neighbourhood E01029713 (LSOA)"."""
    if values == (NOT_RECORDED,):
        return dimension.unknown
    name, bracket, gloss = dimension.title.partition(" (")
    listed = " or ".join(value or dimension.unknown for value in values)
    return f"{name[0].lower()}{name[1:]} {listed}{bracket}{gloss}"
