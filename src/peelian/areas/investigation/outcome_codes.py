"""The outcome types of the Home Office, with the conditions of each as far as they are known here.

The table is a list of today: it changes with the counting rules, and the force's crime registrar
decides what else a code needs. `open_to_registrar` says where we know that we do not know.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from peelian.records.codes import CodeList

Suspect = Literal["identified", "not identified", ""]
Support = Literal["supports", "does not support", ""]


@dataclass(frozen=True)
class OutcomeType:
    """One outcome type: its number, its name in short, who decides it, and what it needs.

    `suspect` and `victim` are what the file must show of them; empty where the code does not ask.
    `needs` are its further conditions by key (see `outcome_conditions`).
    """

    code: str
    name: str
    decided_by: str
    needs: tuple[str, ...] = ()
    suspect: Suspect = ""
    victim: Support = ""
    open_to_registrar: tuple[str, ...] = ()


_YOUTH = ("aged-10-to-17", "admission", "enough-evidence", "youth-justice")
_ADULT = ("aged-18", "admission", "consent", "enough-evidence")
_OTHER_OFFENCE = "when an outcome for another offence than the recorded one may be used"
_SIMPLE = "the statutory limits on simple cautions"
_BY_POLICE, _BY_PROSECUTOR = "Police", "Crown Prosecution Service"
_POLICE_OR = "Police, or the Crown Prosecution Service for offences triable only on indictment"

OUTCOME_TYPES: Final = (
    OutcomeType(
        "1",
        "Charged or summonsed",
        "Crown Prosecution Service, or police under the Director's guidance",
        ("charge-reference",),
    ),
    OutcomeType(
        "1A",
        "Charged or summonsed for another offence",
        "Crown Prosecution Service, or police under the Director's guidance",
        ("charge-reference",),
        open_to_registrar=(_OTHER_OFFENCE,),
    ),
    OutcomeType("2", "Youth caution", _POLICE_OR, _YOUTH),
    OutcomeType(
        "2A",
        "Youth caution for another offence",
        _POLICE_OR,
        _YOUTH,
        open_to_registrar=(_OTHER_OFFENCE,),
    ),
    OutcomeType("3", "Adult caution", _POLICE_OR, _ADULT, open_to_registrar=(_SIMPLE,)),
    OutcomeType(
        "3A",
        "Adult caution for another offence",
        _POLICE_OR,
        _ADULT,
        open_to_registrar=(_SIMPLE, _OTHER_OFFENCE),
    ),
    OutcomeType("4", "Taken into consideration", "Court", ("court-accepted",)),
    OutcomeType("5", "Suspect died", _BY_POLICE, ("death-proved",)),
    OutcomeType(
        "6",
        "Penalty notice for disorder",
        _BY_POLICE,
        ("aged-18", "listed-offence"),
        open_to_registrar=("the list of offences in force",),
    ),
    OutcomeType("7", "Cannabis or khat warning", _BY_POLICE, ("simple-possession",)),
    OutcomeType(
        "8",
        "Community resolution",
        _BY_POLICE,
        ("responsibility", "action-named", "serious-agreed"),
        open_to_registrar=("which offences count as serious",),
    ),
    OutcomeType(
        "9",
        "Prosecution not in the public interest",
        _BY_PROSECUTOR,
        ("prosecutor-decided",),
    ),
    OutcomeType(
        "10",
        "Formal action not in the public interest",
        _BY_POLICE,
        ("enough-evidence", "public-interest"),
        "identified",
    ),
    OutcomeType(
        "11",
        "Suspect under the age of criminal responsibility",
        _BY_POLICE,
        ("aged-under-10",),
    ),
    OutcomeType("12", "Suspect too ill", _BY_POLICE, ("illness",), "identified"),
    OutcomeType("13", "Victim or key witness dead or too ill", _BY_POLICE, ("witness-unfit",)),
    OutcomeType(
        "14",
        "Victim does not support, no suspect identified",
        _BY_POLICE,
        ("wish-auditable",),
        "not identified",
        "does not support",
    ),
    OutcomeType(
        "15",
        "Evidential difficulty, suspect identified, victim supports",
        "Police or Crown Prosecution Service",
        ("evidential-reason",),
        "identified",
        "supports",
    ),
    OutcomeType(
        "16",
        "Victim does not support or withdraws, suspect identified",
        _BY_POLICE,
        ("wish-auditable", "wish-reason", "evidence-led", "orders-considered"),
        "identified",
        "does not support",
    ),
    OutcomeType("17", "Prosecution time limit expired", _BY_POLICE, ("time-limit",)),
    OutcomeType(
        "18",
        "Investigated as far as reasonable, no suspect",
        _BY_POLICE,
        ("lines-closed", "reopening"),
        "not identified",
    ),
    OutcomeType(
        "19",
        "Fraud or cyber crime passed on",
        "National Fraud Intelligence Bureau",
        ("fraud-reference",),
    ),
    OutcomeType("20", "Action by another body or agency", _BY_POLICE, ("body-named", "body-told")),
    OutcomeType(
        "21",
        "Further investigation not in the public interest, suspect identified",
        _BY_POLICE,
        ("public-interest",),
        "identified",
        open_to_registrar=("for which offences it may be used",),
    ),
    OutcomeType(
        "22",
        "Diversion, education or intervention done, no further action",
        _BY_POLICE,
        ("activity-done",),
        "identified",
    ),
)

OUTCOME_CODES: Final = CodeList(
    "Home Office outcome types",
    "Home Office outcomes framework, types 1 to 22; the force's crime registrar keeps the list",
    tuple(one.code for one in OUTCOME_TYPES),
)


# "20: Action by another body or agency".
OUTCOME_TITLES: Final = {one.code: f"{one.code}: {one.name}" for one in OUTCOME_TYPES}


def codes_that_need(condition: str) -> tuple[str, ...]:
    """The codes with this further condition."""
    return tuple(one.code for one in OUTCOME_TYPES if condition in one.needs)


def codes_of(*, suspect: Suspect = "", victim: Support = "") -> tuple[str, ...]:
    """The codes that ask this of the suspect or of the victim."""
    return tuple(
        one.code
        for one in OUTCOME_TYPES
        if (suspect and one.suspect == suspect) or (victim and one.victim == victim)
    )


def left_to_registrar() -> Mapping[str, tuple[str, ...]]:
    """What is known to be missing here, each with its codes: for the force's registrar to fill."""
    found: dict[str, tuple[str, ...]] = {}
    for one in OUTCOME_TYPES:
        for missing in one.open_to_registrar:
            found[missing] = (*found.get(missing, ()), one.code)
    return found


def decided_by() -> Mapping[str, tuple[str, ...]]:
    """Who may decide, each with the codes."""
    found: dict[str, tuple[str, ...]] = {}
    for one in OUTCOME_TYPES:
        found[one.decided_by] = (*found.get(one.decided_by, ()), one.code)
    return found
