"""What a reader is offered on a duty. The verbs decide anew; this only spares a refusal."""

from peelian.engines.duties.acting import can_act
from peelian.engines.duties.due_list import Due
from peelian.engines.duties.waiving import can_waive
from peelian.engines.duties.words import OPEN
from peelian.web.force.reader import Caller


def is_mine(due: Due, who: Caller) -> bool:
    """Whether the reader answers for it, or stands in where nobody does."""
    own = who.actor.officer_ref
    return bool(own) and due.duty.officer_ref == own


def may_hand_over(due: Due, who: Caller) -> bool:
    """Whether they can hand it to somebody else."""
    return due.duty.state in OPEN and can_act(due.duty, actor=who.actor, at=who.at)


def may_finish(due: Due, who: Caller) -> bool:
    """Whether they can say here that it is done."""
    return due.rule.by_hand and may_hand_over(due, who)


def may_waive(due: Due, who: Caller) -> bool:
    """Whether the rule is one that a person may waive, and they hold the rank."""
    return may_hand_over(due, who) and can_waive(due.duty, due.rule, actor=who.actor)
