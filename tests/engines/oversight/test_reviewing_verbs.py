"""The verbs: a night is reviewed once, a person judges, and both stand in the trail."""

import json
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import pytest

import people
from engines.oversight.look_up_samples import AT, DAY, NAMES, OFFICER, PLAIN, sight, with_a_task
from peelian.access.actors import service_account
from peelian.access.decide import NotAllowed
from peelian.engines.oversight.evidence import Signal
from peelian.engines.oversight.feedback import Finding
from peelian.engines.oversight.give_verdict import CannotJudge, give_verdict
from peelian.engines.oversight.kept import said_in
from peelian.engines.oversight.looked_up import LookUp, PersonFacts, Staff
from peelian.engines.oversight.models import Alert, NightReview, Verdict, WrittenOnce
from peelian.engines.oversight.read_alerts import read_alerts
from peelian.engines.oversight.review_night import CannotReview, review_night
from peelian.trail.models import Entry

pytestmark = pytest.mark.django_db
NIGHT = DAY.date()
LATER = AT + timedelta(hours=8)


@dataclass
class SampleSources:
    """Facts held in memory."""

    sights: list[LookUp]
    listed: list[Staff] = field(default_factory=lambda: [OFFICER])
    known: list[PersonFacts] = field(default_factory=list)

    def look_ups(self, since, until):
        return [one for one in self.sights if since <= one.at < until]

    def staff(self, since, until):
        return {one.actor: one for one in self.listed}

    def people(self, keys, at):
        return {one.person: one for one in self.known if one.person in keys}

    def surnames(self):
        return NAMES


@pytest.fixture
def force():
    return people.small_force()


def run(*sights, night=NIGHT, at=AT, by=None, **known):
    return review_night(
        force_id=people.FORCE,
        night=night,
        by=by or service_account("nightly-review"),
        at=at,
        sources=SampleSources(list(sights), **known),
        weights=PLAIN,
    )


@pytest.mark.ledger("STD-12")
def test_a_night_from_look_up_to_verdict(force):
    """An officer opens a neighbour's record at home; the reviewer sends it to standards."""
    kept = run(
        sight(hour=22, reason="enquiry", sequence=41),
        with_a_task(person="p-2", sequence=42),
        known=[PersonFacts("p-1", street="s-1")],
    )
    (alert,) = read_alerts(force_id=people.FORCE, by=force["trail-reviewer"], at=LATER)
    verdict = give_verdict(
        alert=alert,
        finding=Finding.MISUSE_SUSPECTED,
        words="No call, no task; lives two doors away.",
        by=force["trail-reviewer"],
        at=LATER,
    )

    assert (kept.look_ups, kept.pairs, kept.over, kept.unknown_staff) == (2, 2, 0, 0)
    assert (alert.actor, alert.person, alert.look_ups) == ("person:officer", "p-1", [41])
    assert alert.sentences == (
        "Both live in the same street.",
        "Opened once without any tie to the person; the reason chosen: enquiry.",
        "Opened at 22:00, 5 hours from the nearest shift.",
    )
    assert verdict.found is Finding.MISUSE_SUSPECTED
    assert [
        (entry.actor, entry.verb, entry.record_type) for entry in Entry.objects.order_by("sequence")
    ] == [
        ("service:nightly-review", "consulted", "oversight.night"),
        ("service:nightly-review", "collected", "oversight.alert"),
        (force["trail-reviewer"].trail_name, "consulted", "oversight.alert"),
        (force["trail-reviewer"].trail_name, "collected", "oversight.verdict"),
    ]
    about = json.loads(Entry.objects.get(record_type="oversight.alert", verb="collected").detail)
    assert about["look_ups"] == [41]


def test_a_verdict_of_one_night_keeps_the_next_one_quiet(force):
    officer = replace(OFFICER, shifts=None)
    run(sight(reason="enquiry"), listed=[officer])
    alert = Alert.objects.get()
    give_verdict(
        alert=alert,
        finding=Finding.EXPLAINED,
        words="Front counter enquiry, in the log.",
        by=force["trail-reviewer"],
        at=LATER,
    )
    tomorrow = timedelta(days=1)
    again = [
        replace(sight(reason="enquiry"), at=DAY + tomorrow * days + timedelta(hours=9), sequence=7)
        for days in (1, 40)
    ]
    for days in (1, 40):
        run(
            *again,
            night=DAY.date() + days * tomorrow,
            at=AT + days * tomorrow,
            listed=[officer],
        )

    assert [one.review.night for one in Alert.objects.order_by("pk")] == [
        DAY.date(),
        date(2026, 4, 11),
    ]


def test_a_day_before_counts_as_a_repeat():
    """History comes from the same source, and ends where the night begins."""
    before = replace(sight(sequence=1), at=DAY - timedelta(hours=4))
    run(before, sight(sequence=2))

    assert Signal.AGAIN_ANOTHER_DAY in Alert.objects.get().signals


