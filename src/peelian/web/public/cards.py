"""The cards that open a force: one figure each, its direction in words, and where it leads."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from peelian.engines.measures.kinds import Measure
from peelian.engines.publishing.direction import direction
from peelian.engines.publishing.latest import held_against, newest, usable
from peelian.engines.publishing.shown import NotPublished, Shown
from peelian.engines.publishing.topics import Topic
from peelian.records.store.reader import Reader
from peelian.web.answers import ask
from peelian.web.components.figures import figure_url
from peelian.web.components.parts import Link
from peelian.web.public.beside import BesideLine, beside_lines


@dataclass(frozen=True)
class Card:
    """One topic of one force. Without a figure, `reason` says why there is none."""

    title: str
    question: str
    url: str
    figure: Shown | None
    figure_url: str
    period: str
    direction: str
    comparable: bool
    reason: str
    beside: tuple[BesideLine, ...]
    leads_to: tuple[Link, ...]


def card(tables: Reader, topic: Topic, force: str) -> Card:
    """The newest quarter that the topic's measure can speak of, held against an earlier one.

    A topic whose figures may not be shown to the public says so and leaves the others alone.
    """
    try:
        return _card(tables, topic, force)
    except NotPublished as refusal:
        return _without_figure(topic, force, str(refusal))


def _card(tables: Reader, topic: Topic, force: str) -> Card:
    key = topic.measure.key
    where = {"force": force, **dict(topic.where)}
    by_month = ask(tables, key, by=("month",), where=where)[0].cells
    found = usable(by_month)
    period = newest(found)
    figure, words, reason = None, "", ""
    if period is None:
        reason = by_month[-1].note if by_month else _("Nothing is loaded for this force.")
    else:
        figure = ask(tables, key, where=where, first=period.first, last=period.last)[1][0]
        earlier = held_against(period, found)
        if earlier is not None:
            before = ask(tables, key, where=where, first=earlier.first, last=earlier.last)[1][0]
            went = direction(topic.measure, figure.cell, before.cell)
            words = went.sentence if went else ""
        else:
            words = _("No earlier months are loaded to hold it against.")
    query = urlencode(where)
    return Card(
        title=topic.title,
        question=topic.question,
        url=f"{reverse('measure', args=[key])}?{query}",
        figure=figure,
        figure_url=figure_url(figure) if figure else "",
        period=period.in_words if period else "",
        direction=words,
        comparable=topic.measure.comparable.allowed,
        reason=reason,
        beside=beside_lines(tables, figure) if figure else (),
        leads_to=tuple(
            Link(
                measure.short,
                f"{reverse('measure', args=[measure.key])}?{urlencode(_kept(measure, where))}",
            )
            for measure in topic.leads_to
        ),
    )


def _without_figure(topic: Topic, force: str, reason: str) -> Card:
    query = urlencode({"force": force, **dict(topic.where)})
    return Card(
        title=topic.title,
        question=topic.question,
        url=f"{reverse('measure', args=[topic.measure.key])}?{query}",
        figure=None,
        figure_url="",
        period="",
        direction="",
        comparable=topic.measure.comparable.allowed,
        reason=reason,
        beside=(),
        leads_to=(),
    )


def _kept(measure: Measure, where: dict[str, str]) -> dict[str, str]:
    """The conditions that the next measure knows as well."""
    known = {dimension.key for dimension in measure.by}
    return {key: value for key, value in where.items() if key in known}
