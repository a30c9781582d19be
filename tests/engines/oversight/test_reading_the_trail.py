"""The trail as its reviewer reads it: page by page, each reading an entry itself (C-AUD-5)."""

import json
from datetime import timedelta

import pytest
from django.db import connection

import people
from engines.oversight.trail_samples import NOON, listed, wrote
from peelian.access.actors import service_account
from peelian.access.decide import NotAllowed
from peelian.access.held import RoleHeld
from peelian.access.roles import ROLES
from peelian.access.user import User
from peelian.engines.oversight.reading_trail import NoSuchEntry, open_entry, read_trail
from peelian.engines.oversight.reading_trail_chain import check_chain
from peelian.engines.oversight.reading_trail_filters import TrailFilters, WrongFilter
from peelian.trail import triggers
from peelian.trail.checkpoints import checkpoint
from peelian.trail.models import Checkpoint, Entry
from peelian.trail.verbs import Verb

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(hours=1)
READERS = frozenset({"trail-reviewer"})


@pytest.fixture
def force():
    return people.small_force()


@pytest.fixture
def keys(tmp_path, settings):
    settings.CHECKPOINT_KEYS = tmp_path / "keys"
    settings.CHECKPOINT_PLACES = (tmp_path / "away",)


def read(force, force_id=people.FORCE, *, after=None, limit=50, **filters):
    return read_trail(
        actor=force["trail-reviewer"],
        force_id=force_id,
        at=LATER,
        filters=TrailFilters(**filters),
        after=after,
        limit=limit,
    )


def numbers(page):
    return [one.sequence for one in page.entries]


def test_an_entry_says_who_looked_how_and_at_which_fields(force):
    wrote(force["call-handler"], relationship="force", reason="call: lost dog", fields=("offence",))

    (entry,) = read(force).entries

    assert (entry.actor, entry.verb) == (force["call-handler"].trail_name, "consulted")
    assert (entry.record_type, entry.address) == ("investigation", "investigation-I-1")
    assert (entry.said.relationship, entry.said.reason) == ("force", "call: lost dog")
    assert entry.said.fields == ("offence",)
    assert not entry.own


def test_the_reading_is_in_the_trail_with_what_was_asked_and_shown(force):
    wrote(force["investigator"])
    wrote(force["investigator"], verb="altered")
    read(force, verb=Verb.ALTERED)

    own = Entry.objects.order_by("-sequence")[0]
    said = json.loads(own.detail)
    assert (own.actor, own.verb) == (force["trail-reviewer"].trail_name, "consulted")
    assert (own.record_type, own.record_ref) == ("trail", "list")
    assert (said["filters"], said["shown"]) == ({"verb": "altered"}, ["2"])
    (newest, *_) = read(force).entries
    assert newest.own
    assert newest.record_type == "trail"


def test_where_the_reading_cannot_be_written_nothing_is_read(force, monkeypatch):
    def full(**said):
        raise OSError("the disk is full")

    monkeypatch.setattr("peelian.engines.oversight.reading_trail.append_look", full)
    with pytest.raises(OSError, match="full"):
        read(force)


@pytest.mark.parametrize("role", sorted(set(ROLES) - READERS))
def test_no_other_role_reads_it(force, role):
    wrote(force["investigator"])
    asked = {"actor": force[role], "force_id": people.FORCE, "at": LATER}
    for attempt in (
        lambda: read_trail(**asked),
        lambda: open_entry(**asked, sequence=1),
        lambda: check_chain(**asked),
    ):
        with pytest.raises(NotAllowed, match="read the trail"):
            attempt()

    assert Entry.objects.count() == 1


def test_no_service_reads_it(force):
    with pytest.raises(NotAllowed):
        read_trail(actor=service_account("command-line"), force_id=people.FORCE, at=LATER)


def test_pages_follow_by_number_and_miss_nothing(force):
    for _ in range(7):
        wrote(force["investigator"])
    first = read(force, limit=3)
    second = read(force, limit=3, after=first.after)
    third = read(force, limit=3, after=second.after)

    assert [numbers(page) for page in (first, second, third)] == [[7, 6, 5], [4, 3, 2], [1]]
    assert (first.after, second.after, third.after) == (5, 2, None)


