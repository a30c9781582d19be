"""A small force with one person in each role, for tests that ask who may see what.

Staffordshire has a north area with teams N1 and N2 and a south area with team S1. `Force` holds the
accounts by the key of their role: most stand in team N1 or over the north; `other-team` is an
investigator of S1.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from peelian.access.held import RoleHeld
from peelian.access.roles import ROLES
from peelian.access.user import Kind, User
from peelian.areas.investigation.models import Investigation
from peelian.areas.standards.models import ConductMatter
from peelian.spine.officer import Officer
from peelian.spine.post import Holding, Post
from peelian.spine.unit import Unit

FORCE = "staffordshire"
NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
SINCE = date(2020, 1, 1)
UNITS = (
    ("F", "Whole force", "Force", None),
    ("N", "North", "Local policing area", "F"),
    ("N1", "North team one", "Team", "N"),
    ("N2", "North team two", "Team", "N"),
    ("S", "South", "Local policing area", "F"),
    ("S1", "South team one", "Team", "S"),
    ("P", "Housing partner", "Partner agency", "F"),
)
# Where the post with each role stands.
UNIT_OF = {
    "call-handler": "F",
    "patrol-officer": "N1",
    "investigator": "N1",
    "offender-manager": "N1",
    "supervisor": "N",
    "partner": "P",
}


@dataclass
class Force:
    """The accounts by role, and the records that tests look at."""

    people: dict[str, User] = field(default_factory=dict)

    def __getitem__(self, role: str) -> User:
        return self.people[role]


def make_units() -> None:
    Unit.objects.bulk_create(
        Unit(
            record_id=f"unit-{ref}",
            source="typed",
            force_id=FORCE,
            unit_ref=ref,
            name=name,
            kind=kind,
            parent_ref=parent,
            starts_on=SINCE,
        )
        for ref, name, kind, parent in UNITS
    )


@dataclass(frozen=True)
class Hired:
    """Somebody before they are written: a number, a post with a role, and an account."""

    officer: Officer
    post: Post
    holding: Holding
    user: User


def hired(role: str, unit: str, *, name: str | None = None, line: str | None = None) -> Hired:
    called = name or role
    own = {"source": "typed", "force_id": FORCE}
    user = User(
        kind=Kind.PERSON,
        email=f"{called}@force.example",
        name=f"Demo {called}",
        force_id=FORCE,
        officer_ref=f"no-{called}",
    )
    user.set_unusable_password()
    return Hired(
        Officer(
            record_id=f"officer-{called}",
            officer_ref=f"no-{called}",
            name=f"Demo {called}",
            person_key=f"person-{called}",
            **own,
        ),
        Post(
            record_id=f"post-{called}",
            post_ref=f"post-{called}",
            title=ROLES[role].title,
            unit_ref=unit,
            line_post_ref=line,
            roles=role,
            starts_on=SINCE,
            **own,
        ),
        Holding(
            record_id=f"holding-{called}",
            post_ref=f"post-{called}",
            officer_ref=f"no-{called}",
            starts_on=SINCE,
            **own,
        ),
        user,
    )


def take_on(everybody: list[Hired]) -> None:
    """All of them in a few statements, since nearly every test begins with a force."""
    Officer.objects.bulk_create(one.officer for one in everybody)
    Post.objects.bulk_create(one.post for one in everybody)
    Holding.objects.bulk_create(one.holding for one in everybody)
    User.objects.bulk_create(one.user for one in everybody)


def employ(role: str, unit: str, *, name: str | None = None, line: str | None = None) -> User:
    """Somebody with a number, a post with this role and an account."""
    one = hired(role, unit, name=name, line=line)
    take_on([one])
    return one.user


def small_force() -> Force:
    """Units, one person in each role, and an investigator of another team."""
    make_units()
    found = {
        role: hired(
            role,
            UNIT_OF.get(role, "F"),
            line="post-supervisor" if role == "investigator" else None,
        )
        for role in ROLES
        if role != "inspector"
    }
    found["other-team"] = hired("investigator", "S1", name="other-team")
    take_on(list(found.values()))
    force = Force({name: one.user for name, one in found.items()})
    force.people["inspector"] = User.objects.create_person(
        email="inspector@inspectorate.example", name="Demo inspector"
    )
    RoleHeld.objects.create(
        user=force["inspector"],
        role="inspector",
        force_id="",
        starts_at=datetime(2020, 1, 1, tzinfo=UTC),
        given_by="service:command-line",
        reason="inspects every force",
    )
    return force


def investigation(ref: str, *, unit: str = "N1", officer: str | None = None, **more: object):
    """An investigation as the crime system would bring it."""
    return Investigation.objects.create(
        record_id=f"investigation-{ref}",
        force_id=FORCE,
        **{
            "source": "extracts",
            "investigation_ref": ref,
            "opened_at": NOW,
            "month": "2026-03",
            "offence": "Burglary",
            "unit_ref": unit,
            "officer_ref": officer,
            "state": "Open",
            "summary": f"summary of {ref}",
            **more,
        },
    )


def matter(ref: str, *, about: str | None = None, **more: object):
    """A conduct matter as professional standards hold it."""
    return ConductMatter.objects.create(
        record_id=f"matter-{ref}",
        force_id=FORCE,
        **{
            "source": "extracts",
            "matter_ref": ref,
            "recorded_at": NOW,
            "month": "2026-03",
            "kind": "Complaint",
            "state": "Recorded",
            "subject_ref": about,
            "allegation": f"allegation of {ref}",
            **more,
        },
    )
