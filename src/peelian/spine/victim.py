"""A victim in an investigation: what was agreed with them, and what they were offered."""

from typing import ClassVar

from django.db import models

from peelian.records.base import MonthField, Record
from peelian.records.derived import LocalMonth
from peelian.records.happens import Moment
from peelian.records.protection import UNDETECTED, Purpose, Regime
from peelian.spine.happenings import What

KEYS = ("victim_ref", "investigation_ref")
WHOSE = ("unit_ref", "officer_ref")


class Victim(Record):
    """One person who is the victim in one investigation, as the force's crime system holds it."""

    victim_ref = models.CharField(
        max_length=64, db_index=True, help_text="Reference in the force's system."
    )
    investigation_ref = models.CharField(
        max_length=64, null=True, db_index=True, help_text="Reference of the investigation."
    )
    incident_ref = models.CharField(
        max_length=64, null=True, db_index=True, help_text="Reference of the incident."
    )
    person_key = models.CharField(
        max_length=64, null=True, db_index=True, help_text="Key of the person."
    )
    recorded_at = models.DateTimeField(help_text="When recorded as a victim, in UTC.")
    month = MonthField(help_text="Month in which recorded as a victim, local time.")
    enhanced_rights = models.BooleanField(
        null=True, help_text="Whether the Code gives this victim enhanced rights."
    )
    enhanced_from = models.DateTimeField(null=True, help_text="Since when that is known, in UTC.")
    contract_agreed_at = models.DateTimeField(
        null=True, help_text="When contact was agreed with the victim, in UTC."
    )
    update_every_days = models.IntegerField(
        null=True, help_text="Days between updates, as agreed with the victim."
    )
    safe_route = models.CharField(
        max_length=200, null=True, help_text="By which route it is safe to reach the victim."
    )
    needs_assessed_at = models.DateTimeField(
        null=True, help_text="When the victim's needs were assessed, in UTC."
    )
    statement_offered_at = models.DateTimeField(
        null=True, help_text="When a personal statement was offered, in UTC."
    )
    support_withdrawn_at = models.DateTimeField(
        null=True, help_text="When the victim withdrew support, in UTC."
    )
    support_referred_at = models.DateTimeField(
        null=True, help_text="When referred to a support service, in UTC."
    )
    support_declined_at = models.DateTimeField(
        null=True, help_text="When the victim declined to be referred, in UTC."
    )
    not_investigated_at = models.DateTimeField(
        null=True, help_text="When it was decided not to investigate, in UTC."
    )
    contact_ended_at = models.DateTimeField(
        null=True, help_text="When contact ended, as agreed or with the case, in UTC."
    )
    unit_ref = models.CharField(max_length=40, null=True, db_index=True, help_text="Whose case.")
    officer_ref = models.CharField(
        max_length=40, null=True, db_index=True, help_text="Officer in the case."
    )

    class Meta:
        verbose_name = "victim"
        verbose_name_plural = "victims"

    class Derived:
        month = LocalMonth("recorded_at")

    class Happens:
        # Rights that are known today say nothing of an arrest before they were recognised: only
        # their own happening carries them.
        recorded = Moment(What.VICTIM_RECORDED, "recorded_at", KEYS, WHOSE, "person_key")
        enhanced = Moment(
            What.ENHANCED_RIGHTS,
            "enhanced_from",
            KEYS,
            (*WHOSE, "enhanced_rights"),
            "person_key",
            {"enhanced_rights": (True,)},
        )
        enhanced_at_once = Moment(
            What.ENHANCED_RIGHTS,
            "recorded_at",
            KEYS,
            (*WHOSE, "enhanced_rights"),
            "person_key",
            {"enhanced_rights": (True,), "enhanced_from": (None,)},
        )
        agreed = Moment(
            What.CONTRACT_AGREED,
            "contract_agreed_at",
            KEYS,
            (*WHOSE, "update_every_days"),
            "person_key",
        )
        needs = Moment(What.NEEDS_ASSESSED, "needs_assessed_at", KEYS, WHOSE, "person_key")
        offered = Moment(What.STATEMENT_OFFERED, "statement_offered_at", KEYS, WHOSE, "person_key")
        withdrawn = Moment(
            What.SUPPORT_WITHDRAWN, "support_withdrawn_at", KEYS, WHOSE, "person_key"
        )
        referred = Moment(What.SUPPORT_REFERRED, "support_referred_at", KEYS, WHOSE, "person_key")
        declined = Moment(What.SUPPORT_DECLINED, "support_declined_at", KEYS, WHOSE, "person_key")
        not_investigated = Moment(
            What.NOT_INVESTIGATED, "not_investigated_at", KEYS, WHOSE, "person_key"
        )
        contact_ended = Moment(What.CONTACT_ENDED, "contact_ended_at", KEYS, WHOSE, "person_key")

    class Protection:
        held_for = Purpose.POLICING
        regime = Regime.LAW_ENFORCEMENT
        retention = UNDETECTED
        unit = "unit_ref"
        owner = "officer_ref"
        reference = "victim_ref"
        dated = "month"
        typed = True

    class Handling:
        public: ClassVar[tuple[str, ...]] = ("month",)
        restricted: ClassVar[tuple[str, ...]] = (
            "victim_ref",
            "investigation_ref",
            "incident_ref",
            "recorded_at",
            "enhanced_rights",
            "enhanced_from",
            "contract_agreed_at",
            "update_every_days",
            "needs_assessed_at",
            "statement_offered_at",
            "support_withdrawn_at",
            "support_referred_at",
            "support_declined_at",
            "not_investigated_at",
            "contact_ended_at",
            "unit_ref",
            "officer_ref",
        )
        personal: ClassVar[tuple[str, ...]] = ("person_key", "safe_route")
