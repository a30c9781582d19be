"""After second factors changed: is the visit strong, and which others must end?"""

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.db import transaction

from peelian.access.identity.end import end_others
from peelian.access.identity.visit import Visit
from peelian.access.user import User


def second_factors(user: User) -> int:
    """How many passkeys and authenticator apps the account has; recovery codes do not count."""
    number: int = (
        Authenticator.objects.filter(user=user)
        .exclude(type=Authenticator.Type.RECOVERY_CODES)
        .count()
    )
    return number


def strengthen(*, user: User, visit: Visit, at: datetime) -> None:
    """Make the visit strong while the account has a second factor, and end all others.

    Others were opened under the old locks, perhaps by the one for whom they were changed.
    """
    with transaction.atomic():
        visit.strong = second_factors(user) > 0
        visit.save(update_fields=["strong"])
        end_others(user=user, but=visit, how="second factor changed", at=at)
