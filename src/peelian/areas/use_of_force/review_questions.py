"""What a supervisor is asked about one use of force form, as of a search."""

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
JUSTIFIED, WEAK, NOT_RECORDED = "justified", "weak", "not-recorded"
GIVEN, NONE_NEEDED = "given", "none-needed"
WATCHED, NOT_WATCHED, NO_VIDEO = "watched", "not-watched", "no-video"

PAGES: Final = (
    Page(
        "records",
        "The other records",
        (
            Question(
                "alike",
                "Does the form agree with the other records (arrest, custody, other forms)?",
                "The data are only as good as the form.",
                "choice",
                (
                    Option(YES, "Yes"),
                    Option(NO, "No"),
                    Option("unclear", "There is nothing to hold it against"),
                ),
                personal=False,
            ),
        ),
    ),
    Page(
        "video",
        "The video",
        (
            Question(
                "video",
                "Did you watch the body-worn video?",
                "The form is one side of the encounter.",
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
                "What was done well deserves a word as much as what was not.",
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
        Option(WEAK, "Weak: something is written that does not explain it"),
        Option(JUSTIFIED, "Justified: each tactic is explained"),
    ),
    suggest=no_suggestion,
    asks=(
        "Does the account say why force was necessary and no more than reasonable? Judge what is "
        "written, and quote the words on which your verdict rests."
    ),
)
