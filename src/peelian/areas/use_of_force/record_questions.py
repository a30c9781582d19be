"""What an officer is asked after using force: the words of the national form, in order of use."""

from typing import Final

from peelian.areas.use_of_force.codes import (
    AGES,
    DISABILITIES,
    ETHNICITIES,
    GENDERS,
    IMPACTS,
    INJURIES,
    LOCATIONS,
    MEDICAL,
    OUTCOMES,
    REASONS,
    TACTICS,
)
from peelian.areas.use_of_force.models import IN_ORDER
from peelian.engines.procedures.declared import NO, YES, Option, Page, Question, When
from peelian.records.codes import CodeList

ORDINALS: Final = ("first", "second", "third", "fourth", "fifth", "sixth")
NATIONAL: Final = "The national form asks it."


def options(codes: CodeList) -> tuple[Option, ...]:
    """One option for each word of a list; the key is the word itself."""
    return tuple(Option(code, code) for code in codes.codes)


def reference(key: str, text: str, why: str, field: str) -> Question:
    """A question for the reference of another record, which there need not be."""
    return Question(key, text, why, "words", field=field, required=False, personal=False, most=64)


def tactic(number: int) -> Question:
    """The question for one tactic: the first is required, each other follows the one before."""
    before = IN_ORDER[number - 2]
    return Question(
        IN_ORDER[number - 1],
        f"What was the {ORDINALS[number - 1]} tactic?",
        "The order shows what was tried before more force was used.",
        "choice",
        options(TACTICS),
        only=(When(before, TACTICS.codes),) if number > 1 else (),
        field=IN_ORDER[number - 1],
        required=number == 1,
        hint="" if number == 1 else "Leave blank if there was no further one.",
        personal=False,
    )


def as_seen(key: str, text: str, codes: CodeList, field: str) -> Question:
    """A question for something that the officer saw and did not ask."""
    return Question(
        key,
        text,
        "As you saw it: do not ask the person. It says on whom force falls.",
        "choice",
        options(codes),
        field=field,
        unknown=True,
    )


ENCOUNTER = Page(
    "encounter",
    "When and where",
    (
        Question(
            "at",
            "When did you first use force?",
            NATIONAL,
            "moment",
            field="used_at",
            personal=False,
        ),
        Question(
            "location",
            "In what kind of place?",
            NATIONAL,
            "choice",
            options(LOCATIONS),
            field="location",
            personal=False,
        ),
        reference(
            "incident",
            "What is the reference of the incident?",
            "It joins the forms of all officers, so that incidents can be counted too.",
            "incident_ref",
        ),
        reference(
            "search",
            "Was it during a search? Give the reference of its record.",
            "So that a review sees both.",
            "search_ref",
        ),
        Question(
            "present",
            "Which other officers were there?",
            "Nobody who was there reviews it.",
            "words",
            field="present_refs",
            hint="Staff numbers with commas between. Leave blank if you were alone.",
            required=False,
            personal=False,
            most=400,
        ),
    ),
    says="One form for yourself and for one person. Others who used force write their own.",
)
TACTICS_PAGE = Page(
    "tactics",
    "What you did, in order",
    tuple(tactic(number) for number in range(1, len(IN_ORDER) + 1)),
)
REASONS_PAGE = Page(
    "reasons",
    "Why",
    (
        Question(
            "reason",
            "What was the main reason?",
            NATIONAL,
            "choice",
            options(REASONS),
            field="reason",
            personal=False,
        ),
        Question(
            "impacts",
            "What bore on your decision?",
            NATIONAL,
            "several",
            options(IMPACTS),
            field="impacts",
            required=False,
            personal=False,
        ),
        Question(
            "account",
            "What happened, and why was force necessary and no more than reasonable?",
            "Force is lawful only as far as it is reasonable in the circumstances.",
            "words",
            field="account",
            hint="What the person did and said, what you tried first, and why it was not enough.",
        ),
    ),
)
PERSON = Page(
    "person",
    "The person, as you saw them",
    (
        as_seen("seen-age", "How old?", AGES, "seen_age"),
        as_seen("seen-gender", "Of which gender?", GENDERS, "seen_gender"),
        as_seen("seen-ethnicity", "Of which ethnicity?", ETHNICITIES, "seen_ethnicity"),
        as_seen("seen-disability", "With a disability?", DISABILITIES, "seen_disability"),
    ),
)
RESULT = Page(
    "result",
    "What became of it",
    (
        Question(
            "person-injury",
            "Was the person injured?",
            NATIONAL,
            "choice",
            options(INJURIES),
            field="person_injury",
            unknown=True,
        ),
        Question(
            "officer-injury",
            "Were you injured?",
            NATIONAL,
            "choice",
            options(INJURIES),
            field="officer_injury",
        ),
        Question(
            "medical",
            "Was medical help offered?",
            NATIONAL,
            "choice",
            options(MEDICAL),
            field="medical_help",
            personal=False,
        ),
        Question(
            "outcome",
            "What was the outcome?",
            NATIONAL,
            "choice",
            options(OUTCOMES),
            field="outcome",
            personal=False,
        ),
        reference(
            "custody",
            "What is the reference of the custody record?",
            "Forms are held against custody records to find those that nobody wrote.",
            "custody_ref",
        ),
        Question(
            "video", "Is there body-worn video?", "Reviews look at it.", "yes-no", personal=False
        ),
        Question(
            "video-ref",
            "What is the reference of the video?",
            "So that the reviewer finds it.",
            "words",
            only=(When("video", (YES,)),),
            field="video_ref",
            required=False,
            personal=False,
            most=120,
        ),
        Question(
            "no-video",
            "Why is there none?",
            "A gap with a reason can be read.",
            "words",
            only=(When("video", (NO,)),),
            field="no_video_because",
            personal=False,
            most=200,
        ),
    ),
)

PAGES: Final = (ENCOUNTER, TACTICS_PAGE, REASONS_PAGE, PERSON, RESULT)
