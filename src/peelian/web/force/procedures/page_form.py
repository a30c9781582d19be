"""The form of one page: each question with the ways round it, in one form."""

from collections.abc import Iterable, Mapping

from django import forms
from django.http import QueryDict

from peelian.engines.procedures.asking import (
    Answers,
    open_questions,
    problem,
)
from peelian.engines.procedures.declared import Found
from peelian.engines.procedures.questions import Question, Version
from peelian.web.force.procedures.question_fields import (
    answer_box,
    both_ways,
    fields_of,
    read_boxes,
    why_box,
)

# A page of more questions has smaller choices.
FEW = 3


class PageForm(forms.Form):
    """Made for the questions that are asked on a page now."""

    def __init__(
        self,
        data: QueryDict | None,
        *,
        version: Version,
        questions: Iterable[Question],
        given: Answers,
        found: Mapping[str, Found],
    ) -> None:
        self.questions = tuple(questions)
        small = len(self.questions) > FEW
        boxes = {
            name: box
            for one in self.questions
            for name, box in fields_of(one, given, found, small=small).items()
        }
        super().__init__(
            data, initial={name: held for name, (_field, held) in boxes.items()}, auto_id="%s"
        )
        for name, (field, _held) in boxes.items():
            self.fields[name] = field
        self._version, self._given = version, given

    @property
    def groups(self) -> tuple[tuple[tuple[forms.BoundField, bool], ...], ...]:
        """The boxes of each question, and whether one is wanted only for what was not asked."""
        return tuple(
            tuple((self[name], name == why_box(one)) for name in fields_of(one, self._given, {}))
            for one in self.questions
        )

    def read(self) -> tuple[dict[str, str], dict[str, str]]:
        """Answers and words by question, as far as the boxes could be read."""
        answers, words = dict[str, str](), dict[str, str]()
        for question in self.questions:
            answers[question.key], words[question.key] = read_boxes(question, self.cleaned_data)
        return answers, words

    def clean(self) -> None:
        """Everything that is wrong, beside the question that it is about."""
        answers, words = self.read()
        given = self._given.over(answers, words)
        opened = open_questions(self._version, given)
        for question in self.questions:
            box = answer_box(question)
            # An answer on the same page can close the branch of another one.
            if box in self.errors or question not in opened:
                continue
            said = both_ways(question, self.cleaned_data) or problem(question, given)
            if said:
                self.add_error(box, said)
