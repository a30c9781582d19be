"""The lines under a figure that must not be read alone."""

from dataclasses import dataclass

from peelian.engines.measures.beside import beside_cell
from peelian.engines.publishing.beside import Companion, companion
from peelian.engines.publishing.shown import Shown
from peelian.records.store.reader import Reader
from peelian.web.answers import answered
from peelian.web.components.figures import checked, figure_url
from peelian.web.components.parts import Link


@dataclass(frozen=True)
class BesideLine:
    """One line: what stands beside, where it opens, in a sentence and in a few words."""

    link: Link
    says: str
    brief: str


def beside_lines(tables: Reader, figure: Shown) -> tuple[BesideLine, ...]:
    """What stands beside a figure, for the same force, conditions and months."""
    one = checked(figure)
    return tuple(
        _line(companion(question, answered(tables, question.asked)[1][-1]))
        for question in beside_cell(one.measure, one.cell)
    )


def _line(found: Companion) -> BesideLine:
    shown = found.shown
    return BesideLine(
        link=Link(shown.measure.short, figure_url(shown)),
        says=found.says,
        brief=found.brief,
    )
