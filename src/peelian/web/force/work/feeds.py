"""How old what is loaded is, at the head of every list of work."""

from peelian import catalogue
from peelian.records.feed_ages import FeedAge, feed_ages
from peelian.records.happens import moments_of
from peelian.web.force.reader import Caller


def ages(who: Caller) -> tuple[FeedAge, ...]:
    """The age of each feed that duties of the reader's force rest on."""
    wanted = frozenset(name for rule in catalogue.rules() for name in rule.listens_to)
    types = tuple(
        model
        for model in catalogue.REGISTERS
        if any(moment.name in wanted for moment in moments_of(model))
    )
    return feed_ages(types, who.actor.force_id, who.tables, at=who.at)
