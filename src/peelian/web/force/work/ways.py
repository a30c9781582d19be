"""The way to do a duty in one step: the guided form that meets it, where there is one."""

from peelian import catalogue
from peelian.engines.duties.due_list import Due
from peelian.engines.procedures.declared import Procedure
from peelian.records.schema import type_key
from peelian.web.components.parts import Link
from peelian.web.force.reader import Caller


def procedure_for(due: Due) -> Procedure | None:
    """The guided assessment that tells what this duty waits for, of the record that it is about."""
    wanted = frozenset(due.rule.done_when)
    return next(
        (
            one
            for one in catalogue.procedures()
            if one.about is not None
            and type_key(one.about) == due.duty.of_type
            and any(tells.name in wanted for tells in one.tells)
        ),
        None,
    )


def act_of(due: Due, who: Caller) -> Link | None:
    """Where the duty is done; None where it is done outside or said by hand."""
    found = procedure_for(due)
    if found is None:
        return None
    return Link(found.title, who.url("procedure-start", due.duty.of_id, found.key))
