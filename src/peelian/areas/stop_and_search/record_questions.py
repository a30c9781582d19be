"""What an officer is asked about a search: the statutory items first, and nothing that no law asks.

Name, address and description are not asked: the law no longer requires them and the person may
refuse them.
"""

from typing import Final

from peelian.areas.stop_and_search.codes import LEGISLATION, OBJECTS, OUTCOMES, SEARCH_TYPES
from peelian.areas.stop_and_search.record_asking import (
    IF_NONE,
    IF_PERSON,
    IF_VEHICLE,
    STATUTE,
    options,
)
from peelian.areas.stop_and_search.record_grounds import GROUNDS_PAGE
from peelian.areas.stop_and_search.record_person import PERSON, TOLD_PAGE
from peelian.engines.procedures.declared import NO, YES, Page, Question, When

ENCOUNTER = Page(
    "encounter",
    "The search",
    (
        Question(
            "at", "When was the search?", STATUTE, "moment", field="searched_at", personal=False
        ),
        Question(
            "type",
            "What was searched?",
            "A search of a vehicle alone has no person.",
            "choice",
            options(SEARCH_TYPES),
            field="search_type",
            personal=False,
        ),
        Question(
            "place",
            "Where was it?",
            STATUTE,
            "words",
            field="place",
            hint="Street and what is near, so that it can be found again.",
            most=200,
        ),
        Question(
            "vehicle",
            "Which vehicle?",
            "So that its owner can have a copy of the record.",
            "words",
            only=IF_VEHICLE,
            field="vehicle",
            hint="Registration mark, or what it looked like.",
            required=False,
            most=80,
        ),
        Question(
            "present",
            "Which other officers were there?",
            "Nobody who was there reviews the search.",
            "words",
            field="present_refs",
            hint="Staff numbers with commas between. Leave blank if you were alone.",
            required=False,
            personal=False,
            most=400,
        ),
    ),
)
POWER = Page(
    "power",
    "The power",
    (
        Question(
            "power",
            "Under which power?",
            "The person must be told it, and the record must name it.",
            "choice",
            options(LEGISLATION),
            field="legislation",
            personal=False,
            hint="Consent alone is no power to search a person.",
        ),
        Question(
            "object",
            "What did you look for?",
            STATUTE,
            "choice",
            options(OBJECTS),
            field="object_of_search",
            personal=False,
        ),
        Question(
            "authorisation",
            "Under which authorisation?",
            "This power needs no suspicion, and one who authorised it for a place and a time.",
            "words",
            only=IF_NONE,
            field="authorisation",
            hint="Its reference, or who gave it and from when.",
            personal=False,
            most=120,
        ),
    ),
)
RESULT = Page(
    "result",
    "What became of it",
    (
        Question(
            "outcome",
            "What was the outcome?",
            "Says what the search led to.",
            "choice",
            options(OUTCOMES),
            field="outcome",
            personal=False,
        ),
        Question(
            "linked",
            "Was the outcome linked to what you looked for?",
            "Finding something else is not the same.",
            "yes-no",
            field="linked_to_object",
            unknown=True,
            personal=False,
        ),
        Question(
            "clothing",
            "Did more than a coat, jacket or gloves come off?",
            "Such a search has rules of its own on place, sex and children.",
            "yes-no",
            only=IF_PERSON,
            field="more_than_outer_clothing",
            personal=False,
        ),
        Question(
            "custody",
            "What is the reference of the custody record?",
            "With an arrest the record of the search is part of the custody record.",
            "words",
            only=(When("outcome", ("Arrest",)),),
            field="custody_ref",
            required=False,
            personal=False,
            most=64,
        ),
        Question(
            "copy",
            "Did you offer a copy of the record?",
            "The person can have one, now or later.",
            "yes-no",
            field="copy_offered",
            personal=False,
        ),
        Question(
            "video",
            "Is there body-worn video?",
            "Reviews look at it.",
            "yes-no",
            personal=False,
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

PAGES: Final = (ENCOUNTER, POWER, GROUNDS_PAGE, TOLD_PAGE, PERSON, RESULT)
