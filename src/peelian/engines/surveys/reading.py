"""Which rounds somebody may run and read."""

from datetime import datetime

from peelian.access.decide import has_power
from peelian.access.powers import Power
from peelian.access.user import User
from peelian.engines.surveys.models import Round


def rounds_of(actor: User, *, at: datetime) -> tuple[Round, ...]:
    """Every round of the forces for which the actor runs surveys, the newest first."""
    forces = {
        force
        for force in Round.objects.order_by().values_list("force_id", flat=True).distinct()
        if can_run(actor, force, at=at)
    }
    return tuple(Round.objects.filter(force_id__in=forces).order_by("-made_at", "-pk"))


def can_run(actor: User, force_id: str, *, at: datetime) -> bool:
    """Whether the actor runs surveys of this force."""
    return has_power(actor, Power.RUN_SURVEYS, force_id=force_id, at=at)