@pytest.mark.parametrize("limit", [0, 201])
def test_a_page_has_its_bounds(force, limit):
    with pytest.raises(ValueError, match="1 to 200"):
        read(force, limit=limit)


def test_each_filter(force):
    detective, handler = force["investigator"], force["call-handler"]
    wrote(detective, at=NOON - timedelta(days=1))  # 1
    wrote(handler, address="investigation-I-2")  # 2
    wrote(handler, verb="denied", request="r-17")  # 3
    listed(handler, ["investigation-I-1", "investigation-I-22"])  # 4

    def found(**filters):
        return [number for number in numbers(read(force, **filters)) if number <= 4]

    assert found(who=handler.trail_name) == [4, 3, 2]
    assert found(who="call-handler@force.example") == [4, 3, 2]
    assert found(who="no-investigator") == [1]
    assert found(who="demo call") == [4, 3, 2]
    assert found(verb=Verb.DENIED) == [3]
    assert found(request="r-17") == [3]
    assert found(request="r-1") == []
    assert found(record_type="person") == []
    assert found(record_type="investigation", address="investigation-I-1") == [4, 3, 1]
    assert found(record_type="investigation", address="investigation-I-2") == [2]
    assert found(since=NOON) == [4, 3, 2]
    assert found(until=NOON) == [1]


@pytest.mark.parametrize(
    ("filters", "words"),
    [
        ({"who": "nobody of this name"}, "Nobody with an account here"),
        ({"address": "x"}, "what kind of record"),
        ({"record_type": "oversight.alert", "address": "1"}, "pages of the look-up review"),
        ({"since": NOON, "until": NOON}, "later last day"),
        ({"who": "x" * 201}, "at most 200"),
    ],
)
def test_what_cannot_be_asked_is_told(force, filters, words):
    with pytest.raises(WrongFilter, match=words):
        read(force, **filters)


@pytest.fixture
def two_forces(force):
    """A second force with one officer, in the same installation."""
    other = User.objects.create_person(email="o@elsewhere.example", name="Demo of elsewhere")
    other.force_id = "cheshire"
    other.save()
    force.people["elsewhere"] = other
    people.investigation("I-1")
    return force


def test_a_reviewer_of_one_force_reads_nothing_of_another(two_forces):
    force = two_forces
    wrote(force["elsewhere"], address="investigation-of-theirs")  # 1
    wrote(force["elsewhere"])  # 2: our record
    wrote(force["investigator"], address="investigation-of-theirs")  # 3: our officer
    wrote(force["inspector"])  # 4: of no force, our record
    wrote(force["inspector"], address="investigation-of-theirs")  # 5
    wrote(service_account("nightly"), kind="backup", address="b-1")  # 6: nobody's
    wrote("stranger:1", kind="account", address="stranger:1", verb="denied")  # 7

    assert numbers(read(force)) == [4, 3, 2]


def test_of_a_list_that_another_force_read_only_own_records_are_told(two_forces):
    force = two_forces
    listed(force["elsewhere"], ["theirs-1", "investigation-I-1"], query="Smith")
    listed(force["elsewhere"], ["theirs-1"])

    (entry,) = read(force).entries

    assert (entry.shown, entry.query, entry.filters) == (("investigation-I-1",), "", ())


def test_whoever_reviews_every_force_reads_all(two_forces):
    force = two_forces
    wrote(force["elsewhere"], address="investigation-of-theirs")
    RoleHeld.objects.create(
        user=force["inspector"],
        role="trail-reviewer",
        force_id="",
        starts_at=NOON,
        given_by="service:tests",
        reason="reviews the installation",
    )
    page = read_trail(actor=force["inspector"], force_id="", at=LATER)

    assert numbers(page) == [1]
    with pytest.raises(NotAllowed):
        read(force, force_id="")
    with pytest.raises(NotAllowed):
        read(force, force_id="cheshire")


def test_where_one_force_is_alone_everything_is_its_own(force):
    wrote(service_account("nightly"), kind="backup", address="b-1")

    assert numbers(read(force)) == [1]


