"""The victim service assessment, its first two stages: the call and the response."""

from typing import Final

from peelian.engines.audits.declared import AuditQuestion, Section
from peelian.engines.procedures.questions import NO, YES, When

TRIAGE: Final = "triage-used"
REPEAT: Final = "repeat-check"
VULNERABLE: Final = "vulnerable-check"
MEANINGFUL: Final = "triage-meaningful"

CALL: Final = Section(
    "call",
    "The call",
    (
        AuditQuestion(
            "answered",
            "Was the call answered in time?",
            "Whoever waits too long may hang up, or be hurt.",
            "were answered in time",
            relevant="files that began with a call",
        ),
        AuditQuestion(
            "treated-well",
            "Was the caller treated with care and respect?",
            "How the first minute goes decides whether they call again.",
            "treated the caller well",
            relevant="files with a recording or a full log of the call",
        ),
        AuditQuestion(
            TRIAGE,
            "Was structured triage (THRIVE) used?",
            "It decides how soon somebody comes.",
            "used THRIVE",
            relevant="files with a contact that was assessed by the force's control room",
        ),
        AuditQuestion(
            MEANINGFUL,
            "Was it an accurate and meaningful reflection of the call?",
            "An assessment that fits every call fits none.",
            "had a THRIVE record that was accurate and meaningful",
            only=(When(TRIAGE, (YES,)),),
        ),
        AuditQuestion(
            REPEAT,
            "Was it checked whether the victim is a repeat victim?",
            "Somebody who suffers again is to be answered sooner.",
            "had a check for a repeat victim",
            relevant="files with a victim of whom it could be checked",
        ),
        AuditQuestion(
            VULNERABLE,
            "Was it checked whether the victim, or others in the home, are vulnerable?",
            "Others in the home count as much as whoever calls.",
            "had a check for vulnerability",
            relevant="files in which somebody could be vulnerable",
        ),
        AuditQuestion(
            "prevention-advice",
            "Was advice given on preventing more of it?",
            "Until somebody comes, they are on their own.",
            "gave advice on prevention",
            relevant="files in which there was something to advise",
        ),
        AuditQuestion(
            "evidence-advice",
            "Was advice given on keeping evidence?",
            "What is washed or deleted does not come back.",
            "gave advice on keeping evidence",
            relevant="files in which evidence could have been lost",
        ),
        AuditQuestion(
            "grade-fits",
            "Does the grade of response fit the danger?",
            "The grade decides who waits.",
            "had a grade that fits the danger",
            relevant="files with a graded contact",
        ),
    ),
)
RESPONSE: Final = Section(
    "response",
    "The response",
    (
        AuditQuestion(
            "attended-in-time",
            "Did somebody come within the force's own time?",
            "The time is the force's own promise.",
            "were attended in time",
            relevant="files in which somebody was to come",
        ),
        AuditQuestion(
            "right-resource",
            "Was whoever came right for it?",
            "The wrong skill costs the evidence or the victim's trust.",
            "were attended by the right resource",
            relevant="files in which somebody came",
        ),
        AuditQuestion(
            "delay-told",
            "Was the victim told of the delay?",
            "A delay that is explained is borne more easily.",
            "told the victim of the delay",
            only=(When("attended-in-time", (NO,)),),
        ),
        AuditQuestion(
            "regrade-justified",
            "Was every change of grade justified?",
            "A lower grade can hide a target that was missed.",
            "justified the change of grade",
            relevant="files with a change of grade",
        ),
    ),
)
RECORDING: Final = Section(
    "recording",
    "Crime recording",
    (
        AuditQuestion(
            "recorded",
            "Was every crime that was reported recorded?",
            "A crime that is not recorded is not investigated.",
            "had every reported crime recorded",
        ),
        AuditQuestion(
            "right-class",
            "Was it recorded under the right class?",
            "The class decides the team and the services.",
            "were recorded under the right class",
            only=(When("recorded", (YES,)),),
        ),
        AuditQuestion(
            "within-24-hours",
            "Was it recorded within 24 hours of the first report, on whatever channel?",
            "Rights of victims begin with the record.",
            "were recorded within 24 hours",
            only=(When("recorded", (YES,)),),
        ),
    ),
)
