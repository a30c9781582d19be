"""What procedures keep: assessments with their answers, as records, and drafts sealed for one."""

from typing import ClassVar

from django.db import models

from peelian.access.user import User
from peelian.records.about import RecordAbout
from peelian.records.base import MonthField
from peelian.records.codes import CodeList
from peelian.records.protection import UNDETECTED, Purpose, Regime

OUTCOMES = CodeList(
    name="How an assessment ended",
    authority="Peelian",
    codes=("Completed", "Refused"),
)
DIFFERENCES = CodeList(
    name="How a decision stands to its suggestion",
    authority="Peelian",
    codes=("As suggested", "Higher", "Lower", "No suggestion"),
)
STATUSES = CodeList(
    name="How a question was answered",
    authority="Peelian",
    codes=("Answered", "Refused", "Not asked", "Not known"),
)


class Assessment(RecordAbout):
    """One guided assessment of a record: what was suggested, what was decided, and by whom."""

    assessment_ref = models.CharField(
        max_length=40, null=True, db_index=True, help_text="What people call it."
    )
    procedure = models.CharField(max_length=80, db_index=True, help_text="Key of the procedure.")
    asked_version = models.IntegerField(help_text="Version of the questions.")
    made_at = models.DateTimeField(help_text="When it was finished (UTC).")
    month = MonthField(help_text="Month in which it was finished, local time.")
    unit_ref = models.CharField(max_length=40, null=True, db_index=True, help_text="Its unit.")
    officer_ref = models.CharField(
        max_length=40, null=True, db_index=True, help_text="Who made it."
    )
    outcome = models.CharField(max_length=20, help_text="Whether it was made or declined.")
    refusal = models.CharField(max_length=60, null=True, help_text="Why it was declined: a code.")
    suggested = models.CharField(max_length=40, null=True, help_text="Grade that was suggested.")
    decided = models.CharField(max_length=40, null=True, help_text="Grade that was decided.")
    differs = models.CharField(
        max_length=20, null=True, help_text="How the decision stands to the suggestion."
    )
    criteria = models.CharField(
        max_length=400, null=True, help_text="Criteria that are met, with commas between."
    )
    criteria_reasons = models.TextField(
        null=True, help_text="Why each of them is met, in words as they were then, a line each."
    )
    second_of = models.CharField(
        max_length=36, null=True, db_index=True, help_text="The assessment that it looks at again."
    )
    agrees = models.BooleanField(
        null=True, help_text="Whether a second look came to the same verdict as the first."
    )
    drawn = models.BooleanField(default=False, help_text="Whether it is to be looked at again.")
    replaces = models.CharField(
        max_length=36, null=True, help_text="The assessment that it corrects."
    )
    replaced_by = models.CharField(
        max_length=36, null=True, help_text="The assessment that corrects it."
    )
    made_id = models.CharField(
        max_length=36, null=True, help_text="Address of the record that the answers became."
    )
    reasons = models.TextField(null=True, help_text="Why the decision differs, in words.")
    refusal_words = models.TextField(null=True, help_text="Why it was declined, in words.")
    correction = models.TextField(null=True, help_text="Why it corrects another one, in words.")

    class Meta:
        verbose_name = "assessment"
        verbose_name_plural = "assessments"

    class Codes:
        outcome = OUTCOMES
        differs = DIFFERENCES

    class Protection:
        held_for = Purpose.POLICING
        regime = Regime.LAW_ENFORCEMENT
        retention = UNDETECTED
        unit = "unit_ref"
        owner = "officer_ref"
        reference = "assessment_ref"
        dated = "month"
        typed = True

    class Handling:
        public: ClassVar[tuple[str, ...]] = ("procedure", "asked_version", "month", "outcome")
        restricted: ClassVar[tuple[str, ...]] = (
            "assessment_ref",
            "made_at",
            "unit_ref",
            "officer_ref",
            "refusal",
            "suggested",
            "decided",
            "differs",
            "criteria",
            "second_of",
            "agrees",
            "drawn",
            "replaces",
            "replaced_by",
            "made_id",
        )
        personal: ClassVar[tuple[str, ...]] = (
            "reasons",
            "refusal_words",
            "correction",
            "criteria_reasons",
        )


class Answer(RecordAbout):
    """One answer to one question of an assessment.

    Advice that was shown before saving stands beside the answer as one of its own, under
    "<question>.shown": what was said in `words`, and in `answer` whether the text still calls for
    it ("kept") or was changed since ("changed").
    """

    assessment_id = models.CharField(
        max_length=36, db_index=True, help_text="Address of the assessment."
    )
    procedure = models.CharField(max_length=80, help_text="Key of the procedure.")
    asked_version = models.IntegerField(help_text="Version of the questions.")
    question = models.CharField(max_length=60, help_text="Key of the question.")
    month = MonthField(help_text="Month of the assessment, local time.")
    unit_ref = models.CharField(max_length=40, null=True, help_text="Unit of the assessment.")
    officer_ref = models.CharField(max_length=40, null=True, help_text="Who asked.")
    status = models.CharField(max_length=20, help_text="How it was answered.")
    answer = models.CharField(max_length=400, null=True, help_text="The answer: a code or number.")
    words = models.TextField(null=True, help_text="The answer, or more about it, in words.")

    class Meta:
        verbose_name = "answer"
        verbose_name_plural = "answers"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=("assessment_id", "question"), name="procedures_answer_once"
            ),
        ]

    class Codes:
        status = STATUSES

    class Protection:
        held_for = Purpose.POLICING
        regime = Regime.LAW_ENFORCEMENT
        retention = UNDETECTED
        unit = "unit_ref"
        owner = "officer_ref"
        dated = "month"
        typed = True

    class Handling:
        public: ClassVar[tuple[str, ...]] = (
            "procedure",
            "asked_version",
            "question",
            "month",
            "status",
        )
        restricted: ClassVar[tuple[str, ...]] = (
            "assessment_id",
            "unit_ref",
            "officer_ref",
        )
        personal: ClassVar[tuple[str, ...]] = ("answer", "words")


class Draft(models.Model):
    """An assessment that is not finished: it waits, sealed, for whoever began it."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="drafts")
    procedure = models.CharField(max_length=80, help_text="Key of the procedure.")
    of_type = models.CharField(max_length=60, blank=True, help_text="Type of the record.")
    of_id = models.CharField(max_length=36, blank=True, help_text="Address of the record.")
    asked_version = models.IntegerField(help_text="Version of the questions.")
    assessment_id = models.CharField(
        max_length=36, unique=True, help_text="Address that the assessment will have."
    )
    replaces = models.CharField(
        max_length=36, blank=True, help_text="The assessment that it corrects."
    )
    second_of = models.CharField(
        max_length=36, blank=True, help_text="The assessment that it looks at again."
    )
    body = models.TextField(help_text="Answers so far, sealed for this person.")
    begun_at = models.DateTimeField(help_text="When it was begun (UTC).")
    saved_at = models.DateTimeField(help_text="When it was last saved (UTC).")
    told_at = models.DateTimeField(
        null=True, help_text="When its writer was told that it will go (UTC)."
    )

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=("user", "procedure", "of_id"), name="procedures_one_draft"
            ),
        ]

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = (
            "id",
            "procedure",
            "of_type",
            "asked_version",
            "assessment_id",
            "replaces",
            "second_of",
            "begun_at",
            "saved_at",
            "told_at",
        )
        personal: ClassVar[tuple[str, ...]] = ("user", "of_id", "body")

    def __str__(self) -> str:
        return f"{self.user_id} {self.procedure}"
