"""Who can make work of the rows behind a figure."""

from datetime import datetime

from peelian import catalogue
from peelian.access.decide import may
from peelian.access.user import User
from peelian.access.verbs import Verb
from peelian.engines.duties.supervised import supervised_units
from peelian.engines.measures.kinds import Measure


def may_give(actor: User, measure: Measure, at: datetime) -> bool:
    """Whether rows behind this measure can become work of theirs or of their units.

    For staff who may change such records, and for those who hand out the work of a unit. Which
    rows they see, and whether they may give each of them, is decided row by row.
    """
    model = measure.record_type
    if model not in catalogue.REGISTERS or not actor.force_id:
        return False
    return may(actor, Verb.ALTER, model, at=at) or bool(supervised_units(actor, at))
