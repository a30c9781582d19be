"""Surveys of the demo: printed counts, two waves by lot, a consultation, and two that are open.

The printed counts are those of the force's inspection report; all other replies are invented. Made
by the same verbs as on a page.
"""

import random
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from peelian.access.user import User
from peelian.areas.neighbourhood.survey_perception import PERCEPTION
from peelian.areas.neighbourhood.survey_treatment import TREATMENT
from peelian.areas.workforce.survey_ideas import CONSULTATION
from peelian.areas.workforce.survey_inspectorate import PEEL_SURVEY
from peelian.areas.workforce.survey_leavers import LEAVERS
from peelian.engines.surveys.answering import answer
from peelian.engines.surveys.closing import close_round
from peelian.engines.surveys.coding import code_comment, next_to_code
from peelian.engines.surveys.declared import RANDOM, VOLUNTARY, Survey
from peelian.engines.surveys.idea import NOT_TAKEN_UP, TAKEN_IN_PART, TAKEN_UP
from peelian.engines.surveys.ideas import answer_idea, ideas_of, text_of
from peelian.engines.surveys.inviting import invite
from peelian.engines.surveys.models import Round
from peelian.engines.surveys.opening import open_round
from peelian.engines.surveys.published import PublishedRow, record_published
from peelian.jobs.demo.organisation import FORCE
from peelian.jobs.demo.people import address_of

SEED: Final = 20_260
A_DAY: Final = timedelta(days=1)
PRINTED_IN: Final = "HMICFRS, PEEL 2023-25: Staffordshire Police, workforce survey"
PRINTED: Final = (
    PublishedRow("balance", 542, 748, "72.5"),
    PublishedRow("balance", 167, 294, "56.8", "role", "officer"),
    PublishedRow("debrief", 109, 294, "37.1", "role", "officer"),
    PublishedRow("training", 587, 748, "78.4"),
    PublishedRow("skills", 571, 748, "76.4"),
    PublishedRow("had_review", 661, 748, "88.4"),
    PublishedRow("review_valued", 449, 661, "67.9"),
    PublishedRow("review_develops", 374, 661, "56.6"),
    PublishedRow("feedback", 429, 748, "57.4"),
    PublishedRow("ideas_heard", 399, 748, "53.3"),
)
# How likely each answer is, by question; what is not named is left out.
Chances = Mapping[str, Mapping[str, float]]
AGES: Final = {"16-to-34": 0.2, "35-to-54": 0.35, "55-or-over": 0.45}
PLACES: Final = {"city-centre": 0.3, "suburb": 0.45, "village": 0.25}
FIRST_WAVE: Final[Chances] = {
    "seen": {"weekly": 0.1, "monthly": 0.25, "never": 0.65},
    "satisfied": {"satisfied": 0.45, "neither": 0.3, "dissatisfied": 0.25},
    "safe": {"very-safe": 0.2, "fairly-safe": 0.45, "a-bit-unsafe": 0.35},
    "place": PLACES,
    "age": AGES,
}
SECOND_WAVE: Final[Chances] = {
    **FIRST_WAVE,
    "seen": {"weekly": 0.25, "monthly": 0.35, "never": 0.4},
}
LEAVING: Final[Chances] = {
    "reason": {"retiring": 0.4, "workload": 0.25, "supervision": 0.15, "other-force": 0.2},
    "supervised": {"agree": 0.5, "disagree": 0.5},
    "valued": {"agree": 0.4, "disagree": 0.6},
    "role": {"officer": 0.6, "staff": 0.4},
    "service": {"under-2": 0.4, "2-to-9": 0.3, "10-or-more": 0.3},
}
TREATED: Final[Chances] = {
    "met": {"called": 0.5, "searched": 0.3, "victim": 0.2},
    "respect": {"yes": 0.75, "no": 0.25},
    "explained": {"yes": 0.6, "no": 0.4},
    "listened": {"yes": 0.6, "no": 0.4},
}
HEARD: Final[Chances] = {
    "decided_before": {"agree": 0.6, "disagree": 0.4},
    "told_back": {"agree": 0.3, "disagree": 0.7},
    "role": {"officer": 0.6, "staff": 0.4},
}
IDEAS: Final = (
    "Invented: print the handover list before the night turn begins.",
    "Invented: let us swap shifts with each other on the phone.",
    "Invented: one spare radio in every car.",
    "Invented: tell us in writing why a request for leave was refused.",
)
# What leaders make of them, by idea: told, decided, said. The second one still waits.
ANSWERED: Final = {
    IDEAS[0]: ("Handover in writing.", TAKEN_UP, "Invented: the list is printed at nine."),
    IDEAS[2]: ("Spare equipment.", TAKEN_IN_PART, "Invented: in cars of the night turn."),
    IDEAS[3]: ("Reasons in writing.", NOT_TAKEN_UP, "Invented: they are told in person."),
}


