"""Every duty of this area, in the order in which a force meets them."""

from peelian.areas.offenders import (
    duties_bail,
    duties_breaches,
    duties_plans,
    duties_suspects,
    duties_visits,
    duties_wanted,
)

RULES = (
    *duties_suspects.RULES,
    *duties_wanted.RULES,
    *duties_bail.RULES,
    *duties_visits.RULES,
    *duties_plans.RULES,
    *duties_breaches.RULES,
)
