"""Happenings as verbs and loads write them, and rules for duties that are kept in the database."""

from datetime import timedelta

from engines.duties.duty_samples import LONDON, OWN, at, rule
from peelian.access.actors import service_account
from peelian.engines.duties.clocks import Hours
from peelian.engines.duties.models import Duty
from peelian.engines.duties.owners import InUnit, LineOf, NamedOfficer
from peelian.engines.duties.rule import Pause, Step, Terms
from peelian.engines.duties.settle import settle
from peelian.engines.duties.tick import tick
from peelian.records.happenings import Happened, Happening, happen
from peelian.spine.happenings import What
from people import FORCE, employ, make_units

STEPS = (
    Step(timedelta(hours=-6), NamedOfficer(), "Six hours are left."),
    Step(timedelta(hours=-2), NamedOfficer(), "Two hours are left."),
    Step(timedelta(hours=1), LineOf(), "An hour late."),
    Step(timedelta(hours=12), InUnit("supervisor"), "Half a day late."),
)
REVIEW = rule(
    steps=STEPS,
    ends_when=(What.BAIL_ENDED,),
    pauses=(Pause(What.BAILED, What.BAIL_CHANGED, "away", OWN),),
    risk="risk_band",
)
OPEN_POLICY = rule(
    key="sample.policy",
    terms=(Terms(REVIEW.terms[0].since, Hours(24), OWN),),
    waived_by="Inspector",
    by_hand=True,
    steps=STEPS,
)


def team():
    """A patrol officer of N1 whose line is the supervisor of the north, with their accounts."""
    make_units()
    supervisor = employ("supervisor", "N")
    officer = employ("patrol-officer", "N1", line="post-supervisor")
    return officer, supervisor


def tell(local, name=What.SEARCHED, matter="S-1", *, once="", ref=None, keys=None, **facts):
    """Something happened at this local time; noted at once."""
    facts = {"officer_ref": "no-patrol-officer", "unit_ref": "N1", **facts}
    return happen(
        Happened(
            name=str(name),
            ref=ref or ("stopsearch", f"search-{matter}"),
            force_id=FORCE,
            at=at(local),
            keys=keys or {"search_ref": matter},
            facts=facts,
            person_key=f"key-{matter}",
            once=once,
        ),
        by="service:tests",
        noted_at=at(local),
    )


def tell_at(moment, *, matter, once):
    """A search happened at this moment; a second time changes nothing."""
    return tell(f"{moment.astimezone(LONDON):%Y-%m-%d %H:%M:%S}", matter=matter, once=once)


def worker():
    return service_account("duties")


def settled(now, *rules):
    return settle(rules or (REVIEW,), by=worker(), at=at(now))


def ticked(now, *rules):
    return tick(rules or (REVIEW,), by=worker(), at=at(now))


def only_duty(**which) -> Duty:
    return Duty.objects.get(**which)


def notes(duty=None) -> list[str]:
    duty = duty or only_duty()
    return list(duty.notes.order_by("pk").values_list("what", flat=True))


def withdraw(happening: Happening, now) -> None:
    """As noting does where a source no longer says so."""
    Happening.objects.filter(pk=happening.pk).update(withdrawn_at=at(now), settled_at=None)


def correct(happening: Happening, **changed) -> None:
    """As noting does where a source says something else than before."""
    Happening.objects.filter(pk=happening.pk).update(**changed, settled_at=None)
