"""The further conditions of outcome types, each a question to the file."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Condition:
    """Something that some codes need: the question of it, and the end of "6 of 9 …"."""

    key: str
    text: str
    words: str


CONDITIONS: Final = (
    Condition("charge-reference", "Does it name the charge or requisition?", "named the charge"),
    Condition(
        "aged-10-to-17", "Was the suspect between 10 and 17?", "showed a suspect of 10 to 17"
    ),
    Condition("aged-18", "Was the suspect 18 or older?", "showed a suspect of 18 or older"),
    Condition(
        "aged-under-10",
        "Does it name a suspect who was under 10 at the time of the offence?",
        "named a suspect under 10",
    ),
    Condition(
        "admission", "Does it show that the suspect admitted the offence?", "showed an admission"
    ),
    Condition("consent", "Does it show that the suspect agreed to it?", "showed consent"),
    Condition(
        "enough-evidence",
        "Does it show enough evidence to charge?",
        "showed evidence enough to charge",
    ),
    Condition(
        "youth-justice", "Was the youth justice service told?", "showed that youth justice was told"
    ),
    Condition(
        "court-accepted",
        "Was an admitted list accepted at court?",
        "showed a list accepted at court",
    ),
    Condition(
        "death-proved",
        "Is the suspect's death proved, before proceedings?",
        "proved the suspect's death",
    ),
    Condition(
        "listed-offence", "Is it an offence that has a penalty notice?", "were of a listed offence"
    ),
    Condition("simple-possession", "Is it simple possession?", "were of simple possession"),
    Condition(
        "responsibility",
        "Did the suspect accept responsibility?",
        "showed that responsibility was accepted",
    ),
    Condition("action-named", "Does it name what the suspect was to do?", "named the action"),
    Condition(
        "serious-agreed",
        "If the offence is serious or the suspect has done it before: did a supervisor agree?",
        "had a supervisor's agreement where needed",
    ),
    Condition(
        "prosecutor-decided",
        "Does it give the reference of the prosecutor's decision?",
        "gave the prosecutor's decision",
    ),
    Condition(
        "public-interest",
        "Does a supervisor's rationale say why it is not in the public interest?",
        "had a supervisor's rationale",
    ),
    Condition(
        "illness", "Is there medical or other evidence of it?", "held evidence of the illness"
    ),
    Condition(
        "witness-unfit",
        "Is there evidence that the victim or key witness is dead or too ill?",
        "held evidence of it",
    ),
    Condition(
        "wish-auditable",
        "Is the victim's wish on record in a form that can be audited?",
        "had an auditable record of the victim's wish",
    ),
    Condition(
        "wish-reason",
        "Is the reason for the victim's wish recorded?",
        "recorded the reason for the victim's wish",
    ),
    Condition(
        "evidential-reason",
        "Does it say what evidence is lacking?",
        "said what evidence is lacking",
    ),
    Condition(
        "evidence-led",
        "Was going on without the victim's support considered, with the reason?",
        "considered a case without the victim's support",
    ),
    Condition(
        "orders-considered",
        "Were protective notices and orders considered, with the reason?",
        "considered protective orders",
    ),
    Condition(
        "time-limit",
        "Does the offence have a time limit for prosecution, and has it passed?",
        "showed a limit that has passed",
    ),
    Condition(
        "lines-closed",
        "Are all reasonable lines of enquiry closed, each with its result?",
        "had closed all reasonable lines",
    ),
    Condition("reopening", "Does it say what would reopen it?", "said what would reopen it"),
    Condition(
        "fraud-reference",
        "Does it give the fraud bureau's reference?",
        "gave the fraud bureau's reference",
    ),
    Condition(
        "body-named",
        "Does it name the other body, and has that body accepted it?",
        "named the other body, which had accepted it",
    ),
    Condition(
        "body-told",
        "Was the victim told of that body's action?",
        "showed that the victim was told of that body's action",
    ),
    Condition(
        "activity-done",
        "Was the diversion, education or other activity done, and not only offered?",
        "showed that the activity was done",
    ),
)
