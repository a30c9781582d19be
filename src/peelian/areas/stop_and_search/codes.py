"""The words of stop and search records: the lists of data.police.uk, old and new."""

from peelian.records.codes import CodeList

PUBLISHER = "data.police.uk, stop and search files and API"

PERSON, VEHICLE, BOTH = "Person search", "Vehicle search", "Person and Vehicle search"
SEARCH_TYPES = CodeList("types of search", PUBLISHER, (PERSON, VEHICLE, BOTH))
GENDERS = CodeList("genders", PUBLISHER, ("Female", "Male", "Other"))
AGE_RANGES = CodeList("age ranges", PUBLISHER, ("under 10", "10-17", "18-24", "25-34", "over 34"))
OFFICER_DEFINED = CodeList(
    "officer-defined ethnicities", PUBLISHER, ("Asian", "Black", "Mixed", "Other", "White")
)

NOT_STATED = "Other ethnic group - Not stated"
# Self-defined ethnicity as published, with its group; not stated has none.
ETHNIC_GROUP_OF: dict[str, str | None] = {
    "White - English/Welsh/Scottish/Northern Irish/British": "White",
    "White - Irish": "White",
    "White - Gypsy or Irish Traveller": "White",
    "White - Any other White background": "White",
    "Mixed/Multiple ethnic groups - White and Black Caribbean": "Mixed",
    "Mixed/Multiple ethnic groups - White and Black African": "Mixed",
    "Mixed/Multiple ethnic groups - White and Asian": "Mixed",
    "Mixed/Multiple ethnic groups - Any other Mixed/Multiple ethnic background": "Mixed",
    "Asian/Asian British - Indian": "Asian",
    "Asian/Asian British - Pakistani": "Asian",
    "Asian/Asian British - Bangladeshi": "Asian",
    "Asian/Asian British - Chinese": "Asian",
    "Asian/Asian British - Any other Asian background": "Asian",
    "Black/African/Caribbean/Black British - African": "Black",
    "Black/African/Caribbean/Black British - Caribbean": "Black",
    "Black/African/Caribbean/Black British - Any other Black/African/Caribbean background": "Black",
    "Other ethnic group - Arab": "Other",
    "Other ethnic group - Any other ethnic group": "Other",
    NOT_STATED: None,
}
SELF_DEFINED = CodeList("self-defined ethnicities", PUBLISHER, tuple(ETHNIC_GROUP_OF))

GROUNDS, NO_SUSPICION = "Reasonable grounds", "No suspicion needed"
POWER_OF: dict[str, str | None] = {
    "Police and Criminal Evidence Act 1984 (section 1)": GROUNDS,
    "Misuse of Drugs Act 1971 (section 23)": GROUNDS,
    "Firearms Act 1968 (section 47)": GROUNDS,
    "Criminal Justice and Public Order Act 1994 (section 60)": NO_SUSPICION,
}
LEGISLATION = CodeList("powers of search", PUBLISHER, tuple(POWER_OF))
OBJECTS = CodeList("objects of search", PUBLISHER, ("Controlled drugs", "Offensive weapons"))
NO_FURTHER_ACTION = ("A no further action disposal", "Nothing found - no further action")
OUTCOMES = CodeList("outcomes of searches", PUBLISHER, (*NO_FURTHER_ACTION, "Arrest"))
