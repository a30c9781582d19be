"""What an officer is asked about the person: what they were told, and whom searches fall on.

Ethnicity is asked twice and apart, as the person says it and as the officer saw it.
"""

from peelian.areas.stop_and_search.asked_codes import NOT_STATED_BECAUSE
from peelian.areas.stop_and_search.codes import (
    AGE_RANGES,
    GENDERS,
    NOT_STATED,
    OFFICER_DEFINED,
    SELF_DEFINED,
)
from peelian.areas.stop_and_search.record_asking import IF_PERSON, STATUTE, options
from peelian.engines.procedures.declared import Page, Question, When


def _said(key: str, text: str, field: str, *, required: bool = True, hint: str = "") -> Question:
    return Question(
        key,
        text,
        "The person must be told before the search (GOWISELY).",
        "yes-no",
        field=field,
        required=required,
        hint=hint,
        personal=False,
    )


TOLD_PAGE = Page(
    "told",
    "What the person was told",
    (
        _said("told-grounds", "Did you tell them the grounds?", "told_grounds"),
        _said("told-object", "Did you tell them what you were looking for?", "told_object"),
        _said(
            "warrant-card",
            "Did you show your warrant card?",
            "warrant_card",
            required=False,
            hint="Leave blank if you were in uniform.",
        ),
        _said("told-identity", "Did you give your name or number?", "told_identity"),
        _said("told-station", "Did you give your station?", "told_station"),
        _said("told-entitlement", "Did you say that they can have a copy?", "told_entitlement"),
        _said("told-power", "Did you name the legal power?", "told_power"),
        _said("told-detained", "Did you say that they were detained for it?", "told_detained"),
    ),
    says="Say what happened, not what should have. The video is held against it in reviews.",
)
PERSON = Page(
    "person",
    "The person",
    (
        Question(
            "self-defined",
            "How does the person describe their ethnicity?",
            STATUTE + " Ask, and let them choose.",
            "choice",
            options(SELF_DEFINED),
            only=IF_PERSON,
            field="self_defined_ethnicity",
            hint="Never fill in what you think. Choose not stated if they did not say.",
        ),
        Question(
            "not-stated",
            "Why is it not stated?",
            "A gap with a reason can be read; one without it cannot.",
            "choice",
            options(NOT_STATED_BECAUSE),
            only=(When("self-defined", (NOT_STATED,)),),
            field="not_stated_because",
        ),
        Question(
            "seen-ethnicity",
            "What ethnicity did you see?",
            "Kept beside what the person says and never put in its place.",
            "choice",
            options(OFFICER_DEFINED),
            only=IF_PERSON,
            field="officer_defined_ethnicity",
            unknown=True,
        ),
        Question(
            "age",
            "How old is the person?",
            "Searches of children are looked at apart.",
            "choice",
            options(AGE_RANGES),
            only=IF_PERSON,
            field="age_range",
            unknown=True,
            refusable=True,
        ),
        Question(
            "gender",
            "What is the person's gender?",
            "Says on whom searches fall.",
            "choice",
            options(GENDERS),
            only=IF_PERSON,
            field="gender",
            unknown=True,
            refusable=True,
        ),
    ),
    says="Do not ask for a name or an address: no law requires them for the record of a search.",
)
