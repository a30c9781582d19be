"""The public's side of the figures."""

from collections.abc import Collection

from django.urls import reverse
from django.utils.translation import gettext as _

from peelian.access.actors import PUBLIC, Actor
from peelian.engines.measures.kinds import Measure
from peelian.engines.publishing.behind import Behind
from peelian.records.schema import type_key
from peelian.records.store.reader import Reader
from peelian.web.components.parts import Link
from peelian.web.public.holdings import best_known
from peelian.web.public.navigation import navigation


class PublicSide:
    """Whoever reads: nobody in particular, so that nothing is written down."""

    actor: Actor = PUBLIC
    at = None
    public = True

    def url(self, page: str, *parts: str) -> str:
        return reverse(page, args=parts)

    def menu(self, current: str) -> tuple[Link, ...]:
        return navigation(current)

    def way_here(self, *links: Link) -> tuple[Link, ...]:
        return (Link(_("Home"), reverse("home")), *links)

    def through(self, tables: Reader) -> Reader:
        return tables.public

    def forces(self, measure: Measure, tables: Reader) -> Collection[str]:
        return tables.snapshot.forces(type_key(measure.record_type))

    def list_url(self, measure: Measure, tables: Reader) -> str:
        # What awaits a release has no figures here, and its definition may be read all the same.
        released = measure.profile == "exact"
        return self.url("measure", measure.key) if released else manual_url(measure)

    def usual_force(self, tables: Reader) -> str:
        return best_known(tables.snapshot)

    def record_url(self, measure: Measure, address: str) -> str:
        return ""

    def give_url(self, measure: Measure, figure: str) -> str:
        return ""

    def about_to_show(self, measure: Measure, question: str, found: Behind | None = None) -> None:
        """Nothing: what is openly published needs no reason and leaves no trace of a reader."""


def manual_url(measure: Measure) -> str:
    """How a measure is defined, which anyone may read whoever may see its figures."""
    return reverse("manual-entry", args=[measure.key])


PUBLIC_SIDE = PublicSide()
