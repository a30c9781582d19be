"""The victim service assessment, its later stages: the investigation and the outcome."""

from typing import Final

from peelian.engines.audits.declared import AuditQuestion, Section

SUSPECT: Final = "suspect-seen"
CONTRACT: Final = "contract-kept"
STATEMENT: Final = "statement-considered"
WITHDRAWAL: Final = "withdrawal-reasons"

INVESTIGATION: Final = Section(
    "investigation",
    "The investigation",
    (
        AuditQuestion(
            "right-team",
            "Was it with a team of the right skill?",
            "Danger and offence decide the team, not who is free.",
            "were with a team of the right skill",
        ),
        AuditQuestion(
            "plan",
            "Was there a plan?",
            "Without one nobody can tell what is missing.",
            "had a plan",
            relevant="files that were investigated after the first response",
        ),
        AuditQuestion(
            "lines",
            "Were all relevant and proportionate lines followed?",
            "It is what the law asks of an investigator.",
            "followed all reasonable lines",
        ),
        AuditQuestion(
            "timely",
            "Was it done without unexplained delay?",
            "Victims withdraw while a file waits.",
            "were without unexplained delay",
        ),
        AuditQuestion(
            "supervised",
            "Was it supervised effectively?",
            "“Noted” is no supervision.",
            "were supervised effectively",
        ),
        AuditQuestion(
            SUSPECT,
            "Was the suspect arrested or interviewed at the first right opportunity?",
            "A suspect at large can do it again.",
            "arrested or interviewed the suspect when appropriate",
            relevant="files with a suspect who was to be arrested or interviewed",
        ),
        AuditQuestion(
            "digital-delay",
            "Was digital evidence examined without unjustified delay?",
            "A telephone that is kept for a year is a year without it.",
            "had no unjustified digital delay",
            relevant="files with digital evidence to be examined",
        ),
        AuditQuestion(
            "evidence-led",
            "Was going on without the victim's support considered, with the reason?",
            "A victim's fear must not decide alone.",
            "considered a case without the victim's support",
            relevant="files in which the victim does not support, or withdrew",
        ),
        AuditQuestion(
            "orders-considered",
            "Were protective notices and orders considered?",
            "They protect where a charge does not.",
            "considered protective orders",
            relevant="files in which one could have been asked for",
        ),
    ),
)
CARE: Final = Section(
    "care",
    "Care for the victim",
    (
        AuditQuestion(
            "needs-assessed",
            "Were the victim's needs assessed?",
            "Support follows from it.",
            "assessed the victim's needs",
            relevant="files with a victim",
        ),
        AuditQuestion(
            "support-request",
            "Is it recorded what support the victim asked for?",
            "What is not written down is not passed on.",
            "recorded the request for support",
            relevant="files in which the victim asked for support",
        ),
        AuditQuestion(
            CONTRACT,
            "Was the victim contract kept?",
            "Each victim is held to what that victim agreed.",
            "kept the victim contract",
            relevant="files with a victim contract",
        ),
        AuditQuestion(
            STATEMENT,
            "Was a victim personal statement considered?",
            "It is the victim's word to the court. Considered is asked here, not taken.",
            "considered a victim personal statement",
            relevant="files in which the victim had a right to make one",
        ),
        AuditQuestion(
            WITHDRAWAL,
            "Were the victim's reasons for withdrawing recorded?",
            "Pressure looks like a free choice unless somebody asks.",
            "recorded why the victim withdrew",
            relevant="files in which the victim withdrew support",
        ),
    ),
)
OUTCOME: Final = Section(
    "outcome",
    "The outcome",
    (
        AuditQuestion(
            "right-type",
            "Was it closed with the right outcome type?",
            "The type tells the public how the crime was dealt with.",
            "were closed with the right outcome type",
            relevant="files that were closed",
        ),
        AuditQuestion(
            "rationale",
            "Is the rationale for the outcome clear?",
            "Without it nobody can tell whether the type is right.",
            "had a clear rationale for the outcome",
            relevant="files that were closed",
        ),
        AuditQuestion(
            "outcome-supervised",
            "Was the outcome supervised effectively?",
            "An agreement without a test lets wrong types through.",
            "had an outcome that was supervised",
            relevant="files that were closed",
        ),
        AuditQuestion(
            "view-sought",
            "Was the victim's view sought?",
            "The outcome is theirs to live with.",
            "sought the victim's view",
            relevant="files that were closed and have a victim who can be asked",
        ),
        AuditQuestion(
            "told",
            "Was the victim told of the outcome?",
            "Whoever is not told waits for news.",
            "told the victim of the outcome",
            relevant="files that were closed and have a victim who can be told",
        ),
        AuditQuestion(
            "wish-auditable",
            "Is the victim's wish on record in a form that can be audited?",
            "“Victim does not support” must be the victim's word.",
            "had an auditable record of the victim's wish",
            relevant="files closed because the victim does not support them",
        ),
    ),
)
