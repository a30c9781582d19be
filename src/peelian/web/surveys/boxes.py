"""From a question of a survey to the boxes of a form: every one of them may be left out."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final

from django import forms
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peelian.engines.procedures.asking import TYPED_KINDS, Answers, options_of
from peelian.engines.procedures.questions import DONT_KNOW, REFUSED, Question
from peelian.web.force.inputs import DayField, MomentField

LEFT_OUT: Final = "left-out"
# What stands for an answer, in the words of whoever answers.
SAYS: Final[Mapping[str, Any]] = {
    DONT_KNOW: gettext_lazy("I do not know"),
    REFUSED: gettext_lazy("I would rather not say"),
}
# A longer list folds.
SHOWN_WHOLE: Final = 12
# A short answer stands in one line.
ONE_LINE: Final = 80


def free(question: Question) -> Question:
    """The question as a survey asks it: nobody has to answer."""
    return replace(question, required=False)


def box_of(question: Question) -> str:
    """Name of the box with the answer."""
    return f"answer-{question.key}"


def note_of(question: Question) -> str:
    """Name of the box with more in words."""
    return f"note-{question.key}"


def fields_of(question: Question, given: Answers) -> dict[str, tuple[forms.Field, Any]]:
    """Every box of a question, by name, with what it holds already."""
    answer = given.answers.get(question.key, "")
    words = given.words.get(question.key, "")
    said: dict[str, Any] = {
        "label": question.text,
        "help_text": escape(" ".join(filter(None, (question.hint, question.why)))),
        "required": False,
    }
    boxes: dict[str, tuple[forms.Field, Any]]
    if question.kind == "words":
        boxes = {box_of(question): (_typed(question, said), words)}
    elif question.kind in TYPED_KINDS:
        boxes = {box_of(question): (_typed(question, said), _held(question, answer))}
    else:
        held = answer.split(",") if question.kind == "several" and answer else answer or None
        boxes = {box_of(question): (_chosen(question, said), held)}
    if question.notes:
        box = forms.CharField(
            widget=forms.Textarea(attrs={"rows": 2}),
            label=_("More about it, in your own words (optional)"),
            required=False,
        )
        boxes[note_of(question)] = (box, words)
    return boxes


def read_boxes(question: Question, cleaned: Mapping[str, Any]) -> tuple[str, str]:
    """The answer and the words of a question, as its boxes say them."""
    value = cleaned.get(box_of(question))
    words = str(cleaned.get(note_of(question)) or "")
    answer = ""
    if question.kind == "words":
        words = str(value or "")
    elif question.kind == "several":
        answer = ",".join(value or ())
    else:
        answer = _text(value)
    answer = "" if answer == LEFT_OUT else answer
    return answer, words.replace("\r\n", "\n").strip()


def _chosen(question: Question, said: dict[str, Any]) -> forms.Field:
    choices: list[tuple[str, Any]] = [(one.key, one.says) for one in options_of(question)]
    if question.kind == "several":
        choices += [(REFUSED, SAYS[REFUSED])] if question.refusable else []
        return forms.MultipleChoiceField(
            choices=choices, widget=forms.CheckboxSelectMultiple, **said
        )
    if question.unknown:
        choices.append((DONT_KNOW, SAYS[DONT_KNOW]))
    # A choice that was made can be taken back, also where no script runs.
    choices.append(
        (REFUSED, SAYS[REFUSED]) if question.refusable else (LEFT_OUT, _("Leave this out"))
    )
    if len(choices) > SHOWN_WHOLE:
        return forms.ChoiceField(choices=[("", _("Choose")), *choices], **said)
    return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **said)


def _typed(question: Question, said: dict[str, Any]) -> forms.Field:
    # Nothing that was typed here is offered to whoever uses this browser next.
    alone = {"autocomplete": "off"}
    match question.kind:
        case "day":
            return DayField(**said)
        case "moment":
            return MomentField(**said)
        case "number":
            box = forms.TextInput(
                attrs={**alone, "inputmode": "numeric", "class": "govuk-input--width-5"}
            )
            return forms.CharField(widget=box, **said)
        case _ if question.most <= ONE_LINE:
            return forms.CharField(widget=forms.TextInput(attrs=alone), **said)
        case _:
            box_of_lines = forms.Textarea(attrs={**alone, "rows": 5})
            return forms.CharField(widget=box_of_lines, **said)


def _held(question: Question, answer: str) -> Any:
    """What a box shows of an answer; one that it could not show is left for its writer."""
    try:
        if question.kind == "day" and answer:
            return date.fromisoformat(answer)
        if question.kind == "moment" and answer:
            return datetime.fromisoformat(answer)
    except ValueError:
        return None
    return answer


def _text(value: Any) -> str:
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat(timespec="minutes")
    return value.isoformat() if isinstance(value, date) else str(value or "").strip()
