"""The words of what officers record of a search and nobody publishes."""

from peelian.records.codes import CodeList

# Of own knowledge, not read in the code itself: a force that uses other words maps them to these.
NOT_STATED_BECAUSE = CodeList(
    name="Why no self-defined ethnicity is recorded",
    authority="Codes N1 to N4 of the national form for self-defined ethnicity, Peelian's wording",
    codes=(
        "The person declined to say",
        "The person did not understand what was asked",
        "The officer was urgently needed elsewhere",
        "There was public disorder",
    ),
)
