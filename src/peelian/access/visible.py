"""What an actor may consult of a record type: the same answer for both kinds of storage."""

from dataclasses import dataclass

import ibis
from django.db.models import Q

from peelian.access.actors import Actor
from peelian.access.grants import grant_for
from peelian.access.verbs import Verb
from peelian.records.base import Record


@dataclass(frozen=True)
class Visible:
    """The columns and rows of one record type that an actor may see.

    `columns` stand in the order of declaration. `sources` names the sources whose rows are in
    sight; None means every row, an empty set none.
    """

    columns: tuple[str, ...]
    sources: frozenset[str] | None

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to see, so that the reader is answered as if nothing existed."""
        return not self.columns or self.sources == frozenset()

    def as_q(self) -> Q:
        """The rows in sight, as a condition on the operational table."""
        return Q() if self.sources is None else Q(source__in=sorted(self.sources))

    def as_ibis(self, table: ibis.Table) -> ibis.expr.types.BooleanValue:
        """The rows in sight, as a condition on the same record type in the store."""
        if self.sources is None:
            return ibis.literal(True)
        return table.source.isin(sorted(self.sources))


NOTHING = Visible(columns=(), sources=frozenset())


def visible(actor: Actor, record_type: type[Record]) -> Visible:
    """What this actor may consult of this record type, now."""
    grant = grant_for(actor, Verb.CONSULT)
    if grant is None:
        return NOTHING
    return Visible(columns=grant.columns(record_type), sources=grant.sources)
