"""How a run stands and how it was planned, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peelian.access.roles import ROLES
from peelian.engines.audits.declared import Audit
from peelian.engines.audits.models import Run, State
from peelian.engines.audits.reading import Progress, Waiting
from peelian.engines.audits.seeding import commitment_of
from peelian.web.components.parts import SummaryRow
from peelian.web.force.audits.words import DESIGNS, METHODS, months_of
from peelian.web.force.words import moment


@dataclass(frozen=True)
class Step:
    """One stage of a run: done, now, or to come."""

    title: str
    says: str
    state: str


def answer(run: Run, progress: Progress) -> str:
    """Where it stands, in a sentence."""
    match run.state:
        case State.PLANNED if run.rhythm:
            return _(
                "Draws files of each month by itself, {months}, once the month is over."
            ).format(months=months_of(run))
        case State.PLANNED:
            return _("It is planned. No file is listed yet, and nobody knows the seed.")
        case State.FROZEN if run.seed:
            return _("{n} files are listed and the seed is known: the draw can be made.").format(
                n=f"{run.frame_size:,}"
            )
        case State.FROZEN:
            return _("{n} files are listed. Nothing is drawn until the seed is known.").format(
                n=f"{run.frame_size:,}"
            )
        case State.ABANDONED:
            return _("It was abandoned: {why}").format(why=run.ended_because)
        case _:
            said = _("{settled} of {drawn} files are settled").format(
                settled=progress.settled, drawn=progress.drawn
            )
            aside = progress.set_aside
            if aside:
                said += ", " + ngettext("{n} is set aside", "{n} are set aside", aside).format(
                    n=aside
                )
            ended = _(" It is closed.") if run.state == State.CLOSED else ""
            return f"{said}.{ended}"


def planned_rows(run: Run, audit: Audit) -> tuple[SummaryRow, ...]:
    """The plan as it was made, in words."""
    rows = [
        SummaryRow(_("Files of"), audit.frame_words),
        SummaryRow(_("Months"), months_of(run)),
    ]
    titles = {one.key: one.title for one in (*audit.by, *audit.strata)}
    for key, values in run.narrowed.items():
        said = (audit.in_words(key, value) or _("Not recorded") for value in values)
        rows.append(SummaryRow(titles.get(key, key), ", ".join(said)))
    rows.append(SummaryRow(_("How files are come by"), str(DESIGNS.get(run.design, run.design))))
    if run.divided_by:
        rows.append(SummaryRow(_("Divided by"), titles.get(run.divided_by, run.divided_by)))
    rows += [
        SummaryRow(_("How many, and why"), _size(run)),
        SummaryRow(_("Marked twice"), _("{n}%, drawn by lot").format(n=run.second_share)),
        SummaryRow(_("Likely range"), str(METHODS.get(run.method, run.method))),
        SummaryRow(_("Questions"), _questions(run, audit)),
        SummaryRow(_("Who reviews"), _reviewers(audit)),
        SummaryRow(
            _("Planned by"),
            _("{name}, {moment}").format(name=run.made_by.name, moment=moment(run.made_at)),
        ),
    ]
    return tuple(rows)


def _questions(run: Run, audit: Audit) -> str:
    asked = audit.version(run.asked_version)
    number = sum(1 for _one in asked.questions)
    return ngettext("{n} question, version {v}", "{n} questions, version {v}", number).format(
        n=number, v=asked.number
    )


def _reviewers(audit: Audit) -> str:
    """The roles that mark files, and who of them never does."""
    first, second = _titles(audit.roles), _titles(audit.second_roles)
    told = _("{first} first, {second} second").format(first=first, second=second)
    rule = _("Nobody a file of their own team, or one at which they were present.")
    return f"{told if second else first}\n{rule}"


def _titles(roles: Sequence[str]) -> str:
    return ", ".join(ROLES[key].title for key in roles if key in ROLES)


def _size(run: Run) -> str:
    plan = run.plan
    files = sum(run.wanted.values())
    drawn = _("{n} files. ").format(n=f"{files:,}") if files else ""
    if plan.get("half_width") is not None:
        why = _("For plus or minus {width:g} points if {expected:g}% pass.").format(
            width=plan["half_width"] * 100, expected=plan["expected"] * 100
        )
        return f"{drawn}{why}"
    if plan.get("chosen"):
        return _("{n} files that were named one by one.").format(n=len(plan["chosen"]))
    if plan.get("quotas"):
        return drawn + _("A number was set for each part.")
    if plan.get("total") is not None and not files:
        return _("{n} files of each month.").format(n=plan["total"])
    return drawn.strip() or _("Every file.")


def frozen_rows(run: Run) -> tuple[SummaryRow, ...]:
    if not run.frame_hash and not run.seed_source:
        return ()
    rows = [SummaryRow(_("Where the seed comes from"), run.seed_source)]
    bound = commitment_of(run)
    if bound:
        rows.append(SummaryRow(_("SHA-256 of the sealed seed"), bound))
    if run.frame_hash and run.frozen_at:
        rows += [
            SummaryRow(_("Frame frozen"), moment(run.frozen_at)),
            SummaryRow(_("Files in the frame"), f"{run.frame_size:,}"),
            SummaryRow(_("SHA-256 of the frame"), run.frame_hash),
        ]
    if run.seed and run.seeded_at:
        rows.append(SummaryRow(_("Seed"), f"{run.seed}\n{moment(run.seeded_at)}"))
    if run.drawn_at:
        rows.append(SummaryRow(_("Files drawn"), moment(run.drawn_at)))
    return tuple(rows)


def next_says(run: Run, progress: Progress, mine: Waiting | None, *, steers: bool) -> str:
    """What comes next, for this reader."""
    if run.state == State.DRAWN and mine is None:
        left = progress.open_first + progress.open_second + progress.open_deciding
        return _("Nothing waits for you here.") if left or progress.under_way else ""
    if run.state == State.DRAWN and mine is not None:
        told = []
        if mine.reviews:
            told.append(
                ngettext(
                    "{n} file can be marked by you", "{n} files can be marked by you", mine.reviews
                ).format(n=mine.reviews)
            )
        if mine.decisions:
            told.append(
                ngettext(
                    "{n} waits for a decision between two answers",
                    "{n} wait for a decision between two answers",
                    mine.decisions,
                ).format(n=mine.decisions)
            )
        return f"{', '.join(told)}." if told else ""
    if not steers:
        return ""
    match run.state:
        case State.PLANNED if not run.rhythm:
            return _(
                "Next: freeze the frame. All files that meet the conditions now are listed and "
                "their list is hashed; from then on nobody can add or drop one unseen."
            )
        case State.FROZEN if not run.seed and run.sealed_seed:
            return _("Next: open the seed that was sealed when the audit was planned.")
        case State.FROZEN if not run.seed:
            return _("Next: enter the seed as it was published. Its source: {source}").format(
                source=run.seed_source
            )
        case State.FROZEN:
            return _("Next: draw the files. The seed leaves one possible draw.")
        case _:
            return ""


def steps_of(run: Run, progress: Progress) -> tuple[Step, ...]:
    if run.rhythm:
        return ()
    marked = progress.settled + progress.set_aside
    rows = (
        (_("Planned"), run.made_at, ""),
        (_("Frame frozen"), run.frozen_at, ""),
        (_("Seed known"), run.seeded_at, ""),
        (_("Files drawn"), run.drawn_at, ""),
        (
            _("Files settled"),
            run.closed_at if run.state == State.CLOSED else None,
            _("{n} of {all}").format(n=marked, all=progress.drawn) if progress.drawn else "",
        ),
        (_("Closed"), run.closed_at if run.state == State.CLOSED else None, ""),
    )
    found, now = list[Step](), run.state not in (State.CLOSED, State.ABANDONED)
    for title, when, says in rows:
        done = when is not None or (says and marked == progress.drawn)
        state = "done" if done else "now" if now else "to-come"
        now = now and bool(done)
        found.append(Step(title, says or (moment(when) if when else ""), state))
    return tuple(found)
