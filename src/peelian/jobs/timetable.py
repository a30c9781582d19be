"""What the worker does by itself, listed by hand and in order."""

from datetime import datetime, timedelta

from django.conf import settings
from django_tasks_db.models import DBTaskResult

from peelian.access.actors import service_account
from peelian.engines.procedures.sweeping import sweep_drafts
from peelian.engines.registers.attachments import sweep_attachments
from peelian.engines.registers.exporting import resume_exports, sweep_exports
from peelian.engines.retention.finishing import finish_erasures
from peelian.jobs import audit_work, duty_work, survey_work
from peelian.jobs.happenings import note_happenings
from peelian.jobs.keeping.reserve import keep_reserve
from peelian.jobs.look_up_nights import ACCOUNT, past_keeping, run_nights_due
from peelian.jobs.retention import due_in_words
from peelian.jobs.working.job import Job
from peelian.records.mirror import mirror
from peelian.trail.checkpoints import checkpoint_if_due

# Results of background tasks are of use to whoever waits for them, and hold their arguments.
RESULTS_KEPT = timedelta(days=14)


def _checkpoint(now: datetime) -> str:
    made = checkpoint_if_due(now=now)
    return "nothing to sign" if made is None else f"signed to entry {made.sequence}"


def _mirror(now: datetime) -> str:
    done = mirror(settings.STORE_ROOT, at=now)
    if done.busy:
        return "left to the next run: a load is writing"
    return "brought up to date" if done.changed else "nothing new"


def _sweep_attachments(now: datetime) -> str:
    return f"{sweep_attachments(at=now)} contents that nothing names removed"


def _sweep_drafts(now: datetime) -> str:
    by = service_account("drafts")
    return f"{sweep_drafts(by=by, at=now)} drafts of assessments removed that nobody came back to"


def _resume_exports(now: datetime) -> str:
    return f"{resume_exports(at=now)} exports made that were left waiting"


def _sweep_exports(now: datetime) -> str:
    return f"{sweep_exports(at=now)} exports removed that have ended"


def _keep_reserve(now: datetime) -> str:
    return keep_reserve(settings.PEELIAN_HOME)


def _forget_results(now: datetime) -> str:
    old = DBTaskResult.objects.finished().filter(finished_at__lt=now - RESULTS_KEPT)
    return f"{old.delete()[0]} results of background tasks forgotten"


def _review_look_ups(now: datetime) -> str:
    actor = service_account(ACCOUNT)
    nights = sum(1 for _night in run_nights_due(by=actor, now=now))
    return f"nights of look-ups reviewed: {nights}"


def _past_keeping(now: datetime) -> str:
    return f"judged alerts to be decided on: {past_keeping(now=now)}, none erased"


def _finish_erasures(now: datetime) -> str:
    ended = finish_erasures(at=now)
    return f"{ended.done} erasures finished, {ended.waiting} wait for a load"


TIMETABLE: tuple[Job, ...] = (
    Job(
        name="trail-checkpoint",
        every=timedelta(seconds=5),
        run=_checkpoint,
        says="Signs where the trail stands and sends the checkpoint to its second place.",
        lease=timedelta(minutes=2),
    ),
    Job(
        name="mirror",
        every=timedelta(seconds=20),
        run=_mirror,
        says="Brings what was typed or edited into the store, so that it counts within a minute.",
    ),
    Job(
        name="note-happenings",
        every=timedelta(seconds=10),
        run=note_happenings,
        says="Reads from new and edited rows, and from late feeds, what has happened.",
        lease=timedelta(hours=1),
    ),
    Job(
        name="settle-duties",
        every=timedelta(seconds=2),
        run=duty_work.settle_duties,
        says="Brings duties up to date with what has happened.",
    ),
    Job(
        name="tick-duties",
        every=timedelta(seconds=15),
        run=duty_work.tick_duties,
        says="Sends reminders and escalations of duties, each once.",
    ),
    Job(
        name="follow-posts",
        every=timedelta(minutes=1),
        run=duty_work.follow_posts,
        says="Gives open duties to whoever holds their posts now.",
    ),
    Job(
        name="send-digests",
        every=timedelta(minutes=5),
        run=duty_work.send_digests,
        says="Sends everybody with open duties one letter a day, which names nobody.",
        lease=timedelta(hours=1),
    ),
    Job(
        name="sweep-attachments",
        every=timedelta(days=1),
        run=_sweep_attachments,
        says="Removes contents of attachments that no record has named for a day.",
    ),
    Job(
        name="sweep-drafts",
        every=timedelta(days=1),
        run=_sweep_drafts,
        says="Tells writers of drafts that go soon, and removes those whose time is over.",
    ),
    Job(
        name="resume-exports",
        every=timedelta(minutes=1),
        run=_resume_exports,
        says="Makes the exports that were asked for and left waiting, as after a kill.",
    ),
    Job(
        name="disk-reserve",
        every=timedelta(minutes=1),
        run=_keep_reserve,
        says="Keeps room back, and gives it back when the disk is full.",
    ),
    Job(
        name="sweep-exports",
        every=timedelta(hours=1),
        run=_sweep_exports,
        says="Removes the files of exports that have ended.",
    ),
    Job(
        name="look-up-review",
        every=timedelta(minutes=10),
        run=_review_look_ups,
        says="Reviews yesterday's look-ups of each force with staff, once it is three at night.",
        lease=timedelta(hours=2),
    ),
    Job(
        name="alerts-past-keeping",
        every=timedelta(days=1),
        run=_past_keeping,
        says="Counts the judged alerts that have been kept as long as declared; erases none.",
    ),
    Job(
        name="due-for-review",
        every=timedelta(days=1),
        run=due_in_words,
        says="Counts the records whose clear period is over; erases none.",
        lease=timedelta(hours=1),
    ),
    Job(
        name="finish-erasures",
        every=timedelta(minutes=1),
        run=_finish_erasures,
        says="Takes from the disk what two people have erased, where a kill or a load kept it.",
        lease=timedelta(hours=1),
    ),
    Job(
        name="audit-rhythm",
        every=timedelta(hours=1),
        run=audit_work.draw_what_is_due,
        says="Draws the monthly samples of standing audits from months that are over.",
        lease=timedelta(hours=1),
    ),
    Job(
        name="audit-erasures",
        every=timedelta(minutes=1),
        run=audit_work.forget_what_was_erased,
        says="Empties what reviewers of audits wrote of records that were erased since.",
    ),
    Job(
        name="survey-texts",
        every=timedelta(days=1),
        run=survey_work.forget_what_is_over,
        says="Erases texts of surveys and answered complaints once they were kept long enough.",
    ),
    Job(
        name="forget-task-results",
        every=timedelta(days=1),
        run=_forget_results,
        says="Forgets what background tasks came to after 14 days.",
    ),
)
