"""Makes the world of the matrix in the database and the store of this moment."""

from datetime import timedelta
from pathlib import Path

from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.test import Client
from django.utils import timezone

from matrix import audited, beside, surveyed, work_about
from matrix.canaries import canary
from matrix.planting import ELSEWHERE, Planted, plant
from matrix.world import READERS, World
from peelian.access.conflict import Conflict
from peelian.access.glass import BrokenGlass
from peelian.access.held import RoleHeld
from peelian.access.identity.visit import Visit
from peelian.access.seal import Seal, SealMember
from peelian.access.share import Share
from peelian.access.tie import Tie
from peelian.access.user import Kind, User
from peelian.areas.contact.models import Call
from peelian.areas.investigation.models import Investigation
from peelian.areas.offenders.managed import ManagedPerson
from peelian.areas.standards.models import ConductMatter
from peelian.areas.stop_and_search.models import StopSearch
from peelian.records.base import Record
from peelian.records.protection import protection_of
from peelian.spine.models import Complaint, Crime, Incident, Outcome
from peelian.spine.officer import Officer
from peelian.spine.person import Involvement, Person
from peelian.spine.post import Holding, Post
from peelian.spine.shift import Absence, Shift
from peelian.spine.unit import Unit
from peelian.trail.models import Entry
from people import FORCE, NOW, small_force
from stored_rows import put_rows
from web.force.signed_in import browser_of

LONG_AGO = NOW - timedelta(days=400)
KEEPER = "records-manager"
EVERYONE = frozenset(READERS) - {"nobody"}
# About whom no record of the force can be: they have no number in it.
NO_OFFICERS = frozenset({"inspector", "switched-off", "service"})
FULL = (Investigation, ManagedPerson, ConductMatter, Person)
# The types about which work is planted.
WORKED_ON = (Investigation, ManagedPerson)
LOADED = (Call, Incident, Crime, Outcome, StopSearch, Complaint)


def plan() -> list[Planted]:
    """Every record that is planted, before it lies anywhere."""
    found = []
    for model in FULL:
        for stored in (False, True):
            found += _of_every_standing(model, stored)
    for model in LOADED:
        found += _loaded(model)
    return found + _organisation()


def store(planted: list[Planted], root: Path) -> None:
    """Put the loaded ones into a store, as their sources would bring them."""
    parts: dict[tuple[type[Record], str, str], list[Planted]] = {}
    for one in planted:
        if one.stored:
            parts.setdefault((one.model, one.force, one.source), []).append(one)
    for (model, force, source), rows in parts.items():
        month = "2026-02" if source != "extracts" else "2026-03"
        values = [one.values for one in rows]
        put_rows(root, model, values, force=force, source=source, month=month)


def make_world(planted: list[Planted]) -> World:
    """The world around these records; everyone but `nobody` has signed in, one is off since."""
    world = World(small_force(), planted)
    users = _users(world)
    for one in planted:
        if not one.stored:
            one.model.objects.create(source="typed", force_id=one.force, **one.values)
        _stand(one, users)
    for reader, user in users.items():
        world.browsers[reader] = _browser(user)
    world.browsers["nobody"] = Client()
    # Nobody is asked who they are again in the middle of a long run.
    ahead = timezone.now() + timedelta(hours=8)
    Visit.objects.update(proved_at=ahead, seen_at=ahead)
    for browser in world.browsers.values():
        browser.raise_request_exception = False  # a fault is an answer, and is counted
    _put_beside(world)
    User.objects.filter(pk=users["switched-off"].pk).update(is_active=False)
    return world


def _users(world: World) -> dict[str, User]:
    off = User.objects.create_person(email="off@force.example", name="Demo switched off")
    service = User.objects.service_account("matrix-service")
    User.objects.filter(pk__in=[off.pk, service.pk]).update(force_id=FORCE)
    return {**world.force.people, "switched-off": off, "service": service}


def _browser(user: User) -> Client:
    return browser_of(user) if user.kind == Kind.PERSON else _with_forged_session(user)


def _with_forged_session(service: User) -> Client:
    """The browser of a service account that has got hold of a person's session."""
    lent = User.objects.create_person(email="lent@force.example", name="Demo lender")
    client = browser_of(lent)
    session = client.session
    session[SESSION_KEY] = str(service.pk)
    session[HASH_SESSION_KEY] = service.get_session_auth_hash()
    session.save()
    Visit.objects.filter(user=lent).update(user=service)
    return client


def _of_every_standing(model: type[Record], stored: bool) -> list[Planted]:
    has_unit = any(one.name == "unit_ref" for one in model._meta.concrete_fields)
    north, south = ("N1", "S1") if has_unit else ("", "")

    def one(name: str, unit: str, **standing: object) -> Planted:
        return plant(model, name, stored=stored, unit=unit, **standing)

    found = [
        one("own", south, tied=EVERYONE),
        one("other", south),
        one("sealed", north, tied=EVERYONE, sealed=True, members=frozenset({KEEPER})),
        one("about", north, tied=EVERYONE, closed_to=EVERYONE - NO_OFFICERS),
        one("conflict", north, tied=EVERYONE, closed_to=EVERYONE),
        one("elsewhere", south, force=ELSEWHERE, tied=EVERYONE),
    ]
    if has_unit:
        found.append(one("team", north))
        found.append(one("glass", south, glass=frozenset({"patrol-officer"})))
    return found


