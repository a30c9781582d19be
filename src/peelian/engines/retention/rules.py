"""How long a kind of record is kept by a force on a day: its own rule, or the declared one."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from peelian.access.decide import check_power
from peelian.access.powers import Power
from peelian.access.user import User
from peelian.engines.retention.errors import Refused
from peelian.engines.retention.models import RetentionSetting
from peelian.engines.retention.words import said
from peelian.records.protection import RETENTIONS
from peelian.trail.append import append
from peelian.trail.particulars import Particulars
from peelian.trail.verbs import Verb

LONGEST_YEARS = 120


@dataclass(frozen=True)
class Rule:
    """A rule as it counts on a day. `own` says that the force has set it itself."""

    key: str
    says: str
    years: int
    review_years: int
    authority: str
    own: bool


def rule_of(key: str, force_id: str, *, on: date) -> Rule:
    """The rule with this key for this force on this day. Raises `Refused` for an unknown key."""
    declared = next((one for one in RETENTIONS if one.key == key), None)
    if declared is None:
        raise Refused(f"'{key}' is no rule. Use one of {', '.join(one.key for one in RETENTIONS)}.")
    own = (
        RetentionSetting.objects.filter(force_id=force_id, key=key, starts_on__lte=on)
        .order_by("-starts_on")
        .first()
    )
    found = declared if own is None else own
    return Rule(
        key, declared.says, found.years, found.review_years, found.authority, own is not None
    )


def rules_of(force_id: str, *, on: date) -> tuple[Rule, ...]:
    """Every rule of a force on a day, in the declared order."""
    return tuple(rule_of(one.key, force_id, on=on) for one in RETENTIONS)


def set_retention(
    *,
    force_id: str,
    key: str,
    years: int,
    review_years: int,
    authority: str,
    starts_on: date,
    actor: User,
    at: datetime,
) -> RetentionSetting:
    """A rule of the force's own, from a day on; a second one for the same day replaces it.

    Raises `NotAllowed` or `Refused`.
    """
    with transaction.atomic():
        check_power(actor, Power.RETAIN, force_id=force_id, at=at)
        rule_of(key, force_id, on=starts_on)
        if not 0 < years <= LONGEST_YEARS or not 0 < review_years <= LONGEST_YEARS:
            raise Refused(f"Give both in whole years, from 1 to {LONGEST_YEARS}.")
        made, _ = RetentionSetting.objects.update_or_create(
            force_id=force_id,
            key=key,
            starts_on=starts_on,
            defaults={
                "years": years,
                "review_years": review_years,
                "authority": said(authority, "whose rule it is"),
                "set_by": actor.trail_name,
                "set_at": at,
            },
        )
        append(
            actor=actor.trail_name,
            verb=Verb.ALTERED,
            ref=("retention-rule", f"{force_id}/{key}"),
            detail=Particulars(fields=("years", "review_years", "authority")).detail(
                what="retention rule set",
                starts_on=starts_on.isoformat(),
                years=years,
                review_years=review_years,
            ),
            at=at,
        )
    return made
