"""What the demo's reviewers answer: worked out from the invented file, so that each demo is alike.

They are no judgement of anybody: nothing that they read has happened.
"""

from collections.abc import Mapping
from typing import Any, Final
from zlib import crc32

from peelian.engines.audits.declared import (
    NOT_APPLICABLE,
    UNCLEAR,
    Audit,
    AuditQuestion,
)
from peelian.engines.audits.forms import file_for, form_with
from peelian.engines.audits.models import Marking, Turn
from peelian.engines.procedures.asking import Answers
from peelian.engines.procedures.questions import NO, YES
from peelian.records.store.reader import Reader

# Grounds in fewer letters say too little to be reasonable; the demo's thorough ones say more.
LETTERS_OF_GROUNDS: Final = 110
OF_GROUNDS: Final = frozenset({"reasonable", "person", "item", "fact"})
GROUNDS: Final = ("grounds_seen", "grounds_told", "grounds_known", "grounds")
# The second reviewer of the demo differs on some files of this team alone: they are those that its
# supervisor, who supervises the other teams, may decide.
DIFFERS_IN: Final = "SOUTH-R"
DIFFERS_ON: Final = frozenset({"person", "item", "fact"})
# Of ten files: the first have it, the last two are not applicable or cannot be told.
HAVE_IT: Final = 7
REMARK: Final = "Invented: nobody did anything that could be judged."


def answers_to(marking: Marking, audit: Audit, tables: Reader) -> dict[str, str]:
    """An answer to every question that the file leads to."""
    file = file_for(marking, audit, tables)
    answers = dict(marking.answers)
    while True:
        form = form_with(audit, marking, file, Answers(answers, {}))
        left = [one for one in form.open if one.key not in answers]
        if not left:
            return answers
        answers |= {one.key: _said(one, file, Turn(marking.turn)) for one in left}


def _said(question: AuditQuestion, file: Mapping[str, Any], turn: Turn) -> str:
    lot = crc32(f"{file['record_id']} {question.key}".encode()) % 10
    if question.key in OF_GROUNDS:
        said = _of_grounds(file)
        differs = question.key in DIFFERS_ON and file["unit_ref"] == DIFFERS_IN and lot % 2
        return (NO if said == YES else YES) if differs and turn == Turn.SECOND else said
    if question.relevant and lot == 9:
        return NOT_APPLICABLE
    if lot == 8:
        return UNCLEAR
    return YES if lot < HAVE_IT else NO


def _of_grounds(file: Mapping[str, Any]) -> str:
    letters = sum(len(file.get(name) or "") for name in GROUNDS)
    return YES if letters >= LETTERS_OF_GROUNDS else NO
