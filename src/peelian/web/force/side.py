"""The side of the figures that stands behind sign-in."""

from collections.abc import Collection
from datetime import datetime

from django.http import HttpRequest
from django.urls import reverse

from peelian import catalogue
from peelian.access.figures import may_count
from peelian.access.user import User
from peelian.engines.duties.supervised import supervises
from peelian.engines.measures.kinds import Measure
from peelian.engines.publishing.behind import Behind
from peelian.engines.publishing.inside import note_figures_seen, read_types
from peelian.records.base import Record
from peelian.records.openness import OPENLY_PUBLISHED
from peelian.records.schema import type_key
from peelian.records.store.reader import Reader
from peelian.web.components.parts import Link
from peelian.web.entrances import ENTRANCES, address, entrances_of
from peelian.web.force.giving_rights import may_give
from peelian.web.force.menu import first_page, menu, reviews
from peelian.web.force.reader import now, person_of
from peelian.web.inside import InsideReader
from peelian.web.public.holdings import best_known
from peelian.web.public.side import manual_url


class Inside:
    """A person who has signed in, at one moment."""

    public = False

    def __init__(self, actor: User, at: datetime) -> None:
        self.actor, self.at = actor, at
        self._entrances = entrances_of(actor)
        self._counted: dict[tuple[tuple[type[Record], ...], str], bool] = {}

    def url(self, page: str, *parts: str) -> str:
        return reverse(f"inside-{page}", args=parts)

    def menu(self, current: str) -> tuple[Link, ...]:
        return menu(
            self._entrances,
            current,
            reviews(self.actor, self.at),
            supervising=supervises(self.actor, self.at),
        )

    def way_here(self, *links: Link) -> tuple[Link, ...]:
        return (*first_page(self._entrances), *links)

    def through(self, tables: Reader) -> Reader:
        return InsideReader(tables, actor=self.actor, at=self.at)

    def forces(self, measure: Measure, tables: Reader) -> Collection[str]:
        models = read_types(measure)
        released = measure.profile == "exact"
        closed = {
            part.force_id
            for model in models
            for part in tables.snapshot.parts_of(type_key(model))
            if not (released and part.source in OPENLY_PUBLISHED)
        }
        closed |= {slug for one in models for slug, _month in tables.snapshot.kept(type_key(one))}
        held = tables.snapshot.forces(type_key(measure.record_type))
        return tuple(slug for slug in held if slug not in closed or self._counts(models, slug))

    def list_url(self, measure: Measure, tables: Reader) -> str:
        held = tables.snapshot.forces(type_key(measure.record_type))
        opens = not held or self.forces(measure, tables)
        return self.url("measure", measure.key) if opens else manual_url(measure)

    def usual_force(self, tables: Reader) -> str:
        return self.actor.force_id or best_known(tables.snapshot)

    def record_url(self, measure: Measure, record_id: str) -> str:
        if not self._entrances or measure.record_type not in catalogue.REGISTERS:
            return ""
        return address(self._entrances[0], "record", type_key(measure.record_type), record_id)

    def give_url(self, measure: Measure, figure: str) -> str:
        if self._entrances[:1] != ENTRANCES[:1] or not may_give(self.actor, measure, self.at):
            return ""
        return address(self._entrances[0], "give-work", figure)

    def about_to_show(self, measure: Measure, question: str, found: Behind | None = None) -> None:
        note_figures_seen(
            actor=self.actor,
            measure=measure,
            question=question,
            shown=found.addresses if found else (),
            fields=[card.name for card in found.columns] if found else (),
            at=self.at,
        )

    def _counts(self, models: tuple[type[Record], ...], force: str) -> bool:
        """Whether they count over these rows of this force: asked once for each page."""
        if (models, force) not in self._counted:
            self._counted[models, force] = may_count(self.actor, models, (force,), at=self.at)
        return self._counted[models, force]


def inside(request: HttpRequest) -> Inside:
    """The side of whoever sent this request, which a door has let through."""
    return Inside(person_of(request), now())
