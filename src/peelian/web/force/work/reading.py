"""What is to be read before a duty is done: the assessment that began it, such as a review."""

from peelian import catalogue
from peelian.access.visible import visible
from peelian.engines.duties.due_list import Due
from peelian.engines.duties.words import OPEN
from peelian.engines.procedures.models import Assessment
from peelian.web.components.parts import Link
from peelian.web.force.reader import Caller


def read_first(due: Due, who: Caller) -> Link | None:
    """The newest assessment of the same record that tells what starts the rule.

    None where the duty is closed, nothing of the kind began it, or its reader may not see it.
    """
    begins = {str(name) for name in due.rule.starts}
    told = {
        one.key: one.title
        for one in catalogue.procedures()
        if begins & {str(tells.name) for tells in one.tells}
    }
    if due.duty.state not in OPEN or not told:
        return None
    row = (
        Assessment.objects.filter(
            visible(who.actor, Assessment, at=who.at).as_q(),
            of_type=due.duty.of_type,
            of_id=due.duty.of_id,
            procedure__in=told,
            replaced_by__isnull=True,
            second_of__isnull=True,
        )
        .order_by("-made_at", "-pk")
        .first()
    )
    return Link(told[row.procedure], who.url("assessment", row.record_id)) if row else None