def make_demo_surveys(at: datetime) -> int:
    """Hold the demo's surveys; how many rounds, 0 if there are some already.

    Needs the demo's people.
    """
    if Round.objects.filter(force_id=FORCE).exists():
        return 0
    analyst, services = (
        User.objects.get(email=address_of(role)) for role in ("analyst", "people-services")
    )
    chance = random.Random(SEED)  # noqa: S311  # invented replies, the same each time
    record_published(
        PEEL_SURVEY,
        force_id=FORCE,
        title="With the inspection of 2023/24",
        month="2024-02",
        source=PRINTED_IN,
        rows=PRINTED,
        actor=analyst,
        at=at,
    )
    for ago, title, chances in (
        (270, "First wave, invented", FIRST_WAVE),
        (90, "Second wave, invented", SECOND_WAVE),
    ):
        _drawn_by_lot(title, chances, chance, actor=analyst, at=at - ago * A_DAY)
    _consultation(chance, actor=services, other=analyst, at=at - 30 * A_DAY)
    _open(LEAVERS, "Leavers of this half-year, invented", LEAVING, 6, chance, services, at)
    _open(TREATMENT, "This quarter, invented", TREATED, 23, chance, analyst, at)
    return Round.objects.filter(force_id=FORCE).count()


def _drawn_by_lot(
    title: str, chances: Chances, chance: random.Random, *, actor: User, at: datetime
) -> None:
    """A wave of 240 invitations, of which some 150 are answered."""
    held = open_round(
        PERCEPTION,
        force_id=FORCE,
        title=title,
        design=RANDOM,
        opens_at=at,
        closes_at=at + 21 * A_DAY,
        strata={"": 48_000},
        weighting="age",
        totals={"16-to-34": 14_000, "35-to-54": 16_500, "55-or-over": 17_500},
        actor=actor,
        at=at,
    )
    tokens = invite(held, wanted=240, actor=actor, at=at)
    _answer(PERCEPTION, tokens[: chance.randint(140, 160)], chances, chance, at=at + A_DAY)
    close_round(held, PERCEPTION, actor=actor, at=at + 21 * A_DAY)


def _consultation(chance: random.Random, *, actor: User, other: User, at: datetime) -> None:
    """Ideas that two people have coded, some of them answered."""
    held = open_round(
        CONSULTATION,
        force_id=FORCE,
        title="How we work at night, invented",
        design=VOLUNTARY,
        opens_at=at,
        closes_at=at + 20 * A_DAY,
        open_link=True,
        actor=actor,
        at=at,
    )
    links = (held.open_token or "",) * 34
    _answer(CONSULTATION, links, HEARD, chance, at=at + A_DAY, texts=("idea", IDEAS))
    done = at + 20 * A_DAY
    close_round(held, CONSULTATION, actor=actor, at=done)
    for coder in (actor, other):
        while comment := next_to_code(held, "idea", actor=coder, at=done):
            kit = "kit" if "radio" in comment.text or coder == other else "process"
            code_comment(comment, CONSULTATION, themes=(kit,), actor=coder, at=done)
    for idea in ideas_of(held):
        if text_of(idea) not in ANSWERED:
            continue
        told, decision, reply = ANSWERED[text_of(idea)]
        answer_idea(idea, told=told, decision=decision, reply=reply, actor=actor, at=done)


def _open(
    survey: Survey,
    title: str,
    chances: Chances,
    replies: int,
    chance: random.Random,
    actor: User,
    at: datetime,
) -> None:
    """A round that is still open, with some replies in their envelopes."""
    began = at - 20 * A_DAY
    held = open_round(
        survey,
        force_id=FORCE,
        title=title,
        design=VOLUNTARY,
        opens_at=began,
        closes_at=at + 70 * A_DAY,
        open_link=True,
        actor=actor,
        at=began,
    )
    _answer(survey, (held.open_token or "",) * replies, chances, chance, at=began + A_DAY)


def _answer(
    survey: Survey,
    tokens: Sequence[str],
    chances: Chances,
    chance: random.Random,
    *,
    at: datetime,
    texts: tuple[str, Sequence[str]] = ("", ()),
) -> None:
    question, said = texts
    for number, token in enumerate(tokens):
        answers = {
            key: chance.choices(list(options), list(options.values()))[0]
            for key, options in chances.items()
        }
        answer(
            token,
            surveys=(survey,),
            answers=answers,
            words={question: said[number]} if number < len(said) else {},
            once=UUID(int=chance.getrandbits(128), version=4),
            at=at,
        )
