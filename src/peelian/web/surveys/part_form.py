"""The form of one part of a survey: what is asked on it now, and what is wrong with an answer."""

from collections.abc import Iterable

from django import forms
from django.http import QueryDict

from peelian.engines.procedures.asking import Answers, problem
from peelian.engines.procedures.questions import Question
from peelian.web.surveys.boxes import box_of, fields_of, free, read_boxes


class PartForm(forms.Form):
    """Made for the questions that are asked on a part now."""

    def __init__(
        self, data: QueryDict | None, *, questions: Iterable[Question], given: Answers
    ) -> None:
        self.questions = tuple(map(free, questions))
        self._boxes = {one.key: fields_of(one, given) for one in self.questions}
        every = {name: box for boxes in self._boxes.values() for name, box in boxes.items()}
        super().__init__(
            data, initial={name: held for name, (_field, held) in every.items()}, auto_id="%s"
        )
        for name, (field, _held) in every.items():
            self.fields[name] = field

    @property
    def groups(self) -> tuple[tuple[forms.BoundField, ...], ...]:
        """The boxes of each question."""
        return tuple(tuple(self[name] for name in boxes) for boxes in self._boxes.values())

    def read(self) -> tuple[dict[str, str], dict[str, str]]:
        """Answers and words by question, as far as the boxes could be read."""
        answers, words = dict[str, str](), dict[str, str]()
        for question in self.questions:
            if box_of(question) in self.errors:
                continue
            answers[question.key], words[question.key] = read_boxes(question, self.cleaned_data)
        return answers, words

    def clean(self) -> None:
        """Everything that is wrong, beside the question that it is about."""
        answers, words = self.read()
        for question in self.questions:
            if question.key not in answers:
                continue
            said = problem(question, Answers(answers, words))
            if said:
                self.add_error(box_of(question), said)
