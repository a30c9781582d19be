"""The language of surveys: what is asked of whom, which figures come of it, and by what groups.

A survey is declared in an area. Answer pages, results, manual and measures are made from it. Every
survey is anonymous: what is kept of it names nobody and ties no two answers of a person together.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from peelian.engines.duties.authority import Authority
from peelian.engines.duties.settings import Setting
from peelian.engines.measures.kinds import Better
from peelian.engines.procedures.asking import options_of
from peelian.engines.procedures.questions import Option, Page, Question, Version, When
from peelian.records.drawn import CHOSEN, RANDOM, VOLUNTARY, WHOLE

__all__ = [
    "CHOSEN",
    "RANDOM",
    "VOLUNTARY",
    "WHOLE",
    "BadSurvey",
    "Grouping",
    "Option",
    "Page",
    "Question",
    "Result",
    "Survey",
    "Theme",
    "Version",
    "Way",
    "Weighting",
    "When",
]

Asked = Literal["the workforce", "people who leave", "residents", "people who met the police"]

# What a breakdown calls those who did not say to which group they belong.
NOT_SAID: Final = "not-said"

SMALLEST: Final = Setting(
    "surveys.smallest_group",
    "Replies below which nothing of a group is told; it can be raised and not lowered",
    10,
    "replies",
)


TEXTS_KEPT: Final = Setting(
    "surveys.texts_kept", "How long texts of surveys are kept after the close", 24, "months"
)

# A survey asks for choices and texts. Its texts together are no longer than this, so that every
# sealed reply has one length (see `envelopes`).
KINDS: Final = ("choice", "yes-no", "words")
LONGEST_TEXTS: Final = 3_000


class BadSurvey(Exception):
    """A survey contradicts itself or leaves out what a reader will ask."""


@dataclass(frozen=True)
class Result:
    """A figure: of those who answered `question`, those who gave one of `counts`.

    `words` end the sentence "542 of 748 …": "agreed that they have a good work-life balance".
    `among` names those who answer, in the plural: "replies", "replies of people who had a review".
    """

    key: str
    question: str
    counts: tuple[str, ...]
    title: str
    words: str
    asks: str
    among: str = "replies"
    better: Better = "higher"
    ledger: tuple[str, ...] = ()


@dataclass(frozen=True)
class Grouping:
    """A question with a choice by whose answers results may be shown: role, area, age.

    Results are shown by one grouping at a time and never by two together.
    """

    question: str
    title: str


@dataclass(frozen=True)
class Theme:
    """What a text may be about, for coding the texts to one question by hand."""

    question: str
    key: str
    title: str


@dataclass(frozen=True)
class Weighting:
    """A named way to weight replies: by the answers to `by`, to totals from a named source.

    The totals are given with a round, by the options of that question.
    """

    key: str
    title: str
    by: str
    source: str


@dataclass(frozen=True)
class Way:
    """What somebody may do beside answering, kept apart from every answer: complain, be called."""

    key: Literal["complaint", "contact"]
    title: str
    says: str


@dataclass(frozen=True, kw_only=True)
class Survey:
    """One survey, whatever the number of its rounds.

    `asked` says whom in words. `says` is what a respondent reads before the first question, beside
    what Peelian says of anonymity. Any question may be left out, whatever it is declared to be.
    `ideas` names free-text questions whose texts are ideas: each is
    owed a reply and a decision. `rhythm` says in words how often it is held.
    """

    key: str
    title: str
    why: str
    says: str
    asked: Asked
    versions: tuple[Version, ...]
    results: tuple[Result, ...]
    authority: Authority
    owned_by: str
    review_by: date
    ledger: tuple[str, ...]
    groups: tuple[Grouping, ...] = ()
    smallest: Setting = SMALLEST
    texts_kept: Setting = TEXTS_KEPT
    themes: tuple[Theme, ...] = ()
    ideas: tuple[str, ...] = ()
    weightings: tuple[Weighting, ...] = ()
    ways: tuple[Way, ...] = ()
    rhythm: str = ""
    takes: str = ""

    def __post_init__(self) -> None:
        check(self)

    def version_on(self, day: date) -> Version:
        """The version that is asked on a local day; the first one before there was any."""
        found = [one for one in self.versions if one.since <= day]
        return found[-1] if found else self.versions[0]

    def version(self, number: int) -> Version:
        """A version by its number."""
        return next(one for one in self.versions if one.number == number)

    def result(self, key: str) -> Result:
        """A result by its key; raises `KeyError` naming those that there are."""
        for one in self.results:
            if one.key == key:
                return one
        known = ", ".join(one.key for one in self.results)
        raise KeyError(f"{self.key} has no result '{key}'; it has {known}.")

    def question(self, key: str) -> Question:
        """A question by its key, as it was asked last; raises `KeyError`."""
        for version in reversed(self.versions):
            for one in version.questions:
                if one.key == key:
                    return one
        raise KeyError(f"{self.key} asks no question '{key}'.")

    def themes_of(self, question: str) -> tuple[Theme, ...]:
        """The themes to which texts of a question are coded; none where they are not."""
        return tuple(one for one in self.themes if one.question == question)

    def weighting(self, key: str) -> Weighting:
        """A weighting by its key; raises `KeyError`."""
        return {one.key: one for one in self.weightings}[key]


def check(survey: Survey) -> None:
    """Raise `BadSurvey` where a declaration contradicts itself, saying what would be right."""
    key = survey.key
    numbers = [one.number for one in survey.versions]
    if not numbers or numbers != list(range(1, len(numbers) + 1)):
        raise BadSurvey(f"{key}: versions are numbered {numbers}; number them 1, 2, 3 … in order.")
    known = {one.key: one for version in survey.versions for one in version.questions}
    for version in survey.versions:
        _check_version(survey, version)
    for result in survey.results:
        question = _named(survey, known, result.question, f"result {result.key}")
        missing = set(result.counts) - {one.key for one in options_of(question)}
        if missing or not result.counts or question.kind not in ("choice", "yes-no"):
            raise BadSurvey(
                f"{key}, result {result.key} counts {', '.join(sorted(missing)) or 'nothing'}: "
                f"name answers of a question with one choice."
            )
    for grouping in survey.groups:
        question = _named(survey, known, grouping.question, "a grouping")
        if question.kind not in ("choice", "yes-no"):
            raise BadSurvey(f"{key}: groups come of a question with one choice.")
    for theme in survey.themes:
        _words(survey, _named(survey, known, theme.question, f"theme {theme.key}"))
    for name in survey.ideas:
        _words(survey, _named(survey, known, name, "ideas"))
    grouped = {one.question for one in survey.groups}
    for weighting in survey.weightings:
        if weighting.by not in grouped:
            raise BadSurvey(
                f"{key} weights by {weighting.by}, by which it shows no results: add it to groups."
            )
    keys = [one.key for one in survey.results]
    if len(set(keys)) != len(keys):
        raise BadSurvey(f"{key}: two results have one key; give each its own.")


def _check_version(survey: Survey, version: Version) -> None:
    strange = [one.key for one in version.questions if one.kind not in KINDS]
    if strange:
        raise BadSurvey(
            f"{survey.key} asks {', '.join(strange)} in a way that cannot be counted without "
            f"telling one person from another; a survey asks {', '.join(KINDS)}."
        )
    longest = sum(one.most for one in version.questions if one.kind == "words" or one.notes)
    if longest > LONGEST_TEXTS:
        raise BadSurvey(
            f"{survey.key}: its texts may hold {longest:,} characters together; give them a `most` "
            f"that makes {LONGEST_TEXTS:,} at most."
        )


def _named(survey: Survey, known: dict[str, Question], name: str, where: str) -> Question:
    if name not in known:
        raise BadSurvey(
            f"{survey.key}, {where}: {name} is not asked; choose from {', '.join(known)}."
        )
    return known[name]


def _words(survey: Survey, question: Question) -> None:
    if question.kind != "words":
        raise BadSurvey(
            f"{survey.key}: {question.key} is no text; name a question of kind 'words'."
        )
