"""The only values that pages, files and the API accept: a cell that has passed a door.

A `Released` value may be seen by anyone; an `Internal` one only behind sign-in or on the command
line. Templates take either through the same tags and refuse a bare number.
"""

from dataclasses import dataclass

from peelian.engines.measures import words
from peelian.engines.measures.cells import Answer, Cell
from peelian.engines.measures.kinds import Measure
from peelian.engines.measures.status import Status
from peelian.engines.publishing.address import address
from peelian.engines.publishing.sentences import FORCE, force_name, reads_on, sentence
from peelian.records.store.invented import marked

CLOSED = (
    "{title}: these figures rest on records that are not published, such as an extract from a "
    "record system, so they are not shown to the public. People of the force find them behind "
    "sign-in."
)
UNRELEASED = (
    "{title}: these figures count people or sensitive matters. They are shown to the public only "
    "once they are released by two people. People of the force find them behind sign-in."
)


class NotReleasable(Exception):
    """A cell may not be shown to the public as it stands."""


class NotPublished(NotReleasable):
    """A cell rests on closed records or awaits its release; the message is for the reader."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell with its measure, ready to be read. Made by `release` or `internal`, never by hand."""

    cell: Cell
    measure: Measure

    @property
    def ok(self) -> bool:
        return self.cell.status is Status.OK

    @property
    def value(self) -> str:
        """The value in words, or the status where there is no value."""
        if not self.ok:
            return self.cell.status.in_words
        return words.value_in_words(self.cell, self.measure, self.cell.value)

    @property
    def unit(self) -> str:
        return words.unit_in_words(self.measure)

    @property
    def unit_heading(self) -> str:
        """The unit as the heading of a column; names in it keep their capitals."""
        return self.unit[:1].upper() + self.unit[1:]

    @property
    def reads_on(self) -> str:
        """The words that follow the value where it stands alone in large print."""
        return reads_on(self.measure)

    @property
    def counts(self) -> str:
        return words.counts_in_words(self.cell, self.measure)

    @property
    def likely_range(self) -> str:
        return words.range_in_words(self.cell, self.measure)

    @property
    def tail(self) -> words.Tail | None:
        """What stands beside a median: 90th centile, share over the limit and mean."""
        return words.tail_in_words(self.cell, self.measure)

    @property
    def numerator(self) -> str:
        return "" if self.cell.numerator is None else f"{self.cell.numerator:,}"

    @property
    def denominator(self) -> str:
        return "" if self.cell.denominator is None else f"{self.cell.denominator:,}"

    @property
    def unknown(self) -> str:
        return "" if self.cell.unknown is None else f"{self.cell.unknown:,}"

    @property
    def lower(self) -> str:
        return words.value_in_words(self.cell, self.measure, self.cell.lower)

    @property
    def upper(self) -> str:
        return words.value_in_words(self.cell, self.measure, self.cell.upper)

    @property
    def sentence(self) -> str:
        """The figure in one plain sentence."""
        return sentence(self.cell, self.measure)

    @property
    def force(self) -> str:
        """The name of the force of the breakdown, marked where its rows are invented."""
        return force_name(self.cell.at(FORCE) or "", synthetic=self.cell.synthetic)

    @property
    def synthetic(self) -> bool:
        """Whether some of the rows that the figure rests on were invented."""
        return self.cell.synthetic

    @property
    def address(self) -> str:
        """The permanent address of the figure."""
        return address(self.cell)

    def label(self, dimension: str) -> str:
        """The value of a dimension as readers meet it; a force of invented rows is marked."""
        found = self.cell.at(dimension)
        if found is not None:
            return marked(found) if dimension == FORCE and self.cell.synthetic else found
        titles = {d.key: d.unknown for d in self.measure.by}
        return titles.get(dimension, "not recorded")


@dataclass(frozen=True, slots=True)
class Released(Shown):
    """A figure that anyone may see."""


@dataclass(frozen=True, slots=True)
class Internal(Shown):
    """A figure for people who have signed in, and for the operator at the command line."""


def release(answer: Answer, measure: Measure) -> tuple[Released, ...]:
    """The cells of an answer for the public. Raises `NotReleasable` for what needs a release.

    A measure over rows that are openly published one by one has the profile `exact`: whoever
    wants the rows has them, so its cells protect no one by being hidden. Any other profile awaits
    a release, and so do rows from a source that does not publish them: `NotPublished`.
    """
    if measure.profile != "exact":
        raise NotPublished(UNRELEASED.format(title=measure.title))
    if any(cell.closed for cell in answer.cells):
        raise NotPublished(CLOSED.format(title=measure.title))
    return tuple(Released(cell, measure) for cell in answer.cells)


def internal(answer: Answer, measure: Measure) -> tuple[Internal, ...]:
    """The cells of an answer for people within the force."""
    return tuple(Internal(cell, measure) for cell in answer.cells)
