"""Who may see what, said a second time: from the words of the roles, not from their code.

Everything that the matrix expects stands in these tables. They know nothing of `peelian.access`;
where the two disagree, one of them is wrong and a person decides which.
"""

from typing import Final, Literal

# How a reader stands to a record. `own`: it is tied to them. `team`: their unit holds it. `glass`:
# they broke glass over it. `closed`: it is sealed, about themselves, or they declared a conflict.
# `elsewhere`: it is another force's.
Relation = Literal["own", "team", "other", "glass", "member", "closed", "elsewhere"]
Handled = Literal["public", "restricted", "personal"]

NOTHING: Final = frozenset[Handled]()
PUBLIC: Final = frozenset[Handled]({"public"})
FACTS: Final = frozenset[Handled]({"public", "restricted"})
ALL: Final = frozenset[Handled]({"public", "restricted", "personal"})

# For which purpose each kind of record is held.
HELD_FOR: Final = {
    "call": "policing",
    "incident": "policing",
    "crime": "policing",
    "outcome": "policing",
    "investigation": "policing",
    "stopsearch": "policing",
    "person": "policing",
    "managedperson": "public-protection",
    "complaint": "standards",
    "conductmatter": "standards",
    "unit": "organisation",
    "post": "organisation",
    "holding": "organisation",
    "officer": "workforce",
    "shift": "workforce",
    "absence": "workforce",
}


def anywhere(handled: frozenset[Handled]) -> dict[Relation, frozenset[Handled]]:
    """The same for every record of the force."""
    return {"own": handled, "team": handled, "other": handled}


UNIT_AND_OWN: Final[dict[Relation, frozenset[Handled]]] = {"own": ALL, "team": ALL}
# Of people who are managed after a conviction, whoever does other work sees what they were given.
GIVEN: Final[dict[str, dict[Relation, frozenset[Handled]]]] = {"public-protection": {"own": ALL}}
WHO_IS_WHERE: Final = {"organisation": anywhere(FACTS)}

# By role and purpose; what is not here is nothing.
SIGHT: Final[dict[str, dict[str, dict[Relation, frozenset[Handled]]]]] = {
    "call-handler": {"policing": anywhere(ALL), **GIVEN, **WHO_IS_WHERE},
    "patrol-officer": {"policing": UNIT_AND_OWN, **GIVEN, **WHO_IS_WHERE},
    "investigator": {"policing": UNIT_AND_OWN, **GIVEN, **WHO_IS_WHERE},
    "offender-manager": {
        "policing": UNIT_AND_OWN,
        "public-protection": UNIT_AND_OWN,
        **WHO_IS_WHERE,
    },
    "supervisor": {
        "policing": UNIT_AND_OWN,
        "public-protection": UNIT_AND_OWN,
        "workforce": {"team": FACTS},
        **WHO_IS_WHERE,
    },
    "analyst": {
        "policing": anywhere(FACTS),
        "public-protection": anywhere(FACTS),
        "standards": anywhere(FACTS),
        **WHO_IS_WHERE,
    },
    # Of a drawn file what its sheet shows besides, which no register does.
    "auditor": {
        "policing": anywhere(FACTS),
        "public-protection": anywhere(FACTS),
        "standards": anywhere(FACTS),
        **WHO_IS_WHERE,
    },
    "standards-investigator": {
        "standards": anywhere(ALL),
        "policing": anywhere(ALL),
        "workforce": anywhere(ALL),
        **WHO_IS_WHERE,
    },
    "people-services": {"organisation": anywhere(ALL), "workforce": anywhere(ALL)},
    "chief-officer": {
        "policing": anywhere(FACTS),
        "public-protection": anywhere(FACTS),
        "standards": anywhere(FACTS),
        **WHO_IS_WHERE,
    },
    # Inspects every force.
    "inspector": {
        "policing": {**anywhere(FACTS), "elsewhere": FACTS},
        "public-protection": {**anywhere(FACTS), "elsewhere": FACTS},
        "standards": {**anywhere(FACTS), "elsewhere": FACTS},
        "organisation": {**anywhere(FACTS), "elsewhere": FACTS},
    },
    "commissioner-staff": {"standards": anywhere(FACTS)},
    "panel-member": {"policing": {"own": FACTS}},
    "partner": {},
    "trail-reviewer": {},
    "records-manager": {
        "policing": anywhere(ALL),
        "public-protection": anywhere(ALL),
        "standards": anywhere(ALL),
        "workforce": anywhere(ALL),
        **WHO_IS_WHERE,
    },
    "administrator": WHO_IS_WHERE,
    # Nobody: a browser without anybody, an account that is off, a service, a role without a post.
    "nobody": {},
    "switched-off": {},
    "service": {},
}
ON_PEOPLE: Final = frozenset({"policing", "public-protection"})
# Those whose role breaks glass, and the units in which each post stands or to which it reaches.
BREAK_GLASS: Final = frozenset(
    {"call-handler", "patrol-officer", "investigator", "offender-manager", "supervisor"}
)
UNITS: Final = {
    "patrol-officer": {"N1"},
    "investigator": {"N1"},
    "offender-manager": {"N1"},
    "supervisor": {"N", "N1", "N2"},
    "other-team": {"S1"},
}
# The door by which each comes.
DOOR: Final = {
    "inspector": "inspectorate",
    "commissioner-staff": "commissioner",
    "panel-member": "commissioner",
    "partner": "partner",
}
# Rows that their source publishes: everyone sees their public fields.
PUBLISHED: Final = frozenset({"police_uk"})


def role_of(reader: str) -> str:
    """The role of a reader: `other-team` is one more investigator."""
    return "investigator" if reader == "other-team" else reader


def sight(reader: str, kind: str, relation: Relation, source: str) -> frozenset[Handled]:
    """Which fields of a record of this kind this reader may see."""
    seen = PUBLIC if source in PUBLISHED else NOTHING
    if relation == "closed":
        return seen
    purpose = HELD_FOR[kind]
    role = role_of(reader)
    if relation == "member":
        return ALL
    if relation == "glass" and role in BREAK_GLASS:
        return ALL
    return seen | SIGHT[role].get(purpose, {}).get(relation, NOTHING)


def may_change(reader: str, kind: str, relation: Relation) -> bool:
    """Whether this reader changes such a record by hand."""
    role, purpose = role_of(reader), HELD_FOR[kind]
    match role:
        case "call-handler" | "investigator" | "offender-manager":
            return purpose in ON_PEOPLE and relation == "own"
        case "patrol-officer":
            return (purpose == "policing" and relation in ("own", "team")) or (
                purpose == "public-protection" and relation == "own"
            )
        case "supervisor":
            return purpose in ON_PEOPLE and relation in ("own", "team")
        case "standards-investigator":
            return purpose == "standards" and relation in ("own", "team", "other")
        case "people-services":
            return purpose in ("organisation", "workforce") and relation in ("own", "team", "other")
        case _:
            return False
