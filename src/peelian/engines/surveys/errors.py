"""What can go wrong with a survey.

SurveyError
├── NoSuchRound     no round has this link: misspelt, or long over
├── NotOpen         the round has not begun, or is over
├── AlreadyUsed     the invitation was answered before
├── NotRight        answers that are missing or wrong, by question
└── SurveyRefused   what somebody who runs a survey asked for cannot stand
"""

from collections.abc import Mapping


class SurveyError(Exception):
    """It was not done; the message is a sentence that may be shown."""


class NoSuchRound(SurveyError):
    """No round has this link."""


class NotOpen(SurveyError):
    """The round takes no answers now."""


class AlreadyUsed(SurveyError):
    """Somebody has answered by this invitation already."""


class NotRight(SurveyError):
    """Answers are missing or wrong: a sentence for each question, for a form to show."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        super().__init__(" ".join(errors.values()))
        self.errors = dict(errors)


class SurveyRefused(SurveyError):
    """What was asked for cannot stand; the message says what would be right."""
