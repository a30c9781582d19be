"""The measures that every duty has without further declaration: whether it is met, and how late."""

from ibis import _

from peelian.engines.duties import measuring_examples as worked
from peelian.engines.duties.clock_words import clock_in_words
from peelian.engines.duties.models import Duty
from peelian.engines.duties.rule import Rule
from peelian.engines.duties.rule_words import span_in_words
from peelian.engines.duties.unfold import authority_of
from peelian.engines.duties.words import JUDGED, State
from peelian.engines.measures.declared import Comparable, Dimension, Version
from peelian.engines.measures.kinds import Measure, Profile, Share, Typical

FORCE = Dimension("force", "Police force", field="force_id")
UNIT = Dimension("unit", "Unit", field="unit_ref", unknown="no unit recorded")
RISK = Dimension("risk", "Risk", field="risk", unknown="not ranked by risk")
AUTHORITY = Dimension("authority", "Whose rule set the time", field="authority")
# Whoever a duty is about did not choose to be counted, and one duty can be one person.
PROFILE: Profile = "sensitive"
OWN_PRACTICE = Comparable(
    allowed=False,
    reason="Forces set times of their own, and their records start clocks at different moments.",
)
JUDGED_STATES = sorted(str(state) for state in JUDGED)
LEFT_OUT = (
    "Duties that were waived or became void are left out. One whose clock stands still has not "
    "fallen due."
)
NO_END = (
    "Where a record does not state what its clock needs, it is unknown whether it was in time. "
    "Such a duty stays in the whole, so that leaving out a date improves nothing."
)
OPEN_ONES = (
    "How late counts only what was met: duties that are late and still open are not in it, so it "
    "can look better while more wait. Read it beside the share in time."
)
CORRECTED = (
    "Worked out anew whenever a source corrects itself, so a month that is over can still change."
)


def measures_of(rule: Rule) -> tuple[Measure, ...]:
    """How often a duty is met in time, how late it is otherwise, and how long clocks stood still.

    By the month in which it falls due. The last one only where the rule names pauses.
    """
    in_time = _in_time(rule)
    lateness = _lateness(rule, in_time)
    return (in_time, lateness, _paused(rule)) if rule.pauses else (in_time, lateness)


def _in_time(rule: Rule) -> Share:
    return Share(
        key=f"{rule.key}.in_time",
        title=f"{rule.title}: in time",
        short="In time",
        asks=f"How often is this done in time: {_lower(rule.title)}?",
        among_words=f"duties “{rule.title}” that fell due",
        words="were met in time",
        definition=(
            f"Of the duties “{rule.title}” that fell due in the period, those that were met before "
            f"their time was over. {_terms(rule)}"
        ),
        why=rule.why,
        of=Duty,
        dated_by="month",
        among=(_.rule == rule.key) & _.state.isin(JUDGED_STATES),
        counting=_.state == str(State.MET),
        known=_.due_at.notnull(),
        by=_ways(rule),
        better="higher",
        counts="event",
        profile=PROFILE,
        comparable=OWN_PRACTICE,
        cautions=(LEFT_OUT, NO_END, CORRECTED),
        owner=rule.owned_by,
        review_by=rule.review_by,
        ledger=rule.ledger,
        versions=_versions(rule),
        examples=worked.in_time(rule.key),
    )


def _lateness(rule: Rule, in_time: Share) -> Typical:
    return Typical(
        key=f"{rule.key}.lateness",
        title=f"{rule.title}: how late",
        short="How late",
        asks=f"When this is done late, how late is it: {_lower(rule.title)}?",
        among_words=f"duties “{rule.title}” that were met late",
        words="minutes from the end of the time to when it was met",
        definition=(
            f"Whole minutes from the end of the time to when the duty was met, over the duties "
            f"“{rule.title}” that fell due in the period and were met late: the median and the "
            "90th centile."
        ),
        why="A duty that is met a day late and one that is met a year late are not the same.",
        of=Duty,
        dated_by="month",
        among=(_.rule == rule.key) & (_.state == str(State.MET_LATE)),
        counting=_.late_minutes,
        unit="minutes",
        by=_ways(rule),
        better="lower",
        counts="event",
        profile=PROFILE,
        comparable=OWN_PRACTICE,
        cautions=(OPEN_ONES, CORRECTED),
        owner=rule.owned_by,
        review_by=rule.review_by,
        ledger=rule.ledger,
        versions=_versions(rule),
        examples=worked.lateness(rule.key),
        beside=(in_time,),
    )


def _paused(rule: Rule) -> Typical:
    causes = "; ".join(_lower(pause.cause.rstrip(".")) for pause in rule.pauses)
    return Typical(
        key=f"{rule.key}.paused",
        title=f"{rule.title}: how long clocks stood still",
        short="Stood still",
        asks=f"How long did the clock stand still: {_lower(rule.title)}?",
        among_words=f"duties “{rule.title}” that fell due after their clock stood still",
        words="minutes for which the clock stood still",
        definition=(
            f"Whole minutes for which the clock stood still, over the duties “{rule.title}” that "
            f"fell due in the period and whose clock stood still at all. It stands still only for: "
            f"{causes}."
        ),
        why="Time that stands still is time that somebody waits: it must not hide lateness.",
        of=Duty,
        dated_by="month",
        among=((_.rule == rule.key) & _.state.isin(JUDGED_STATES) & (_.paused_minutes > 0)),
        counting=_.paused_minutes,
        unit="minutes",
        by=_ways(rule),
        better="neither",
        counts="event",
        profile=PROFILE,
        comparable=OWN_PRACTICE,
        cautions=("A clock that stands still now is counted once it has run out.", CORRECTED),
        owner=rule.owned_by,
        review_by=rule.review_by,
        ledger=rule.ledger,
        versions=_versions(rule),
        examples=worked.paused(rule.key),
    )


def _ways(rule: Rule) -> tuple[Dimension, ...]:
    """Risk only where the rule ranks by it, the authority only where it changed."""
    risk = (RISK,) if rule.risk else ()
    authority = (AUTHORITY,) if len(rule.terms) > 1 else ()
    return (UNIT, *risk, *authority, FORCE)


def _terms(rule: Rule) -> str:
    """How long there is and who says so, as sentences."""
    return " ".join(
        f"For what starts {span_in_words(terms)}: {clock_in_words(terms.due)}. "
        f"Authority: {authority_of(terms.authority)}."
        for terms in rule.terms
    )


def _versions(rule: Rule) -> tuple[Version, ...]:
    """A version for every change of terms."""
    return tuple(
        Version(number, terms.since, "First terms." if number == 1 else "The terms changed.")
        for number, terms in enumerate(rule.terms, start=1)
    )


def _lower(title: str) -> str:
    return title[:1].lower() + title[1:]
