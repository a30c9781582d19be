"""People who met the police say how they were treated (NEI-43).

Feedback, a complaint and a wish to be called are three ways (P49): this is the first, and offers
the other two. No name and no reference of the encounter is asked.
"""

from typing import Final

from peelian.areas.neighbourhood.survey_perception import OWNER, REVIEW_BY, SINCE
from peelian.engines.duties.authority import Authority, Weight
from peelian.engines.surveys.declared import (
    Grouping,
    Option,
    Page,
    Question,
    Result,
    Survey,
    Theme,
    Version,
    Way,
)

MET: Final = Question(
    "met",
    "How did you meet the police?",
    "Somebody who was searched and somebody who rang for help are served differently.",
    "choice",
    options=(
        Option("called", "I called or visited them"),
        Option("victim", "I was the victim of a crime"),
        Option("searched", "I was stopped or searched"),
        Option("force-used", "Force was used on me"),
        Option("custody", "I was in custody"),
        Option("other", "In another way"),
    ),
    refusable=True,
)
AGE: Final = Question(
    "age",
    "How old are you?",
    "Whether the young are treated as others are.",
    "choice",
    options=(Option("under-25", "Under 25"), Option("25-or-over", "25 or over")),
    refusable=True,
)


def _treated(key: str, asks: str, why: str) -> Question:
    return Question(key, asks, why, "yes-no", unknown=True)


def _yes(key: str, title: str, words: str, asks: str) -> Result:
    return Result(key, key, ("yes",), title, words, asks)


TREATMENT: Final = Survey(
    key="neighbourhood.treatment",
    title="How the police treated you",
    why="Fair treatment is known to those who were treated. Asking them is how it is found out.",
    says="Six questions about the last time you met the police. Nobody will know that it was you.",
    asked="people who met the police",
    versions=(
        Version(
            1,
            SINCE,
            "First version.",
            (
                Page(
                    "treated",
                    "How you were treated",
                    (
                        MET,
                        _treated(
                            "respect",
                            "Were you treated with respect?",
                            "Everybody is owed it, whatever came of it.",
                        ),
                        _treated(
                            "explained",
                            "Were you told why things were done?",
                            "A reason that is told can be judged.",
                        ),
                        _treated(
                            "listened",
                            "Did somebody listen to your side?",
                            "Having a say is half of being treated fairly.",
                        ),
                        Question(
                            "words",
                            "What should they have done otherwise, or what was done well?",
                            "It is read, and coded by two people, without anything beside it.",
                            "words",
                            hint="Leave out names and anything that tells who you are.",
                            required=False,
                            most=2000,
                        ),
                    ),
                ),
                Page("you", "About you", (AGE,)),
            ),
        ),
    ),
    results=(
        _yes(
            "respect",
            "Treated with respect",
            "were treated with respect",
            "How many say that they were treated with respect?",
        ),
        _yes("explained", "Told why", "were told why", "How many say that they were told why?"),
        _yes(
            "listened",
            "Listened to",
            "were listened to",
            "How many say that somebody listened to them?",
        ),
    ),
    groups=(Grouping("met", "How they met the police"), Grouping("age", "Age")),
    themes=(
        Theme("words", "manner", "Manner and respect"),
        Theme("words", "reason", "Reasons told or not"),
        Theme("words", "force", "Force that was used"),
        Theme("words", "waiting", "Waiting and not hearing back"),
        Theme("words", "fairness", "Being treated differently for who one is"),
        Theme("words", "praise", "Praise"),
    ),
    ways=(
        Way(
            "complaint",
            "Complain",
            "A complaint is dealt with by law. It is kept apart from your answers.",
        ),
        Way(
            "contact",
            "Ask that somebody gets in touch",
            "Say how to reach you. It is kept apart from your answers.",
        ),
    ),
    authority=Authority(
        Weight.DEFAULT,
        "Peelian's default questions, after the area for improvement of HMIC 2016 on asking for "
        "feedback and challenge",
    ),
    owned_by=OWNER,
    review_by=REVIEW_BY,
    ledger=("NEI-43",),
    rhythm="Always open, in rounds of three months.",
    takes="3 minutes",
)
