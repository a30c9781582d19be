"""The words of stop and search records: the lists of data.police.uk, old and new.

Until 2016 the publisher used other words for outcomes and wrote the code of the 2001 Census behind
an ethnicity. `OLD_WORDS` turns them into today's, so that a figure over many years counts one thing
under one name. Powers and objects are all that its files of 2014 to 2026 were seen to hold, and
the powers of later Acts that a force's own extract can name.
"""

from collections.abc import Mapping

from peelian.records.codes import CodeList

PUBLISHER = "data.police.uk, stop and search files and API"

PERSON, VEHICLE, BOTH = "Person search", "Vehicle search", "Person and Vehicle search"
# A search of a vehicle alone has no person, and so nobody's age, gender or ethnicity.
OF_PERSONS = (PERSON, BOTH)
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
SECTION_1 = "Police and Criminal Evidence Act 1984 (section 1)"
SECTION_23 = "Misuse of Drugs Act 1971 (section 23)"
SECTION_60 = "Criminal Justice and Public Order Act 1994 (section 60)"
# The searches that the inspectorate's audit of grounds reads.
AUDITED = (SECTION_1, SECTION_23)
POWER_OF: dict[str, str | None] = {
    SECTION_1: GROUNDS,
    SECTION_23: GROUNDS,
    "Firearms Act 1968 (section 47)": GROUNDS,
    "Psychoactive Substances Act 2016 (s36(2))": GROUNDS,
    "Psychoactive Substances Act 2016 (s37(2))": GROUNDS,
    "Criminal Justice Act 1988 (section 139B)": GROUNDS,
    "Crossbows Act 1987 (section 4)": GROUNDS,
    "Terrorism Act 2000 (section 43)": GROUNDS,
    "Public Order Act 2023 (section 10)": GROUNDS,
    "Sporting Events Act 1985 (section 7)": GROUNDS,
    "Aviation Security Act 1982 (section 27(1))": GROUNDS,
    "Customs and Excise Management Act 1979 (section 163)": GROUNDS,
    "Public Stores Act 1875 (section 6)": GROUNDS,
    "Poaching Prevention Act 1862 (section 2)": GROUNDS,
    "Deer Act 1991 (section 12)": GROUNDS,
    "Hunting Act 2004 (section 8)": GROUNDS,
    "Protection of Badgers Act 1992 (section 11)": GROUNDS,
    "Wildlife and Countryside Act 1981 (section 19)": GROUNDS,
    "Conservation of Seals Act 1970 (section 4)": GROUNDS,
    "Environmental Protection Act 1990 (section 34B )": GROUNDS,
    SECTION_60: NO_SUSPICION,
    "Terrorism Act 2000 (section 47A)": NO_SUSPICION,
    "Public Order Act 2023 (section 11)": NO_SUSPICION,
    # Serious violence reduction orders.
    "Sentencing Act 2020 (section 342E)": NO_SUSPICION,
    # Vehicles leaving the goods area of a railway, port or airport: the law asks for no grounds.
    "Police and Criminal Evidence Act 1984 (section 6)": NO_SUSPICION,
}
LEGISLATION = CodeList("powers of search", PUBLISHER, tuple(POWER_OF))
POWERS = CodeList(
    "kinds of power",
    "The Acts themselves; PACE Code A tells the two kinds apart",
    (GROUNDS, NO_SUSPICION),
)
OBJECTS = CodeList(
    "objects of search",
    PUBLISHER,
    (
        "Controlled drugs",
        "Offensive weapons",
        "Stolen goods",
        "Article for use in theft",
        "Articles for use in criminal damage",
        "Firearms",
        "Fireworks",
        "Crossbows",
        "Anything to threaten or harm anyone",
        "Evidence of offences under the Act",
        "Psychoactive substances",
        "Game or poaching equipment",
        "Seals or hunting equipment",
        "Evidence of wildlife offences",
        "Evidence of hunting any wild mammal with a dog",
        "Goods on which duty has not been paid etc.",
        "Detailed object of search unavailable",
    ),
)

NO_FURTHER_ACTION = "A no further action disposal"
SEIZED_ONLY = "Suspected psychoactive substances seized - No further action"
# Disposals by which nothing more happened to the person.
NO_ACTION = (NO_FURTHER_ACTION, SEIZED_ONLY)
OUTCOMES = CodeList(
    "outcomes of searches",
    PUBLISHER,
    (
        NO_FURTHER_ACTION,
        "Arrest",
        "Caution (simple or conditional)",
        "Community resolution",
        "Khat or Cannabis warning",
        "Penalty Notice for Disorder",
        "Summons / charged by post",
        # These two stood only in the older list, and nothing in today's says the same.
        "Article found - Detailed outcome unavailable",
        SEIZED_ONLY,
    ),
)

_OLD_OUTCOMES = {
    "Nothing found - no further action": NO_FURTHER_ACTION,
    "Suspect arrested": "Arrest",
    "Offender cautioned": "Caution (simple or conditional)",
    "Local resolution": "Community resolution",
    "Offender given drugs possession warning": "Khat or Cannabis warning",
    "Offender given penalty notice": "Penalty Notice for Disorder",
    "Suspect summonsed to court": "Summons / charged by post",
}
_ANY_OTHER_BLACK = (
    "Black/African/Caribbean/Black British - Any other Black/African/Caribbean background"
)
_OLD_ETHNICITIES = {
    "White - White British (W1)": "White - English/Welsh/Scottish/Northern Irish/British",
    "White - White Irish (W2)": "White - Irish",
    "White - Any other White ethnic background (W9)": "White - Any other White background",
    "Mixed - White and Black Caribbean (M1)": (
        "Mixed/Multiple ethnic groups - White and Black Caribbean"
    ),
    "Mixed - White and Black African (M2)": (
        "Mixed/Multiple ethnic groups - White and Black African"
    ),
    "Mixed - White and Asian (M3)": "Mixed/Multiple ethnic groups - White and Asian",
    "Mixed - Any other Mixed ethnic background (M9)": (
        "Mixed/Multiple ethnic groups - Any other Mixed/Multiple ethnic background"
    ),
    "Asian or Asian British - Indian (A1)": "Asian/Asian British - Indian",
    "Asian or Asian British - Pakistani (A2)": "Asian/Asian British - Pakistani",
    "Asian or Asian British - Bangladeshi (A3)": "Asian/Asian British - Bangladeshi",
    "Asian or Asian British - Any other Asian ethnic background (A9)": (
        "Asian/Asian British - Any other Asian background"
    ),
    "Black or Black British - Caribbean (B1)": "Black/African/Caribbean/Black British - Caribbean",
    "Black or Black British - African (B2)": "Black/African/Caribbean/Black British - African",
    "Black or Black British - Any other Black ethnic background (B9)": _ANY_OTHER_BLACK,
    # The publisher wrote these two with a nought as well as with the letter.
    "Chinese or other ethnic group - Chinese (01)": "Asian/Asian British - Chinese",
    "Chinese or other ethnic group - Chinese (O1)": "Asian/Asian British - Chinese",
    "Chinese or other ethnic group - Any other ethnic group (09)": (
        "Other ethnic group - Any other ethnic group"
    ),
    "Chinese or other ethnic group - Any other ethnic group (O9)": (
        "Other ethnic group - Any other ethnic group"
    ),
    "Not Stated (NS)": NOT_STATED,
}

# By field of the record type: a word of the older lists, and the one that stands for it today.
OLD_WORDS: Mapping[str, Mapping[str, str]] = {
    "outcome": _OLD_OUTCOMES,
    "self_defined_ethnicity": _OLD_ETHNICITIES,
}
