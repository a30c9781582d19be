"""How statements are put to the workforce, one way in every survey."""

from datetime import date
from typing import Final

from peelian.engines.duties.authority import Authority, Weight
from peelian.engines.measures.kinds import Better
from peelian.engines.surveys.declared import Grouping, Option, Question, Result, When

SINCE: Final = date(2026, 11, 22)
DEFAULT: Final = Authority(
    Weight.DEFAULT, "Peelian's default questions; the force chooses whether and when to ask them"
)
AGREE: Final = ("strongly-agree", "agree")
SCALE: Final = (
    Option("strongly-agree", "Strongly agree"),
    Option("agree", "Agree"),
    Option("neither", "Neither agree nor disagree"),
    Option("disagree", "Disagree"),
    Option("strongly-disagree", "Strongly disagree"),
)
ROLE: Final = Question(
    "role",
    "Which of these are you?",
    "Roles work under different strain. A role of few replies is never shown.",
    "choice",
    options=(
        Option("officer", "Police officer or student officer"),
        Option("pcso", "Police community support officer"),
        Option("staff", "Police staff"),
        Option("volunteer", "Special constable or volunteer"),
    ),
    refusable=True,
)
BY_ROLE: Final = Grouping("role", "Role")


def statement(key: str, says: str, why: str, only: tuple[When, ...] = ()) -> Question:
    """A statement to agree or disagree with; "I do not know" is an answer of its own."""
    return Question(key, says, why, "choice", options=SCALE, unknown=True, only=only)


def text(key: str, asks: str, why: str, most: int = 1000) -> Question:
    """A question that is answered in one's own words, or not at all."""
    hint = "Leave out names and anything that tells who you are."
    return Question(key, asks, why, "words", hint=hint, required=False, most=most)


def agreed(
    question: str,
    title: str,
    words: str,
    *,
    among: str = "replies",
    better: Better = "higher",
    ledger: str,
) -> Result:
    """How many agree with a statement, strongly or not."""
    return Result(
        question,
        question,
        AGREE,
        title,
        words,
        f"How many say so: {title[:1].lower()}{title[1:]}?",
        among,
        better,
        (ledger,),
    )