def _loaded(model: type[Record]) -> list[Planted]:
    found = [
        plant(model, "own", stored=True, tied=EVERYONE),
        plant(model, "other", stored=True),
        plant(model, "sealed", stored=True, sealed=True, members=frozenset({KEEPER})),
        plant(model, "elsewhere", stored=True, force=ELSEWHERE, tied=EVERYONE),
    ]
    if model is Crime:
        found.append(plant(model, "published", stored=True, source="police_uk"))
    return found


def _organisation() -> list[Planted]:
    """Units, posts and members of staff: two of the force, one of another force."""
    found = []
    for name, unit, force in (
        ("team", "N1", FORCE),
        ("other", "S1", FORCE),
        ("elsewhere", "S1", ELSEWHERE),
    ):
        officer, post = canary("officer", name, "number"), canary("post", name, "number")
        unit_ref = canary("unit", name)
        where = {"force": force, "unit": unit}
        found += [
            plant(Unit, name, given={"unit_ref": unit_ref, "parent_ref": None}, **where),
            plant(Post, name, given={"post_ref": post, "line_post_ref": None}, **where),
            plant(Officer, name, given={"officer_ref": officer}, **where),
            plant(Holding, name, given={"post_ref": post, "officer_ref": officer}, **where),
            plant(Shift, name, given={"officer_ref": officer}, **where),
            plant(Absence, name, given={"officer_ref": officer}, **where),
        ]
    return found


def _stand(one: Planted, users: dict[str, User]) -> None:
    """Ties, seals, conflicts and parts, as the record says."""
    about = {"record_type": one.key, "record_id": one.record_id}
    since = {"starts_at": LONG_AGO}
    Tie.objects.bulk_create(
        Tie(user=users[name], kind="task", given_by="service:tests", **about, **since)
        for name in one.tied
    )
    if one.model is not Investigation:  # glass over that one has words of its own: put_looks
        BrokenGlass.objects.bulk_create(
            BrokenGlass(user=users[name], reason="life", words="seen", **about, **since)
            for name in one.glass
        )
    if one.sealed:
        seal = Seal.objects.create(
            force_id=one.force, reason="sealed", sealed_by="service:tests", **about, **since
        )
        for name in one.members:
            SealMember.objects.create(
                seal=seal, user=users[name], added_by="service:tests", **since
            )
    if one.name == "conflict":
        Conflict.objects.bulk_create(
            Conflict(
                user=users[name], kind="family", force_id=FORCE, declared_by="service:tests",
                **about, **since,
            )
            for name in one.closed_to
        )  # fmt: skip
    elif one.closed_to:
        reference = one.values[protection_of(one.model).reference]
        Involvement.objects.bulk_create(
            Involvement(
                record_id=f"about-{one.key}-{one.stored}-{name}"[:36], source="typed",
                force_id=FORCE, record_type=one.key, reference=reference,
                person_key=f"person-{name}", part="Witness", basis="Fact",
            )
            for name in one.closed_to
        )  # fmt: skip


def _put_beside(world: World) -> None:
    for name in ("own", "other", "sealed", "about", "elsewhere"):
        for stored in (False, True):
            one = world.record(Investigation, name, stored=stored)
            world.beside += beside.put_people(one)
            world.beside += beside.put_file(one)
        world.beside += beside.put_change(world.record(Investigation, name))
    world.beside += beside.put_looks(world.force, world.record(Investigation, "glass"))
    world.beside += beside.put_rights(world.force, world.record(Investigation, "other"))
    export, found = beside.put_export(world.force, Investigation)
    world.beside += found
    draft, found = beside.put_draft(world.force, world.record(Incident, "own", stored=True))
    world.beside += found
    made, found = beside.put_assessment(world.record(Incident, "own", stored=True))
    world.beside += found
    duty, found = beside.put_duty(world.record(Investigation, "team"))
    world.beside += found
    for one in world.planted:
        if one.model in WORKED_ON:
            world.beside += work_about.put_duty_about(one)
            world.beside += work_about.put_assessment_about(one)
    world.beside += work_about.put_decision()
    world.beside += work_about.put_setting()
    search = world.record(StopSearch, "other", stored=True)
    audits, found = audited.put_audit(world.force, search)
    world.beside += found
    world.sheets["auditor"] = audited.sheet_words(search)
    for name in audited.GIVEN_TO:
        world.beside += audited.put_feedback(world.record(Investigation, name))
    surveys, found = surveyed.put_surveys(world.force)
    world.beside += found
    notice = beside.put_notice(world.force, "supervisor", world.record(Investigation, "own"))
    seal = Seal.objects.get(record_id=world.record(Investigation, "sealed").record_id)
    world.numbers |= {
        **surveys,
        **audits,
        "export": str(export.pk),
        "draft": draft.pk,
        "assessment": made.record_id,
        "duty": duty.record_id,
        "notice": notice.pk,
        "seal": seal.pk,
        "entry": Entry.objects.order_by("sequence").last().sequence,
        "role": RoleHeld.objects.get(role="panel-member").pk,
        "share": Share.objects.get().pk,
        "conflict": Conflict.objects.filter(user=world.force["analyst"]).first().pk,
        "holding": Holding.objects.get(post_ref="post-analyst").pk,
        "visit": Visit.objects.filter(user=world.force["supervisor"]).get().key,
    }
    assert export.state == "ready", f"The export of the matrix is {export.state}."
