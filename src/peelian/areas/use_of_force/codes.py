"""The words of the form that officers write after using force.

They follow the national form as forces have published it since April 2017. Which words the Home
Office asked for in which year has not been checked against its yearly data requirement, so the
lists bear a version of ours; a force whose words differ maps them in its extract.
"""

from typing import Final

from peelian.records.codes import CodeList

FORM: Final = (
    "Home Office, police use of force data requirement, as forces have published it; "
    "version 1 of Peelian's wording, year not verified"
)

COMPLIANT_CUFFS = "Compliant handcuffing"
TASER_FIRED = "Taser fired"
FIREARM_FIRED = "Firearm fired"
# Taser is told apart by what was done with it: drawn, aimed and red-dotted are not fired.
TASER_SHOWN = ("Taser drawn", "Taser aimed", "Taser arced", "Taser red-dotted")
TASER_DISCHARGED = (TASER_FIRED, "Taser drive-stun", "Taser angled drive-stun")
RESTRAINTS = (
    "Non-compliant handcuffing",
    "Limb or body restraint",
    "Ground restraint",
)
TACTICS = CodeList(
    "tactics of force",
    FORM,
    (
        "Tactical communication",
        COMPLIANT_CUFFS,
        *RESTRAINTS,
        "Unarmed skills",
        "Baton drawn",
        "Baton used",
        "Irritant spray drawn",
        "Irritant spray used",
        "Spit and bite guard",
        "Shield",
        *TASER_SHOWN,
        *TASER_DISCHARGED,
        "Attenuating energy projectile aimed",
        "Attenuating energy projectile fired",
        "Firearm aimed",
        FIREARM_FIRED,
        "Dog deployed",
        "Dog bite",
        "Other or improvised",
    ),
)
REASONS = CodeList(
    "reasons for force",
    FORM,
    (
        "Protect self",
        "Protect the public",
        "Protect the person",
        "Protect other officers",
        "Prevent an offence",
        "Prevent harm",
        "Prevent escape",
        "Secure evidence",
        "Carry out a search",
        "Make an arrest",
        "Enter a place",
        "Remove handcuffs",
        "Other",
    ),
)
IMPACTS = CodeList(
    "what bore on the decision to use force",
    FORM,
    (
        "Possession of a weapon",
        "Alcohol",
        "Drugs",
        "Mental health",
        "Acute behavioural disturbance",
        "Prior knowledge",
        "Size or build",
        "Crowd",
        "Other",
    ),
)
AGES = CodeList(
    "ages as the officer saw them",
    FORM,
    ("under 11", "11-17", "18-34", "35-49", "50-64", "65 and over"),
)
GENDERS = CodeList("genders as the officer saw them", FORM, ("Female", "Male", "Other"))
ETHNICITIES = CodeList(
    "ethnicities as the officer saw them",
    FORM,
    ("Asian", "Black", "Mixed", "White", "Other", "Not known"),
)
DISABILITIES = CodeList(
    "disabilities as the officer saw them",
    FORM,
    ("None", "Physical", "Mental", "Physical and mental", "Not known"),
)
NO_INJURY = "None"
INJURIES = CodeList("injuries", FORM, (NO_INJURY, "Minor", "Severe", "Fatal"))
MEDICAL = CodeList(
    "medical help", FORM, ("Not needed", "Offered and refused", "Offered and given", "Not offered")
)
OUTCOMES = CodeList(
    "outcomes of force",
    FORM,
    (
        "Arrested",
        "Detained under the Mental Health Act",
        "Taken to hospital",
        "Made off",
        "Died",
        "Other",
    ),
)
LOCATIONS = CodeList(
    "kinds of place",
    FORM,
    (
        "Street or highway",
        "Open ground",
        "Dwelling",
        "Licensed premises",
        "Retail premises",
        "Sports or event ground",
        "Public transport",
        "Hospital",
        "Mental health setting",
        "Ambulance",
        "Police vehicle",
        "Police station",
        "Custody block",
        "Other",
    ),
)
