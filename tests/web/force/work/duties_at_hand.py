"""Duties of the small force for tests of pages: two rules, and rows made as the engine makes them.

The end of each is told in hours from now, so that pages say "today" or "late" whenever they run.
"""

from datetime import date, timedelta

from django.utils import timezone

from peelian.engines.duties.authority import Authority, Weight
from peelian.engines.duties.clocks import Days, Hours
from peelian.engines.duties.models import Duty, DutyNote
from peelian.engines.duties.owners import InUnit, NamedOfficer
from peelian.engines.duties.rule import Example, Ladder, Rule, Rung, Step, Terms
from peelian.engines.duties.settings import Setting
from peelian.spine.happenings import What
from people import FORCE

STATUTE = Authority(Weight.STATUTE, "Invented Act 2020 s1(2)")
POLICY = Authority(Weight.POLICY, "Invented policy 7, section 3")
SINCE = date(2020, 1, 1)
DAYS_OF_UPDATES = Setting("demo.update_days", "Days between two updates", 28, "days")
EXAMPLE = Example("A case", (("2026-03-02 10:00", What.BAILED, {}),), "2026-03-03", "", "Running")


def rule(key, **more):
    said = {
        "title": "End the bail or have it extended",
        "why": "Nobody is kept on bail without a decision.",
        "about": "bail_ref",
        "starts": (What.BAILED,),
        "done_when": (What.BAIL_ENDED,),
        "terms": (Terms(SINCE, Days(28), STATUTE),),
        "owner": NamedOfficer(),
        "proof": "The decision and who took it",
        "next_step": "Ask for the extension or end the bail.",
        "owned_by": "Head of custody",
        "review_by": date(2027, 1, 1),
        "ledger": ("OFF-28",),
        "examples": (EXAMPLE,),
        "steps": (
            Step(timedelta(days=-2), NamedOfficer(), "Two days are left."),
            Step(timedelta(0), InUnit("supervisor"), "The time is over."),
        ),
    }
    return Rule(key=key, **{**said, **more})


BAIL = rule(
    "demo.bail",
    ladder=Ladder(
        "starts_on",
        {"Usual": (Rung(3, "a custody officer", STATUTE), Rung(6, "an inspector", STATUTE))},
        usual="Usual",
    ),
)
UPDATE = rule(
    "demo.update",
    title="Tell the victim how far it is",
    why="Victims who hear nothing withdraw.",
    starts=(What.CONTRACT_AGREED,),
    done_when=(What.VICTIM_UPDATED,),
    terms=(Terms(SINCE, Days(DAYS_OF_UPDATES), POLICY),),
    by_hand=True,
    waived_by="Inspector",
    proof="Where the talk is noted",
    next_step="Ring them by the route that they chose.",
)
REVIEW = rule(
    "demo.review",
    title="Review the search",
    why="Every search is looked at by a supervisor.",
    starts=(What.SEARCHED,),
    done_when=(What.SEARCH_REVIEWED,),
    terms=(Terms(SINCE, Hours(72), POLICY),),
    next_step="Read the grounds and decide.",
)
RULES = (BAIL, UPDATE, REVIEW)


def a_duty(about, *, rule=BAIL, whose="investigator", hours=5.0, **more):
    """A duty about a record, of somebody by their role, that ends so many hours from now."""
    now = timezone.now()
    due_at = None if hours is None else now + timedelta(hours=hours)
    late = due_at is not None and due_at <= now
    number = Duty.objects.count() + 1
    return Duty.objects.create(
        record_id=f"duty-{number}",
        source="typed",
        force_id=FORCE,
        **{
            "duty_ref": f"D-{number}",
            "rule": rule.key,
            "title": rule.title,
            "matter": about.record_id,
            "month": f"{now:%Y-%m}",
            "started_at": now - timedelta(days=20),
            "due_at": due_at,
            "state": "Paused" if hours is None else "Late" if late else "Running",
            "authority": rule.terms[0].authority.source,
            "of_type": "investigation",
            "of_id": about.record_id,
            "of_ref": getattr(about, "investigation_ref", None),
            "unit_ref": "N1",
            "post_ref": f"post-{whose}",
            "officer_ref": f"no-{whose}",
            **more,
        },
    )


def moved_note(duty, *, since="post-supervisor", to="post-investigator", why="They are on leave"):
    """A note of a hand-over, as the engine writes it."""
    return DutyNote.objects.create(
        duty=duty,
        what="moved",
        at=timezone.now() - timedelta(hours=1),
        by="person:x",
        to_post=to,
        words=f"from {since}: {why}",
    )
