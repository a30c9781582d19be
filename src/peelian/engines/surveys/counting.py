"""Replies become counts: who stands in which row, and which groups are put together."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from peelian.engines.procedures.asking import WAYS_ROUND, Answers, open_questions
from peelian.engines.procedures.questions import REFUSED, Question
from peelian.engines.surveys.declared import NOT_SAID, RANDOM, Survey, Version
from peelian.engines.surveys.disclosure import (
    TOGETHER,
    Answer,
    Label,
    Person,
    fails,
    put_together,
    told_apart,
)
from peelian.engines.surveys.envelopes import Said
from peelian.engines.surveys.models import ANSWERED, Round, SurveyAnswer
from peelian.records.openness import TYPED

PREFERRED_NOT: Final = "Preferred not to say"
NOT_ANSWERED: Final = "Not answered"
# The strata of a random sample are a breakdown like any other, and the first.
STRATA: Final = " strata"
# Strata of few replies, taken together.
COLLAPSED: Final = "Put together"


@dataclass(frozen=True)
class Voice:
    """What one reply says to one question, and where it belongs: never kept, only counted."""

    status: str
    answer: str | None
    tells: Answer
    stratum: str
    groups: Mapping[str, str]


def rows_of(survey: Survey, held: Round, replies: Sequence[Said]) -> list[SurveyAnswer]:
    """The counts of a round, in an order that tells nothing; none where too few replied."""
    if len(replies) < held.smallest:
        return []
    version = survey.version(held.asked_version)
    found = [
        row
        for question in version.questions
        if question.kind != "words"
        for row in _rows(survey, version, held, question, replies)
    ]
    return sorted(found, key=lambda row: row.record_id)


def asked_of(version: Version, replies: Sequence[Said]) -> Counter[str]:
    """By question, of how many it was asked: a branch may lead to a few only."""
    return Counter(
        question.key
        for one in replies
        for question in open_questions(version, Answers(one.answers, one.words))
    )


@dataclass(frozen=True)
class _Table:
    """One question's voices, with the strata and groups under which they are kept."""

    survey: Survey
    held: Round
    question: Question
    parts: Mapping[str, str]
    labels: Mapping[str, Mapping[Label, Label]]
    drawn: Counter[str] = field(default_factory=Counter)
    sizes: Counter[str] = field(default_factory=Counter)

    def row(
        self, number: int, status: str, answer: str | None, part: str, by: str, group: str | None
    ) -> SurveyAnswer:
        """How many say this, of everybody or of a group, in one part of the list."""
        by_lot = self.held.design == RANDOM
        made = SurveyAnswer(
            source=TYPED,
            force_id=self.held.force_id,
            sample_ref=self.held.ref,
            design=self.held.design,
            stratum=part,
            stratum_size=self.sizes[part] if by_lot else None,
            stratum_drawn=self.drawn[part] if by_lot else None,
            stands_for=number,
            survey=self.survey.key,
            asked_version=self.held.asked_version,
            month=self.held.month,
            question=self.question.key,
            status=status,
            answer=answer,
            grouped_by=by,
            group=group,
        )
        made.record_id = address_of(made)
        return made


def _rows(
    survey: Survey, version: Version, held: Round, question: Question, replies: Sequence[Said]
) -> Iterator[SurveyAnswer]:
    voices = list(_voices(survey, version, question, replies))
    said = [one for one in voices if one.status == ANSWERED]
    # Everybody is a group too: twelve of one team who all say "no" have each told it.
    if fails([one.tells for one in said], held.smallest):
        return
    parts = _parts(held, said)
    table = _Table(survey, held, question, parts, _labels(survey, question, held, said, parts))
    table.drawn.update(parts[one.stratum] for one in replies)
    for name, size in held.strata.items():
        table.sizes[parts[name]] += size
    yield from _of_everybody(table, voices)
    yield from _of_groups(table, said)


def _of_everybody(table: _Table, voices: Sequence[Voice]) -> Iterator[SurveyAnswer]:
    told = dict[str | None, str | None]()
    if table.question.key in {one.question for one in table.survey.groups}:
        # Its answers are the groups: how many replied of a small one is not told either.
        sizes = Counter(one.answer for one in voices if one.answer is not None)
        few = put_together(sizes, table.held.smallest)
        told = dict.fromkeys(few)
    cells = Counter(
        (one.status, told.get(one.answer, one.answer), table.parts[one.stratum]) for one in voices
    )
    for (status, answer, part), number in cells.items():
        yield table.row(number, status, answer, part, "", None)


