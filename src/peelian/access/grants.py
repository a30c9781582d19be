"""What is allowed, and to whom. Everything that no grant allows is refused.

`may` and `visible` both read grants and nothing else, so that a single record and a set of records
cannot get different answers.
"""

from dataclasses import dataclass

from peelian.access.actors import Actor
from peelian.access.openness import OPENLY_PUBLISHED
from peelian.access.user import Kind, User
from peelian.access.verbs import Verb
from peelian.records.base import Record
from peelian.records.schema import SENSITIVITIES, Sensitivity, fields_of, handling_of


@dataclass(frozen=True)
class Grant:
    """Leave to do one thing with some fields of some rows of every record type.

    `sources` limits the rows to those that these sources brought; None means every row. `says` is
    the grant in plain words, for pages and for the reviewer.
    """

    verb: Verb
    handlings: frozenset[Sensitivity]
    sources: frozenset[str] | None
    says: str

    def columns(self, record_type: type[Record]) -> tuple[str, ...]:
        """The analytical fields of this type that the grant opens, in the order of declaration."""
        return tuple(
            card.name for card in fields_of(record_type) if card.handling in self.handlings
        )

    def opens(self, record_type: type[Record], field: str) -> bool:
        """Whether the grant opens this field; raises `UnsortedField` for a field there is not."""
        return handling_of(record_type, field) in self.handlings

    def covers(self, record: Record) -> bool:
        """Whether the grant reaches this row."""
        return self.sources is None or record.source in self.sources


OPEN_TO_ALL = Grant(
    verb=Verb.CONSULT,
    handlings=frozenset({"public"}),
    sources=frozenset(OPENLY_PUBLISHED),
    says="Anyone may consult the public fields of rows that their source publishes openly.",
)
SERVICES_COLLECT = Grant(
    verb=Verb.COLLECT,
    handlings=frozenset(SENSITIVITIES),
    sources=None,
    says="Service accounts may collect records of any type, from any source.",
)


def grant_for(actor: Actor, verb: Verb) -> Grant | None:
    """The grant under which this actor may do this, or None, which is the rule."""
    return next((grant for grant in _grants_of(actor) if grant.verb == verb), None)


def _grants_of(actor: Actor) -> tuple[Grant, ...]:
    if not isinstance(actor, User):
        return (OPEN_TO_ALL,)
    if not actor.is_active:
        return ()
    if actor.kind == Kind.SERVICE:
        return (OPEN_TO_ALL, SERVICES_COLLECT)
    return (OPEN_TO_ALL,)
