"""Victims beside what was done with them here. Rows stay victims, whoever holds the answer."""

from typing import Any

from peelian.areas.victims.procedures import CONTACT_AGREED, NEEDS_ASSESSMENT, PERSONAL_STATEMENT
from peelian.engines.measures.declared import Tables, View
from peelian.engines.procedures.models import Answer, Assessment
from peelian.spine.victim import Victim

OFFERED, YES = "offered", "yes"


def _with_work(tables: Tables) -> Any:
    victims: Any = tables(Victim)
    made: Any = tables(Assessment)
    answers: Any = tables(Answer)
    # As they stand: one that was corrected counts by its correction.
    made = made.filter(made.replaced_by.isnull())
    needs = made.filter(made.procedure == NEEDS_ASSESSMENT.key)
    agreed = made.filter(made.procedure == CONTACT_AGREED.key)
    statements = made.filter(made.procedure == PERSONAL_STATEMENT.key)
    said = answers.filter(answers.question == OFFERED, answers.answer == YES)
    offered = statements.semi_join(said, statements.record_id == said.assessment_id)
    marked = victims
    for name, found in (("needs", needs), ("agreed", agreed), ("offered", offered)):
        about = found.select(**{f"{name}_id": found.of_id}).distinct()
        marked = marked.left_join(about, marked.record_id == about[f"{name}_id"])
    return marked.select(
        *victims.columns,
        needs_known=marked.needs_id.notnull() | marked.needs_assessed_at.notnull(),
        contact_agreed=marked.agreed_id.notnull() | marked.contract_agreed_at.notnull(),
        statement_offered=marked.offered_id.notnull() | marked.statement_offered_at.notnull(),
    )


VICTIMS_AND_WORK = View(
    key="victims_and_work",
    title="Victims, with what was assessed, agreed and offered",
    base=Victim,
    reads=(Victim, Assessment, Answer),
    adds={
        "needs_known": "Whether needs were assessed, by the force's system or here.",
        "contact_agreed": "Whether contact was agreed, by the force's system or here.",
        "statement_offered": "Whether a statement was offered, by the force's system or here.",
    },
    build=_with_work,
)
