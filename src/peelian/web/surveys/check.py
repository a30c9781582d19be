"""What is about to be sent, part by part, in the words that were chosen."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from peelian.engines.procedures.asking import Answers, asked_on, open_pages, options_of
from peelian.engines.procedures.questions import Question, Version
from peelian.web.components.parts import SummaryRow
from peelian.web.surveys.boxes import SAYS


@dataclass(frozen=True)
class Part:
    """One part with its answers."""

    key: str
    title: str
    rows: tuple[SummaryRow, ...]


def parts_of(version: Version, given: Answers) -> tuple[Part, ...]:
    """Every part that the answers lead to."""
    return tuple(
        Part(
            page.key,
            page.title,
            tuple(
                SummaryRow(one.text, in_words(one, given)) for one in asked_on(version, page, given)
            ),
        )
        for page in open_pages(version, given)
    )


def in_words(question: Question, given: Answers) -> str:
    """An answer in words; that it was left out, where it was."""
    answer = given.answers.get(question.key, "")
    words = given.words.get(question.key, "")
    known = {one.key: one.says for one in options_of(question)} | {
        way: str(says) for way, says in SAYS.items()
    }
    said = [known.get(one, _typed(question, one)) for one in answer.split(",") if one]
    return "\n".join([*said, words] if words else said) or _("Left out")


def _typed(question: Question, answer: str) -> str:
    try:
        if question.kind == "day":
            return date_format(date.fromisoformat(answer), "j F Y")
        if question.kind == "moment":
            return date_format(datetime.fromisoformat(answer), "j F Y, H:i")
    except ValueError:
        return answer
    return answer