def _of_groups(table: _Table, said: Sequence[Voice]) -> Iterator[SurveyAnswer]:
    """Of a group only answers are counted: those who kept silent would be few in every group."""
    for name, labels in table.labels.items():
        cells = Counter(
            (one.answer, labels[_label(table.parts, one, name)], table.parts[one.stratum])
            for one in said
        )
        for (answer, label, part), number in cells.items():
            group = None if label == TOGETHER else label[0]
            yield table.row(number, ANSWERED, answer, part, name, group)


def _voices(
    survey: Survey, version: Version, question: Question, replies: Sequence[Said]
) -> Iterator[Voice]:
    for reply in replies:
        given = Answers(reply.answers, reply.words)
        if question not in open_questions(version, given):
            continue
        answer = reply.answers.get(question.key)
        status = NOT_ANSWERED if answer is None else ANSWERED
        if answer == REFUSED:
            status, answer = PREFERRED_NOT, None
        groups = {one.question: _group(reply, one.question) for one in survey.groups}
        tells = _tells(survey, question, answer or "")
        yield Voice(status, answer, tells, reply.stratum, groups)


def _tells(survey: Survey, question: Question, answer: str) -> Answer:
    sides = [
        one.counts for one in survey.results if one.question == question.key and len(one.counts) > 1
    ]
    return (answer, *("in" if answer in counts else "out" for counts in sides))


def _group(reply: Said, question: str) -> str:
    answer = reply.answers.get(question, NOT_SAID)
    return NOT_SAID if answer in WAYS_ROUND else answer


def _parts(held: Round, said: Sequence[Voice]) -> Mapping[str, str]:
    """Under which part of the list each stratum is kept; "" where there is but one part."""
    one_part = dict.fromkeys(held.strata, "") | {"": ""}
    people = [Person(one.tells, {STRATA: (one.stratum,)}) for one in said]
    kept = told_apart(people, [STRATA], held.smallest).get(STRATA)
    if kept is None:
        return one_part
    # A part from which nobody replied has nobody to stand for it: it goes with those together.
    found = {name: kept.get((name,), TOGETHER) for name in held.strata}
    return {name: COLLAPSED if to == TOGETHER else to[0] for name, to in found.items()}


def _labels(
    survey: Survey,
    question: Question,
    held: Round,
    said: Sequence[Voice],
    parts: Mapping[str, str],
) -> Mapping[str, Mapping[Label, Label]]:
    """By grouping, under which group each is kept; those of which nothing is told are left out."""
    names = [one.question for one in survey.groups]
    if question.key in names:
        # Of a group by another one people could be found who are the only ones of both.
        return {}
    divided = len(set(parts.values())) > 1
    people = [
        Person(
            one.tells,
            {name: _label(parts, one, name) for name in names} | {STRATA: (parts[one.stratum],)},
        )
        for one in said
    ]
    if not divided:
        return told_apart(people, names, held.smallest)
    # Each group stands in each part of the list by itself, so all of these must be large enough.
    whole = [name for name in names if _whole(people, name, held.smallest)]
    kept = told_apart(people, [STRATA, *whole], held.smallest)
    return {name: labels for name, labels in kept.items() if name != STRATA}


def _whole(people: Sequence[Person], name: str, smallest: int) -> bool:
    blocks = dict[Label, list[Answer]]()
    for one in people:
        blocks.setdefault(one.labels[name], []).append(one.answer)
    return not any(fails(answers, smallest) for answers in blocks.values())


def _label(parts: Mapping[str, str], one: Voice, name: str) -> Label:
    part = parts[one.stratum]
    return (one.groups[name], part) if part else (one.groups[name],)


def address_of(row: SurveyAnswer) -> str:
    """An address that follows from what the row says: chance and time would tell of an order."""
    told = (
        row.sample_ref,
        row.question,
        row.status,
        row.answer or "",
        row.grouped_by,
        row.group or "",
        row.stratum,
    )
    return hashlib.sha256("\x1f".join(told).encode()).hexdigest()[:32]
