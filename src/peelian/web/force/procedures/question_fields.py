"""From a question to the boxes of a form: its own answers, and the ways round it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from django import forms
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peelian.engines.procedures.asking import (
    LONGEST_REASON,
    TYPED_KINDS,
    Answers,
    options_of,
    ways_round,
)
from peelian.engines.procedures.declared import DONT_KNOW, NOT_ASKED, REFUSED, Found
from peelian.engines.procedures.questions import Question
from peelian.records.derived import ZONE
from peelian.web.force.inputs import DayField, MomentField

SAYS: Final[Mapping[str, Any]] = {
    REFUSED: gettext_lazy("They would rather not say"),
    NOT_ASKED: gettext_lazy("Not asked"),
    DONT_KNOW: gettext_lazy("Not known"),
}
INSTEAD = gettext_lazy("Or, instead of an answer")
# On a page of many questions they stand closer together.
SMALL: Final = "govuk-radios--small"
# A longer list folds.
SHOWN_WHOLE: Final = 12
# A reference or a number stands in one line.
ONE_LINE: Final = 80
Choices = list[tuple[Any, Any]]


def answer_box(question: Question) -> str:
    """Name of the box that holds the answer."""
    return f"words-{question.key}" if question.kind == "words" else f"answer-{question.key}"


def round_box(question: Question) -> str:
    """Name of the box in which a typed question is passed over."""
    return f"round-{question.key}"


def why_box(question: Question) -> str:
    """Name of the box that says why it was not asked."""
    return f"why-{question.key}"


def note_box(question: Question) -> str:
    """Name of the box with more in words."""
    return f"note-{question.key}"


def fields_of(
    question: Question, given: Answers, found: Mapping[str, Found], *, small: bool = False
) -> dict[str, tuple[forms.Field, Any]]:
    """Every box of a question, by name, with what it holds already."""
    answer = given.answers.get(question.key, "")
    words = given.words.get(question.key, "")
    ways = ways_round(question, declined=given.declined)
    passed = answer if answer in SAYS else ""
    said: dict[str, Any] = {
        "label": question.text,
        "help_text": _help(question, found),
        "required": False,
    }
    boxes: dict[str, tuple[forms.Field, Any]] = {}
    if question.kind in TYPED_KINDS:
        held = "" if passed else words if question.kind == "words" else answer
        boxes[answer_box(question)] = (_typed(question, said), _held(question, held))
        if ways:
            choices = [("", _("Answered above")), *((one, SAYS[one]) for one in ways)]
            boxes[round_box(question)] = (
                forms.ChoiceField(
                    choices=choices,
                    widget=_radios(small=small),
                    label=_("Or, instead of an answer to: {question}").format(
                        question=question.text
                    ),
                    required=False,
                ),
                passed,
            )
    else:
        boxes[answer_box(question)] = (
            _chosen(question, ways, said, small=small),
            _held(question, answer),
        )
    if NOT_ASKED in ways:
        boxes[why_box(question)] = (
            forms.CharField(
                max_length=LONGEST_REASON,
                label=_("If it was not asked: why not?"),
                required=False,
            ),
            words if answer == NOT_ASKED else "",
        )
    if question.notes:
        boxes[note_box(question)] = (
            forms.CharField(
                widget=forms.Textarea(attrs={"rows": 2}),
                label=_("More about it, in words (optional)"),
                required=False,
            ),
            "" if passed else words,
        )
    return boxes


def read_boxes(question: Question, cleaned: Mapping[str, Any]) -> tuple[str, str]:
    """The answer and the words of a question, as its boxes say them."""
    value, passed = cleaned.get(answer_box(question)), str(cleaned.get(round_box(question)) or "")
    if question.kind == "several":
        answer = ",".join(value or ())
    elif question.kind == "words":
        answer = passed
    else:
        answer = passed or _text(value)
    words = str(value or "") if question.kind == "words" and not passed else ""
    if question.notes and answer not in SAYS:
        words = str(cleaned.get(note_box(question)) or "")
    if answer == NOT_ASKED:
        words = str(cleaned.get(why_box(question)) or "")
    return answer, words.replace("\r\n", "\n").strip()


def both_ways(question: Question, cleaned: Mapping[str, Any]) -> str:
    """What is wrong where a question is both answered and passed over; empty where it is not."""
    value, passed = cleaned.get(answer_box(question)), cleaned.get(round_box(question))
    if question.kind == "several":
        chosen = [one for one in value or () if one in SAYS]
        if not chosen or len(value or ()) == 1:
            return ""
        return _("“{way}” stands alone: take it away, or take the others away.").format(
            way=SAYS[chosen[0]]
        )
    if value and passed:
        return _("You have answered, and chosen “{way}”: keep one of the two.").format(
            way=SAYS[str(passed)]
        )
    return ""


def _help(question: Question, found: Mapping[str, Found]) -> str:
    """The hint, why it is asked and what was looked up, with every sign of theirs as a sign."""
    parts = [question.hint, question.why]
    if question.key in found:
        parts.append(_("Looked up: {found}").format(found=found[question.key].says))
    return escape(" ".join(part for part in parts if part))


def _radios(*, small: bool) -> forms.RadioSelect:
    return forms.RadioSelect(attrs={"class": SMALL} if small else {})


def _chosen(
    question: Question, ways: tuple[str, ...], said: dict[str, Any], *, small: bool
) -> forms.Field:
    choices: Choices = [(one.key, one.says) for one in options_of(question)]
    if ways:
        choices.append((INSTEAD, [(one, SAYS[one]) for one in ways]))
    if question.kind == "several":
        return forms.MultipleChoiceField(
            choices=choices, widget=forms.CheckboxSelectMultiple, **said
        )
    if len(options_of(question)) > SHOWN_WHOLE:
        return forms.ChoiceField(choices=[("", _("Choose")), *choices], **said)
    return forms.ChoiceField(choices=choices, widget=_radios(small=small), **said)


def _typed(question: Question, said: dict[str, Any]) -> forms.Field:
    match question.kind:
        case "day":
            return DayField(**said)
        case "moment":
            return MomentField(**said)
        case "number":
            box = forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-5"})
            return forms.CharField(widget=box, **said)
        case _ if question.most <= ONE_LINE:
            return forms.CharField(widget=forms.TextInput(), **said)
        case _:
            return forms.CharField(widget=forms.Textarea(attrs={"rows": 6}), **said)


def _held(question: Question, answer: str) -> Any:
    """What a box shows of an answer; one that it could not show is left for its writer."""
    if question.kind == "several":
        return answer.split(",") if answer else []
    try:
        if question.kind == "day" and answer:
            return date.fromisoformat(answer)
        if question.kind == "moment" and answer:
            return datetime.fromisoformat(answer).replace(tzinfo=ZoneInfo(ZONE))
    except ValueError:
        return None
    return answer


def _text(value: Any) -> str:
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat(timespec="minutes")
    return value.isoformat() if isinstance(value, date) else str(value or "").strip()
