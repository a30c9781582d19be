"""What is asked of a THRIVE assessment: whether it was made, and whether it says anything."""

from typing import Final

from peelian.areas.contact.thrive_questions import ELEMENTS
from peelian.engines.audits.declared import AuditQuestion, Section
from peelian.engines.procedures.questions import YES, When

USED: Final = "used"
MEANINGFUL: Final = "meaningful"
IF_USED: Final = (When(USED, (YES,)),)

ASSESSMENT: Final = Section(
    "assessment",
    "The assessment",
    (
        AuditQuestion(
            USED,
            "Was THRIVE used to assess this contact?",
            "It decides how soon somebody comes, and who.",
            "used THRIVE",
            hint="Look at the log and at the assessment beside it: either is enough.",
        ),
        AuditQuestion(
            MEANINGFUL,
            "Is it an accurate and meaningful reflection of what was said?",
            "An assessment that would fit every call fits none.",
            "were accurate and meaningful",
            only=IF_USED,
        ),
        *(
            AuditQuestion(
                key,
                f"Does it say something of this call on {name.lower()}?",
                why,
                f"said something of this call on {name.lower()}",
                only=IF_USED,
                hint="“None” or “n/a” alone is no.",
            )
            for key, name, _text, why in ELEMENTS
        ),
        AuditQuestion(
            "grade-fits",
            "Does the grade fit the danger, with a reason that rests on the assessment?",
            "The grade decides who waits.",
            "had a grade that fits",
        ),
        AuditQuestion(
            "assessed-again",
            "Was it assessed again on new facts, a delay, another grade or an end without "
            "attendance?",
            "A grade that nobody looks at again grows wrong by waiting.",
            "were assessed again when they had to be",
            relevant="contacts with new facts, a delay, another grade or an end without attendance",
        ),
    ),
)
CHECKS: Final = Section(
    "checks",
    "Checks and advice",
    (
        AuditQuestion(
            "repeat-check",
            "Was it searched whether they, or this place, were reported before, with the result?",
            "A check counts if its result is logged, even when nothing was found.",
            "had a check for a repeat victim",
            relevant="contacts about a victim or a place",
        ),
        AuditQuestion(
            "vulnerable-check",
            "Was it checked whether they, or others in the home, are vulnerable?",
            "Others in the home count as much as whoever calls.",
            "had a check for vulnerability",
            relevant="contacts about somebody who could be vulnerable",
        ),
        AuditQuestion(
            "advice",
            "Was advice given on keeping safe and keeping evidence?",
            "Until somebody comes, they are on their own.",
            "gave advice on safety and evidence",
            relevant="contacts in which there was something to advise",
        ),
    ),
)
