"""Who has a part in audits: plans them, or reviews drawn files."""

from datetime import datetime

from peelian.access.figures import may_count
from peelian.access.powers import Power
from peelian.access.standing import standing_of
from peelian.access.user import User
from peelian.engines.audits.models import Finding


def in_audits(actor: User, at: datetime) -> bool:
    """Whether any role of this person plans or reviews audits, of whatever force."""
    return _has(actor, at, Power.RUN_AUDITS, Power.REVIEW_BLIND)


def may_plan(actor: User, at: datetime) -> bool:
    """Whether any role of this person plans audits."""
    return _has(actor, at, Power.RUN_AUDITS)


def may_count_findings(actor: User, force_id: str, at: datetime) -> bool:
    """Whether figures of what was found open to this person; who only reviews reads the run."""
    return may_count(actor, (Finding,), (force_id,), at=at)


def _has(actor: User, at: datetime, *powers: Power) -> bool:
    held = standing_of(actor, at).roles
    return any(power in one.role.powers for one in held for power in powers)
