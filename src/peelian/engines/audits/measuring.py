"""The measures that every audit has without further declaration: one per question, and whether
files pass, and whether two reviewers agree.

They count findings: what stands of a file once its reviewers are done. Marking the file is the only
entry, so nobody types a result a second time.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from ibis import _

from peelian.engines.audits import measuring_examples as worked
from peelian.engines.audits.declared import (
    NOT_APPLICABLE,
    PASSED,
    UNCLEAR,
    Audit,
    AuditQuestion,
)
from peelian.engines.audits.models import Finding
from peelian.engines.measures.declared import Comparable, Dimension, Version
from peelian.engines.measures.kinds import Measure, Profile, Share
from peelian.engines.measures.sampled import Sampled
from peelian.engines.procedures.questions import YES

FORCE = Dimension("force", "Police force", field="force_id")
UNIT = Dimension("unit", "Unit of the file", field="unit_ref", unknown="no unit recorded")
STRATUM = Dimension("stratum", "Part of the frame", field="stratum", unknown="not divided")
RUN = Dimension("run", "Audit run", field="sample_ref")
BY = (UNIT, STRATUM, RUN, FORCE)
# Files say something of people who did not choose to be in a sample.
PROFILE: Profile = "sensitive"
OWN_PRACTICE = Comparable(
    allowed=False, reason="Reviewers of each force judge by own custom, in samples of their own."
)
WEIGHTED = (
    "A share of a sample is no share of all: it holds for the frame that the sample was drawn "
    "from, and only where files were drawn by lot."
)
CANNOT_TELL = (
    "Where a reviewer cannot tell from the file, the answer is unknown and stays in the whole."
)
TOO_FEW = "Small parts of a sample give a fraction to look into, not a trend."


def measures_of(audit: Audit) -> tuple[Measure, ...]:
    """One for each question that any version asks, then those of the whole file."""
    return tuple(_measures(audit))


def measure_key(audit: Audit, question: str) -> str:
    """The key of the measure of a question, or of "passed"."""
    return f"{audit.key}.{question.replace('-', '_')}"


def asked_ever(audit: Audit) -> tuple[AuditQuestion, ...]:
    """Every question that any version asks, in order, worded as it was asked last."""
    last = {one.key: one for version in audit.versions for one in version.questions}
    return tuple(last.values())


def _measures(audit: Audit) -> Iterator[Measure]:
    for question in asked_ever(audit):
        yield _answered(audit, question)
    yield _passed(audit)
    yield _agreed(audit)


def _versions(audit: Audit, question: str) -> tuple[Version, ...]:
    """A version of the measure for each version of the audit that words the question otherwise."""
    found: list[tuple[date, str, AuditQuestion | None]] = []
    for version in audit.versions:
        asked = next((one for one in version.questions if one.key == question), None)
        if question != PASSED and asked is None:
            continue
        if found and question != PASSED and found[-1][2] == asked:
            continue
        found.append((version.since, version.reason, asked))
    return tuple(
        Version(number, since, reason)
        for number, (since, reason, _asked) in enumerate(found, start=1)
    )


def _of(audit: Audit, question: str) -> Any:
    """Rows of the question that count: not applicable leaves the denominator."""
    mine = (_.audit == audit.key) & (_.question == question)
    return mine & (_.answer != NOT_APPLICABLE)


def _answered(audit: Audit, question: AuditQuestion) -> Measure:
    of_which = f" Asked of {question.relevant}." if question.relevant else ""
    return Sampled(
        key=measure_key(audit, question.key),
        title=f"{audit.title}: {question.text}",
        short=question.words[:1].upper() + question.words[1:],
        asks=question.text,
        among_words=_among(audit, question),
        words=question.words,
        definition=f"Of the files of this audit to which the question applies, those of which the "
        f"answer is yes once all reviewers are done, by the month of the record.{of_which}",
        why=question.why,
        of=Finding,
        dated_by="month",
        among=_of(audit, question.key),
        known=_.answer != UNCLEAR,
        counting=_.answer == YES,
        by=BY,
        better=question.better,
        counts="event",
        profile=PROFILE,
        comparable=OWN_PRACTICE,
        cautions=(WEIGHTED, CANNOT_TELL, TOO_FEW),
        owner=audit.owned_by,
        review_by=audit.review_by,
        ledger=audit.ledger,
        versions=_versions(audit, question.key),
        examples=(
            *worked.answered(audit.key, question.key),
            *audit.examples.get(question.key, ()),
        ),
    )


def _among(audit: Audit, question: AuditQuestion) -> str:
    """Which files the question is put to, as half a sentence."""
    if question.relevant:
        return f"{question.relevant} (“{audit.title}”)"
    asked = " of which it is asked" if question.only or question.files else ""
    return f"files{asked} in “{audit.title}”"


def _passed(audit: Audit) -> Measure:
    rule = audit.versions[-1].passes
    asked = {one.key: one.text for one in asked_ever(audit)}
    every = "; ".join(asked[key] for key in rule.questions)
    return Sampled(
        key=measure_key(audit, PASSED),
        title=f"{audit.title}: files that pass",
        short=rule.words[:1].upper() + rule.words[1:],
        asks=f"How many of the {audit.frame_words} pass?",
        among_words=f"files in “{audit.title}”",
        words=rule.words,
        definition="Of the files of this audit, those that pass: each of these questions that "
        f"applies is answered yes. {every}",
        why=audit.why,
        of=Finding,
        dated_by="month",
        among=_of(audit, PASSED),
        known=_.answer != UNCLEAR,
        counting=_.answer == YES,
        by=BY,
        better="higher",
        counts="event",
        profile=PROFILE,
        comparable=OWN_PRACTICE,
        cautions=(WEIGHTED, CANNOT_TELL, TOO_FEW),
        owner=audit.owned_by,
        review_by=audit.review_by,
        ledger=audit.ledger,
        versions=_versions(audit, PASSED),
        examples=(*worked.passed(audit.key), *audit.examples.get(PASSED, ())),
    )


def _agreed(audit: Audit) -> Measure:
    return Share(
        key=measure_key(audit, "agreed"),
        title=f"{audit.title}: two reviewers agree",
        short="Two agree",
        asks="How often do two reviewers, neither of whom sees the other's answers, agree?",
        among_words=f"files in “{audit.title}” that two reviewers marked",
        words="came to the same verdict twice",
        definition="Of the files that two reviewers marked, those that pass, or do not, by the "
        "answers of both. Which files are marked twice is drawn, so that nobody chooses.",
        why="Two who often disagree do not judge by the same rule, and then the share of files "
        "that pass says as much of the reviewers as of the files.",
        of=Finding,
        dated_by="month",
        among=(_.audit == audit.key) & (_.question == PASSED) & _.agreed.notnull(),
        counting=_.agreed,
        by=BY,
        better="higher",
        counts="event",
        profile=PROFILE,
        comparable=OWN_PRACTICE,
        cautions=(
            "Two can agree by chance: the page of the run shows kappa, which takes that off.",
        ),
        owner=audit.owned_by,
        review_by=audit.review_by,
        ledger=audit.ledger,
        versions=_versions(audit, PASSED),
        examples=worked.agreed(audit.key),
    )
