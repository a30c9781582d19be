"""What became of meetings: who came, what was said, what officers answered, which themes recur."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from peelian.access.standing import local_day
from peelian.engines.audits.feedback_models import FROM_PANEL, Feedback
from peelian.engines.panels.declared import Panel, Result, Theme
from peelian.engines.panels.measuring import NOT_KNOWN
from peelian.engines.panels.models import Case, Meeting, PanelFinding
from peelian.engines.panels.states import Came, CameBy, State


@dataclass(frozen=True)
class Turnout:
    """How many members came to a meeting, of those of whom it is written down."""

    meeting: Meeting
    attended: int
    noted: int


@dataclass(frozen=True)
class Replies:
    """Of feedback given: answered, still in time, and late. Awareness is answered of all due."""

    given: int
    replied: int
    waiting: int
    late: int

    @property
    def due(self) -> int:
        """Those that are answered or should be by now."""
        return self.replied + self.late


def meetings_of(panel: Panel, force_id: str) -> tuple[Meeting, ...]:
    """The meetings of a panel, the newest day first; those given up stay among them."""
    rows = Meeting.objects.filter(panel=panel.key, force_id=force_id)
    return tuple(rows.order_by("-held_on", "-pk"))


def turnout(meetings: Iterable[Meeting]) -> tuple[Turnout, ...]:
    """Attendance by meeting, the oldest first; meetings of which nothing is noted are left out."""
    found = []
    for one in sorted(meetings, key=lambda held: (held.held_on, held.pk)):
        rows = list(one.attendance.values_list("came", flat=True))
        if rows and one.state != State.ABANDONED:
            found.append(Turnout(one, rows.count(str(Came.ATTENDED)), len(rows)))
    return tuple(found)


def replies(meetings: Iterable[Meeting], *, at: datetime) -> Replies:
    """What came back from officers."""
    refs = list(Case.objects.filter(meeting__in=list(meetings)).values_list("ref", flat=True))
    rows = list(Feedback.objects.filter(from_kind=FROM_PANEL, from_ref__in=refs))
    replied = sum(one.replied_at is not None for one in rows)
    late = sum(one.replied_at is None and _is_late(one.reply_by, local_day(at)) for one in rows)
    return Replies(len(rows), replied, len(rows) - replied - late, late)


def themes(panel: Panel, meetings: Iterable[Meeting]) -> tuple[tuple[Theme, int], ...]:
    """How often feedback was about each theme, the most frequent first."""
    written = Case.objects.filter(meeting__in=list(meetings)).values_list("themes", flat=True)
    counts = Counter(key for words in written for key in words.split(",") if key)
    found = [(one, counts[one.key]) for one in panel.themes if counts[one.key]]
    return tuple(sorted(found, key=lambda pair: -pair[1]))


@dataclass(frozen=True)
class Judged:
    """What the panel said to one question that counts, of cases that came before it in one way.

    `unclear` are those that divide the panel, or of which most cannot tell.
    """

    result: Result
    counted: int
    among: int
    unclear: int


def judged(panel: Panel, meetings: Iterable[Meeting], *, by_lot: bool) -> tuple[Judged, ...]:
    """The questions that count over closed meetings: cases by lot, or all the others."""
    rows = PanelFinding.objects.filter(sample_ref__in=[one.ref for one in meetings])
    rows = rows.filter(came_by=CameBy.LOT) if by_lot else rows.exclude(came_by=CameBy.LOT)
    found = []
    for result in panel.results:
        answers = list(rows.filter(question=result.question).values_list("answer", flat=True))
        if answers:
            found.append(
                Judged(
                    result,
                    sum(one in result.counts for one in answers),
                    len(answers),
                    sum(one in NOT_KNOWN for one in answers),
                )
            )
    return tuple(found)


def _is_late(reply_by: date | None, today: date) -> bool:
    return reply_by is not None and reply_by < today
