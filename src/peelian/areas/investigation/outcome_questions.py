"""What is asked of a file's outcome code: the conditions of that code, then what all codes need."""

from collections.abc import Mapping
from typing import Final

from peelian.areas.investigation.outcome_codes import (
    OUTCOME_TYPES,
    codes_of,
    codes_that_need,
    decided_by,
    left_to_registrar,
)
from peelian.areas.investigation.outcome_conditions import CONDITIONS, Condition
from peelian.engines.audits.declared import AuditQuestion, Section

FIELD: Final = "outcome_code"
OF_THE_CODE: Final = "A code says something to the victim and to the public: it must be true."


def of_code(condition: Condition) -> AuditQuestion:
    """A condition as a question to the files that were closed with a code that has it."""
    codes = codes_that_need(condition.key)
    return AuditQuestion(
        condition.key,
        condition.text,
        OF_THE_CODE,
        condition.words,
        relevant=f"files closed as type {', '.join(codes)}",
        files={FIELD: codes},
    )


def _fact(key: str, text: str, words: str, codes: tuple[str, ...]) -> AuditQuestion:
    return AuditQuestion(
        key,
        text,
        OF_THE_CODE,
        words,
        relevant=f"files closed as type {', '.join(codes)}",
        files={FIELD: codes},
    )


def _listed(by_codes: Mapping[str, tuple[str, ...]]) -> str:
    """A sentence for each thing with the codes that it holds for."""
    return " ".join(f"Type {', '.join(codes)}: {said}." for said, codes in by_codes.items())


SUSPECT_AND_VICTIM: Final = (
    _fact(
        "suspect-identified",
        "Does the file show an identified suspect?",
        "showed an identified suspect",
        codes_of(suspect="identified"),
    ),
    _fact(
        "no-suspect",
        "Does the file show that no suspect was identified?",
        "showed that no suspect was identified",
        codes_of(suspect="not identified"),
    ),
    _fact(
        "victim-supports",
        "Does the file show that the victim supports a prosecution?",
        "showed that the victim supports it",
        codes_of(victim="supports"),
    ),
    _fact(
        "victim-does-not",
        "Does the file show that the victim does not support a prosecution?",
        "showed that the victim does not support it",
        codes_of(victim="does not support"),
    ),
)
CODE: Final = Section(
    "code",
    "What this code needs",
    (*SUSPECT_AND_VICTIM, *(of_code(condition) for condition in CONDITIONS)),
)
REGISTRAR: Final = AuditQuestion(
    "registrar",
    "Does it meet what the force's crime registrar has laid down for this code besides?",
    "Some conditions change from year to year and are not written here: the registrar fills them.",
    "met the registrar's further conditions",
    relevant="files closed with a code for which the registrar has laid down more",
    files={FIELD: tuple(one.code for one in OUTCOME_TYPES if one.open_to_registrar)},
    hint=f"{_listed(left_to_registrar())} Not applicable where nothing is laid down.",
)
RIGHT: Final = AuditQuestion(
    "right-type",
    "Is it the right outcome type for what the file shows?",
    "The type tells the public how the crime was dealt with.",
    "were closed with the right outcome type",
)
RATIONALE: Final = AuditQuestion(
    "rationale",
    "Is it clear from the rationale why this type was chosen?",
    "Without a reason nobody can tell whether the code is right.",
    "had a clear rationale for the outcome",
    blank=("outcome_because",),
)
DECIDED: Final = AuditQuestion(
    "decided-by",
    "Was it decided by somebody who may decide this type?",
    "Some types are for the prosecutor or a court alone.",
    "were decided by whoever may decide it",
    blank=("outcome_by",),
    hint=_listed(decided_by()),
)
SUPERVISED: Final = AuditQuestion(
    "supervised",
    "Did a supervisor test the code against the facts before agreeing to it?",
    "An agreement without a test lets wrong codes through.",
    "had an outcome that a supervisor had tested",
    blank=("outcome_agreed_by",),
)
VIEW: Final = AuditQuestion(
    "victim-view",
    "Was the victim's view sought, and is it recorded?",
    "The outcome is theirs to live with.",
    "recorded the victim's view",
    relevant="files with a victim who can be asked",
    blank=("victim_view",),
)
TOLD: Final = AuditQuestion(
    "victim-told",
    "Was the victim told of the outcome and of the reasons?",
    "Whoever is not told waits for news that will not come.",
    "showed that the victim was told",
    relevant="files with a victim who can be told",
)
EVERY_CODE: Final = Section(
    "every-code",
    "What every outcome needs",
    (RIGHT, RATIONALE, DECIDED, SUPERVISED, VIEW, TOLD, REGISTRAR),
)
FITS: Final = tuple(one.key for one in (*CODE.questions, REGISTRAR, RIGHT, RATIONALE, DECIDED))