def test_a_night_is_reviewed_once():
    run(sight())
    with pytest.raises(CannotReview, match="2 March 2026 has been reviewed"):
        run(sight(person="p-2"))

    assert (NightReview.objects.count(), Alert.objects.count()) == (1, 1)


def test_a_day_that_is_not_over_is_not_reviewed():
    with pytest.raises(CannotReview, match="is not over"):
        run(sight(), at=DAY + timedelta(hours=23))


def test_the_day_is_that_of_the_force_in_summer_too():
    """23:30 in Greenwich on 1 July is already the second of July in Stafford."""
    late = replace(sight(), at=DAY.replace(month=7, day=1, hour=23, minute=30))
    run(late, night=date(2026, 7, 2), at=DAY.replace(month=7, day=3))

    assert Alert.objects.get().review.night == date(2026, 7, 2)


def test_a_quiet_night_is_kept_as_reviewed():
    assert run(with_a_task()).alerts.count() == 0
    assert NightReview.objects.count() == 1


def test_who_may_not_review_runs_no_night(force):
    with pytest.raises(NotAllowed, match="judge look-ups"):
        run(sight(), by=force["supervisor"])


def test_a_reviewer_may_run_a_night_by_hand(force):
    assert run(sight(), by=force["trail-reviewer"]).by == force["trail-reviewer"].trail_name


@pytest.mark.parametrize("role", ["supervisor", "analyst", "administrator", "chief-officer"])
def test_other_roles_neither_read_nor_judge(force, role):
    run(sight())
    with pytest.raises(NotAllowed):
        read_alerts(force_id=people.FORCE, by=force[role], at=LATER)
    with pytest.raises(NotAllowed):
        judge(by=force[role])


def judge(by, finding=Finding.EXPLAINED, words="Asked the sergeant.", wrong=()):
    alert = Alert.objects.get()
    return give_verdict(alert=alert, finding=finding, words=words, by=by, at=LATER, wrong=wrong)


def test_no_machine_judges():
    """R17: scores never act alone."""
    run(sight())
    with pytest.raises(NotAllowed):
        judge(by=service_account("nightly-review"))


def test_a_reviewer_sees_and_judges_no_alert_about_themselves(force):
    reviewer = force["trail-reviewer"]
    run(sight(actor=reviewer.trail_name))

    assert read_alerts(force_id=people.FORCE, by=reviewer, at=LATER) == ()
    with pytest.raises(CannotJudge, match="your own look-ups"):
        judge(by=reviewer)
    colleague = force["standards-investigator"]
    assert len(read_alerts(force_id=people.FORCE, by=colleague, at=LATER)) == 1
    assert judge(by=colleague).found is Finding.EXPLAINED


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"words": " ok "}, "in a few words why"),
        ({"words": "very " * 200}, "600 are kept"),
        ({"wrong": [Signal.CROWD]}, "only with the finding"),
        ({"finding": Finding.WRONG_SIGNAL}, "No tie and no reason"),
        ({"finding": Finding.WRONG_SIGNAL, "wrong": [Signal.CROWD]}, "No tie and no reason"),
    ],
)
def test_verdicts_that_cannot_stand(force, changes, words):
    run(sight())
    with pytest.raises(CannotJudge, match=words):
        judge(by=force["trail-reviewer"], **changes)

    assert Verdict.objects.count() == 0


def test_the_newest_verdict_counts_and_the_earlier_one_stays(force):
    run(sight())
    judge(by=force["trail-reviewer"], finding=Finding.CANNOT_TELL)
    judge(
        by=force["trail-reviewer"],
        finding=Finding.WRONG_SIGNAL,
        wrong=[Signal.NO_TIE_NO_REASON],
    )
    (said,) = said_in(people.FORCE)

    assert (said.finding, said.wrong) == (
        Finding.WRONG_SIGNAL,
        frozenset({Signal.NO_TIE_NO_REASON}),
    )
    assert Verdict.objects.count() == 2


def test_judged_alerts_leave_the_open_list(force):
    run(sight())
    judge(by=force["trail-reviewer"], finding=Finding.CANNOT_TELL)
    judge(by=force["trail-reviewer"])
    asked = {"force_id": people.FORCE, "by": force["trail-reviewer"], "at": LATER}

    assert read_alerts(**asked) == ()
    assert len(read_alerts(**asked, judged=True)) == 1


def test_what_is_written_stays(force):
    run(sight())
    alert = Alert.objects.get()
    alert.score = 0.0
    with pytest.raises(WrittenOnce):
        alert.save()
    with pytest.raises(WrittenOnce):
        alert.delete()
    with pytest.raises(WrittenOnce):
        Alert.objects.update(score=0.0)
    with pytest.raises(WrittenOnce):
        Alert.objects.all().delete()

    assert Alert.objects.get().score > 0
