"""What a supervisor is asked about one search: what is recorded, not what may have been."""

from typing import Final

from peelian.engines.procedures.declared import (
    NO,
    YES,
    Asked,
    Grades,
    Option,
    Page,
    Question,
    Suggestion,
    When,
)

FEEDBACK = "feedback"
ADEQUATE, WEAK, NOT_RECORDED = "adequate", "weak", "not-recorded"
GIVEN, NONE_NEEDED = "given", "none-needed"
WATCHED, NOT_WATCHED, NO_VIDEO = "watched", "not-watched", "no-video"

PAGES: Final = (
    Page(
        "conduct",
        "How it was done",
        (
            Question(
                "video",
                "Did you watch the body-worn video?",
                "The record is one side of the encounter.",
                "choice",
                (
                    Option(WATCHED, "Watched"),
                    Option(NOT_WATCHED, "There is one; not watched"),
                    Option(NO_VIDEO, "There is none"),
                ),
                personal=False,
            ),
            Question(
                "not-watched",
                "Why did you not watch it?",
                "So that a habit can be told from an exception.",
                "words",
                only=(When("video", (NOT_WATCHED,)),),
                personal=False,
            ),
            Question(
                "told",
                "Was the person told all that they must be told (GOWISELY)?",
                "It is what makes a search understood, and lawful.",
                "choice",
                (
                    Option(YES, "Yes"),
                    Option(NO, "No"),
                    Option("unclear", "Neither the record nor the video shows it"),
                ),
                personal=False,
            ),
        ),
    ),
    Page(
        "feedback",
        "What the officer hears",
        (
            Question(
                FEEDBACK,
                "What do you give back to the officer?",
                "A review that nobody hears of changes nothing.",
                "choice",
                (
                    Option(GIVEN, "Feedback, written here: the officer is asked to read it"),
                    Option(NONE_NEEDED, "None: there is nothing to add"),
                ),
                personal=False,
            ),
            Question(
                "feedback-words",
                "Your feedback",
                "Good grounds deserve a word as much as weak ones.",
                "words",
                only=(When(FEEDBACK, (GIVEN,)),),
            ),
        ),
    ),
)


def no_suggestion(_asked: Asked) -> Suggestion:
    """Nothing: what a machine would say first is what a reviewer would then see."""
    return Suggestion("", ())


VERDICTS: Final = Grades(
    options=(
        Option(NOT_RECORDED, "Not recorded"),
        Option(WEAK, "Weak: something is written that does not justify this search"),
        Option(ADEQUATE, "Adequate: they justify this search of this person"),
    ),
    suggest=no_suggestion,
    asks=(
        "Are the recorded grounds reasonable? Judge what is written, not what the officer may have "
        "known or found later, and quote the words on which your verdict rests."
    ),
)
