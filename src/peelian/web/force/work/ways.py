"""The way to do a duty in one step: the guided form that meets it, where there is one."""

from functools import cache

from django.utils.translation import gettext as _

from peelian import catalogue
from peelian.engines.audits.feedback_rule import FEEDBACK_REPLY
from peelian.engines.duties.due_list import Due
from peelian.engines.duties.rule import Rule
from peelian.engines.procedures.answering import roles_held
from peelian.engines.procedures.declared import Procedure
from peelian.records.happens import moments_of
from peelian.records.protection import protection_of
from peelian.records.schema import type_key
from peelian.web.components.parts import Link
from peelian.web.force.reader import Caller


@cache
def meeting(rule_key: str) -> tuple[Procedure, ...]:
    """The guided assessments that tell what a rule waits for, in the order of the catalogue.

    They tell it themselves, or the record that they make does.
    """
    wanted = {
        str(name) for rule in catalogue.rules() if rule.key == rule_key for name in rule.done_when
    }
    return tuple(one for one in catalogue.procedures() if wanted & _told_by(one))


def _told_by(procedure: Procedure) -> set[str]:
    made = moments_of(procedure.makes) if procedure.makes else ()
    return {str(one.name) for one in procedure.tells} | {one.name for one in made}


def act_of(due: Due, who: Caller) -> Link | None:
    """Where the duty is done; None where it is done outside, said by hand, or not by this reader.

    The form is about the record that began the duty or, where that is another one, about the
    matter itself: a visit that was made begins the next one, and both are about the plan.
    """
    if due.rule.key == FEEDBACK_REPLY.key:
        mine = due.duty.officer_ref == who.actor.officer_ref and not due.duty.vacant
        return (
            Link(_("Read it and answer"), who.url("feedback-reply", due.duty.matter))
            if mine
            else None
        )
    held = roles_held(who.actor, who.actor.force_id, who.at)
    for one in meeting(due.rule.key):
        if one.about is None or held.isdisjoint(one.roles):
            continue
        if type_key(one.about) == due.duty.of_type:
            return Link(one.title, who.url("procedure-start", due.duty.of_id, one.key))
        if _is_the_matter(one, due.rule):
            return Link(one.title, who.url("procedure-called", due.duty.matter, one.key))
    return None


def _is_the_matter(procedure: Procedure, rule: Rule) -> bool:
    return procedure.about is not None and protection_of(procedure.about).reference == rule.about
