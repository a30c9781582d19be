"""What is asked of an investigation, stage by stage, each with the files that it is asked of."""

from typing import Final

from peelian.engines.audits.declared import AuditQuestion, Section
from peelian.engines.procedures.questions import YES, When

FIRST_CONTACT: Final = Section(
    "first-contact",
    "First contact",
    (
        AuditQuestion(
            "risk-assessed",
            "Does the record of the first contact weigh the danger to whoever reported it?",
            "Who is sent, and how soon, follows from it.",
            "weighed the danger at first contact",
            relevant="files with a record of the first contact",
        ),
        AuditQuestion(
            "evidence-advice",
            "Was advice given on keeping evidence?",
            "What is washed, tidied or deleted does not come back.",
            "gave advice on keeping evidence",
            relevant="files in which evidence could have been lost",
        ),
    ),
)
ATTENDANCE: Final = Section(
    "attendance",
    "Attendance",
    (
        AuditQuestion(
            "attended-in-time",
            "Did somebody come within the force's own time for the grade?",
            "Evidence and trust are lost by the hour.",
            "were attended in time",
            relevant="files in which somebody was to come",
        ),
        AuditQuestion(
            "delay-told",
            "If it took longer: was the victim told?",
            "A delay that is explained is borne more easily.",
            "told the victim of the delay",
            relevant="files in which it took longer",
        ),
        AuditQuestion(
            "golden-hour",
            "Was what could only be done at the start done then?",
            "Cameras, marks, witnesses and messages have a short life.",
            "secured what could only be secured at the start",
            relevant="files with evidence at risk at the start",
        ),
    ),
)
PLAN = AuditQuestion(
    "plan",
    "Is there a plan: what is alleged, what must be proved, and by which lines?",
    "Without a plan nobody can tell what is missing.",
    "had a plan",
    blank=("plan",),
)
RIGHT_TEAM = AuditQuestion(
    "right-team",
    "Is it with a team that has the skill for this offence and this danger?",
    "Offence and danger decide the team, not who is free.",
    "were with a team of the right skill",
)
LINES = AuditQuestion(
    "lines",
    "Were all relevant and proportionate lines of enquiry followed, towards and away from the "
    "suspect?",
    "It is what the law asks of an investigator.",
    "followed all reasonable lines",
)
TIMELY = AuditQuestion(
    "timely",
    "Was it done without delay that nobody explains?",
    "Victims withdraw, and evidence fades, while a file waits.",
    "were without unexplained delay",
)
SUSPECT = AuditQuestion(
    "suspect-seen",
    "Was the suspect arrested or interviewed at the first right opportunity?",
    "A suspect at large can do it again.",
    "arrested or interviewed the suspect at the first opportunity",
    relevant="files with a suspect who was to be arrested or interviewed",
)
WITHOUT_VICTIM = AuditQuestion(
    "evidence-led",
    "Was it considered to go on without the victim's support, with the reason?",
    "A victim's fear must not decide alone whether somebody dangerous is stopped.",
    "considered going on without the victim's support",
    relevant="files in which the victim does not support, or withdrew",
)
INVESTIGATION: Final = Section(
    "investigation",
    "Investigation",
    (RIGHT_TEAM, PLAN, LINES, TIMELY, SUSPECT, WITHOUT_VICTIM),
)
SUPERVISED = AuditQuestion(
    "supervised",
    "Did a supervisor's review say what was done, what is next, by whom and by when?",
    "“Noted” is no review.",
    "had a review that sets the next steps",
    blank=("supervision",),
)
ACTED_ON = AuditQuestion(
    "acted-on",
    "Were the steps that the review set done?",
    "A review that nobody follows changes nothing.",
    "did what the review set",
    only=(When("supervised", (YES,)),),
    relevant="files whose steps have fallen due",
)
SUPERVISION: Final = Section("supervision", "Supervision", (SUPERVISED, ACTED_ON))
NEEDS = AuditQuestion(
    "needs-assessed",
    "Were the victim's needs assessed, and again when things changed?",
    "Support and special measures follow from it.",
    "assessed the victim's needs",
    relevant="files with a victim",
)
CONTRACT = AuditQuestion(
    "contract-kept",
    "Was the victim kept informed as was agreed with them?",
    "Each victim is held to what that victim agreed, not to a habit of the force.",
    "kept the victim informed as agreed",
    relevant="files with a victim contract",
)
STATEMENT = AuditQuestion(
    "statement",
    "Was a victim personal statement considered?",
    "It is the victim's word to the court.",
    "considered a victim personal statement",
    relevant="files in which the victim had a right to make one",
)
WITHDRAWAL = AuditQuestion(
    "withdrawal-reasons",
    "If the victim withdrew support: are the reasons recorded?",
    "Fear and pressure look like a free choice unless somebody asks.",
    "recorded why the victim withdrew",
    relevant="files in which the victim withdrew support",
)
CARE: Final = Section("care", "Care for the victim", (NEEDS, CONTRACT, STATEMENT, WITHDRAWAL))

SECTIONS: Final = (FIRST_CONTACT, ATTENDANCE, INVESTIGATION, SUPERVISION, CARE)
SOUND: Final = tuple(
    one.key
    for one in (RIGHT_TEAM, PLAN, LINES, TIMELY, SUSPECT, WITHOUT_VICTIM, SUPERVISED, CONTRACT)
)
DIP_SAMPLE: Final = (
    Section(
        "course",
        "Is it on course?",
        (RIGHT_TEAM, PLAN, LINES, TIMELY, SUSPECT, WITHOUT_VICTIM),
    ),
    SUPERVISION,
    Section("care", "Care for the victim", (NEEDS, CONTRACT)),
)
SOUND_DIP: Final = tuple(one.key for one in (RIGHT_TEAM, PLAN, LINES, TIMELY, SUPERVISED, CONTRACT))
