"""An assault on somebody who works for the police, and what was done for them."""

from typing import ClassVar

from django.db import models

from peelian.records.base import MonthField, Record
from peelian.records.codes import CodeList
from peelian.records.derived import LocalMonth
from peelian.records.happens import Moment
from peelian.records.protection import STAFF, Purpose, Regime
from peelian.spine.happenings import What

INJURIES = CodeList(
    name="Injuries of assaulted staff",
    authority="Peelian; the words of an extract are mapped to these",
    codes=("None", "Minor", "Serious", "Taken to hospital"),
)
REPORTERS = CodeList(
    name="Who made the report of the accident",
    authority="Force policy: the assaulted person, or another where they cannot",
    codes=("The assaulted person", "Supervisor", "Another person"),
)
KEYS = ("assault_ref", "investigation_ref")
WHOSE = ("unit_ref", "supervisor_ref", "assaulted_ref", "investigator_ref")


class StaffAssault(Record):
    """One assault on one officer, member of staff, special or volunteer.

    It is held as policing, since it is a crime with a victim. Under their key as a person the
    victim is shut out, as everybody is from records about themselves; their supervisor, who sees
    to the plan, is not (INV-35).
    """

    assault_ref = models.CharField(
        max_length=64, null=True, db_index=True, help_text="Reference in the force's system."
    )
    investigation_ref = models.CharField(
        max_length=64, null=True, db_index=True, help_text="Reference of the investigation."
    )
    happened_at = models.DateTimeField(help_text="When it happened, in UTC.")
    month = MonthField(help_text="Month in which it happened, local time.")
    assaulted_ref = models.CharField(
        max_length=40, db_index=True, help_text="Staff number of whoever was assaulted."
    )
    person_key = models.CharField(
        max_length=64, null=True, db_index=True, help_text="Key of that person."
    )
    injury = models.CharField(max_length=40, null=True, help_text="How they were hurt.")
    supervisor_ref = models.CharField(
        max_length=40, null=True, db_index=True, help_text="Their supervisor, who sees to the plan."
    )
    investigator_ref = models.CharField(
        max_length=40, null=True, help_text="Who investigates: never the assaulted person."
    )
    investigator_named_at = models.DateTimeField(
        null=True, help_text="When the investigator was named, in UTC."
    )
    welfare_met_at = models.DateTimeField(
        null=True, help_text="When the supervisor met the assaulted person, in UTC."
    )
    rights_explained_at = models.DateTimeField(
        null=True, help_text="When the rights of a victim were explained, in UTC."
    )
    command_told_at = models.DateTimeField(
        null=True, help_text="When the local command or head of department was told, in UTC."
    )
    executive_told_at = models.DateTimeField(
        null=True, help_text="When the executive office was told, in UTC."
    )
    association_told_at = models.DateTimeField(
        null=True, help_text="When the staff association or union was told, in UTC."
    )
    proof_checked_at = models.DateTimeField(
        null=True,
        help_text="When points to prove and the personal statement were looked at, in UTC.",
    )
    accident_reported_at = models.DateTimeField(
        null=True, help_text="When the accident was reported, in UTC."
    )
    accident_reported_by = models.CharField(
        max_length=40, null=True, help_text="Who made that report."
    )
    unit_ref = models.CharField(max_length=40, null=True, db_index=True, help_text="Their unit.")

    class Meta:
        verbose_name = "assault on staff"
        verbose_name_plural = "assaults on staff"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(investigator_ref__isnull=True)
                | ~models.Q(investigator_ref=models.F("assaulted_ref")),
                name="workforce_victim_never_investigates",
            ),
        ]

    class Codes:
        injury = INJURIES
        accident_reported_by = REPORTERS

    class Derived:
        month = LocalMonth("happened_at")

    class Happens:
        assaulted = Moment(What.STAFF_ASSAULTED, "happened_at", KEYS, WHOSE, "person_key")
        # Somebody who is to investigate an assault on themselves does not count as anybody.
        investigator = Moment(
            What.INVESTIGATOR_NAMED,
            "investigator_named_at",
            KEYS,
            WHOSE,
            "person_key",
            named=("investigator_ref",),
            differ=("investigator_ref", "assaulted_ref"),
        )
        met = Moment(What.WELFARE_MET, "welfare_met_at", KEYS, WHOSE, "person_key")
        rights = Moment(What.RIGHTS_EXPLAINED, "rights_explained_at", KEYS, WHOSE, "person_key")
        command = Moment(What.COMMAND_TOLD, "command_told_at", KEYS, WHOSE, "person_key")
        executive = Moment(What.EXECUTIVE_TOLD, "executive_told_at", KEYS, WHOSE, "person_key")
        association = Moment(
            What.ASSOCIATION_TOLD, "association_told_at", KEYS, WHOSE, "person_key"
        )
        proof = Moment(What.PROOF_CHECKED, "proof_checked_at", KEYS, WHOSE, "person_key")
        accident = Moment(What.ACCIDENT_REPORTED, "accident_reported_at", KEYS, WHOSE, "person_key")

    class Protection:
        held_for = Purpose.POLICING
        regime = Regime.LAW_ENFORCEMENT
        retention = STAFF
        unit = "unit_ref"
        owner = "supervisor_ref"
        reference = "assault_ref"
        dated = "happened_at"
        typed = True

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = (
            "assault_ref",
            "investigation_ref",
            "happened_at",
            "month",
            "assaulted_ref",
            "supervisor_ref",
            "investigator_ref",
            "investigator_named_at",
            "welfare_met_at",
            "rights_explained_at",
            "command_told_at",
            "executive_told_at",
            "proof_checked_at",
            "accident_reported_at",
            "accident_reported_by",
            "unit_ref",
        )
        personal: ClassVar[tuple[str, ...]] = (
            "person_key",
            "injury",
            "association_told_at",
        )