def test_a_search_for_one_force_ends_where_another_wrote_much(two_forces, monkeypatch):
    force = two_forces
    monkeypatch.setattr("peelian.engines.oversight.reading_trail.MOST_SEARCHED", 4)
    wrote(force["investigator"])
    for _ in range(6):
        wrote(force["elsewhere"], address="investigation-of-theirs")
    first = read(force, limit=2)
    second = read(force, limit=2, after=first.after)

    assert (numbers(first), first.after, first.stopped) == ([], 4, True)
    assert (numbers(second), second.after, second.stopped) == ([1], None, False)


def test_alerts_are_kept_apart_so_that_nobody_reads_of_one_about_themselves(force):
    for kind in ("oversight.alert", "oversight.verdict", "oversight.night"):
        wrote(service_account("nightly"), kind=kind, address="17", verb="collected", reason="why")

    entries = read(force).entries

    assert {one.address for one in entries} == {""}
    assert {one.said.reason for one in entries} == {""}
    assert all(one.kept_apart for one in entries)


def test_a_detail_that_somebody_spoilt_is_told_as_such(force):
    wrote(force["investigator"])
    triggers.remove(connection)
    Entry.objects.update(detail='{"fields": 1}')
    triggers.install(connection)

    (entry,) = read(force).entries
    assert not entry.readable


def test_one_entry_with_its_place_in_the_chain(force, keys):
    for _ in range(3):
        wrote(force["investigator"])
    checkpoint(now=NOON)
    opened = open_entry(actor=force["trail-reviewer"], force_id=people.FORCE, sequence=2, at=LATER)

    assert opened.chain.previous_hash == Entry.objects.get(sequence=1).hash
    assert (opened.chain.faults, opened.chain.followed, opened.chain.reaches) == ((), 1, True)
    assert opened.chain.checkpoint == Checkpoint.objects.get()
    last = Entry.objects.latest("sequence")
    assert (last.record_type, last.record_ref, last.verb) == ("trail", "2", "consulted")


def test_an_entry_of_another_force_and_one_that_is_not_there_are_alike(two_forces, keys):
    force = two_forces
    wrote(force["elsewhere"], address="investigation-of-theirs")
    told = []
    for number in (1, 99):
        with pytest.raises(NoSuchEntry) as refused:
            open_entry(
                actor=force["trail-reviewer"], force_id=people.FORCE, sequence=number, at=LATER
            )
        told.append(str(refused.value).replace(str(number), "n"))

    assert told[0] == told[1]
    assert [one.verb for one in Entry.objects.filter(record_type="trail")] == ["denied", "denied"]


def test_a_check_of_the_newest_entries(force, keys):
    for _ in range(5):
        wrote(force["investigator"])
    checkpoint(now=NOON)
    wrote(force["investigator"])
    found = check_chain(actor=force["trail-reviewer"], force_id=people.FORCE, at=LATER, last=4)

    assert (found.first, found.last, found.checked, found.faults) == (3, 6, 4, ())
    assert (found.checkpoint.sequence, found.uncovered) == (5, 1)
    assert [place.inside for place in found.places] == [False]


def test_a_check_of_an_empty_trail(force, keys):
    found = check_chain(actor=force["trail-reviewer"], force_id=people.FORCE, at=LATER)

    assert (found.checked, found.faults, found.checkpoint) == (0, (), None)


@pytest.mark.parametrize(
    ("tamper", "words"),
    [
        (lambda rows: rows.filter(sequence=4).update(actor="person:1"), "does not say what it"),
        (lambda rows: rows.filter(sequence=4).delete(), "missing before entry 5"),
        (lambda rows: rows.filter(sequence=6).delete(), "ends with entry 5, but checkpoint 1"),
        (lambda rows: rows.filter(sequence=5).update(hash="0" * 64), "does not follow"),
        (lambda rows: rows.filter(sequence=6).update(hash="0" * 64), "checkpoint 1 signed"),
    ],
)
def test_a_check_finds_what_was_done_behind_its_back(force, keys, tamper, words):
    for _ in range(6):
        wrote(force["investigator"])
    checkpoint(now=NOON)
    triggers.remove(connection)
    tamper(Entry.objects.all())
    triggers.install(connection)
    found = check_chain(actor=force["trail-reviewer"], force_id=people.FORCE, at=LATER, last=4)

    assert any(words in fault for fault in found.faults), found.faults
    assert json.loads(Entry.objects.latest("sequence").detail)["result"] == "failed"
