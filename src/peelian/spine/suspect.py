"""A suspect of an investigation: since when, how far it has come, and what is to be done next."""

from typing import ClassVar

from django.db import models

from peelian.records.base import MonthField, Record
from peelian.records.codes import CodeList
from peelian.records.derived import LocalMonth
from peelian.records.happens import Moment
from peelian.records.protection import UNDETECTED, Purpose, Regime
from peelian.spine.happenings import What

STATES = CodeList(
    name="States of a suspect",
    authority="Peelian; the words of an extract are mapped to these",
    codes=(
        "Named, not located",
        "Located, not arrested",
        "Circulated as wanted",
        "Wanted on warrant",
        "Recalled to prison",
        "Failed to answer bail",
        "Arrested",
        "Interviewed",
        "On bail",
        "Under investigation",
        "Charged",
        "Eliminated",
        "No further action",
    ),
)
OUTSTANDING = STATES.codes[:6]
# A force's own bands are mapped to these three when its extract is loaded.
BANDS = CodeList(
    name="Bands of danger of a suspect",
    authority="Peelian; the bands of a force are mapped to these",
    codes=("High", "Medium", "Standard"),
)
KEYS = ("suspect_ref", "investigation_ref")
WHOSE = ("unit_ref", "officer_ref", "risk_band", "domestic_abuse")


class Suspect(Record):
    """One person suspected in one investigation, as the force's system holds it."""

    suspect_ref = models.CharField(
        max_length=64, db_index=True, help_text="Reference in the force's system."
    )
    investigation_ref = models.CharField(
        max_length=64, null=True, db_index=True, help_text="Reference of the investigation."
    )
    person_key = models.CharField(
        max_length=64, null=True, db_index=True, help_text="Key of the person."
    )
    named_at = models.DateTimeField(help_text="When the person was first named, in UTC.")
    month = MonthField(help_text="Month in which the person was named, local time.")
    offence = models.CharField(max_length=120, null=True, help_text="What they are suspected of.")
    domestic_abuse = models.BooleanField(null=True, help_text="Whether it is domestic abuse.")
    state = models.CharField(max_length=40, help_text="How far it has come.")
    located_at = models.DateTimeField(null=True, help_text="When found, in UTC.")
    wanted_at = models.DateTimeField(
        null=True, help_text="When it was decided to circulate as wanted, in UTC."
    )
    circulated_at = models.DateTimeField(null=True, help_text="When circulated as wanted, in UTC.")
    arrested_at = models.DateTimeField(null=True, help_text="When arrested, in UTC.")
    interviewed_at = models.DateTimeField(
        null=True, help_text="When interviewed under caution, in UTC."
    )
    not_arrested_at = models.DateTimeField(
        null=True, help_text="When it was decided not to arrest where that is the default, in UTC."
    )
    not_arrested_because = models.CharField(
        max_length=200, null=True, help_text="Why there was no arrest where it is the default."
    )
    released_without_charge_at = models.DateTimeField(
        null=True, help_text="When released without charge and without bail, in UTC."
    )
    under_investigation_at = models.DateTimeField(
        null=True, help_text="When released under investigation by a named decision, in UTC."
    )
    under_investigation_by = models.CharField(
        max_length=40, null=True, help_text="Officer who decided that."
    )
    under_investigation_because = models.CharField(
        max_length=200, null=True, help_text="Why bail is not necessary."
    )
    reviewed_at = models.DateTimeField(
        null=True, help_text="When last reviewed while under investigation, in UTC."
    )
    settled_at = models.DateTimeField(
        null=True, help_text="When charged, eliminated or no further action was decided, in UTC."
    )
    risk_band = models.CharField(
        max_length=40, null=True, help_text="The force's own band of danger, in Peelian's words."
    )
    next_action = models.CharField(max_length=200, null=True, help_text="What is done next.")
    next_action_set_at = models.DateTimeField(null=True, help_text="When that was decided, in UTC.")
    next_action_due = models.DateField(null=True, help_text="By which day.")
    unit_ref = models.CharField(max_length=40, null=True, db_index=True, help_text="Whose case.")
    officer_ref = models.CharField(
        max_length=40, null=True, db_index=True, help_text="Officer in the case."
    )

    class Meta:
        verbose_name = "suspect"
        verbose_name_plural = "suspects"

    class Codes:
        state = STATES
        risk_band = BANDS

    class Derived:
        month = LocalMonth("named_at")

    class Happens:
        named = Moment(What.SUSPECT_NAMED, "named_at", KEYS, WHOSE, "person_key")
        action = Moment(
            What.SUSPECT_ACTION_SET,
            "next_action_set_at",
            KEYS,
            (*WHOSE, "next_action_due"),
            "person_key",
            repeats=True,
        )
        wanted = Moment(What.SUSPECT_WANTED, "wanted_at", KEYS, WHOSE, "person_key")
        circulated = Moment(What.SUSPECT_CIRCULATED, "circulated_at", KEYS, WHOSE, "person_key")
        arrested = Moment(What.SUSPECT_ARRESTED, "arrested_at", KEYS, WHOSE, "person_key")
        declined = Moment(
            What.ARREST_DECLINED,
            "not_arrested_at",
            KEYS,
            WHOSE,
            "person_key",
            named=("not_arrested_because",),
        )
        interviewed = Moment(What.SUSPECT_INTERVIEWED, "interviewed_at", KEYS, WHOSE, "person_key")
        released = Moment(
            What.RELEASED_WITHOUT_CHARGE,
            "released_without_charge_at",
            KEYS,
            WHOSE,
            "person_key",
        )
        # Bail never becomes this by itself: without whoever decided it, it did not happen.
        under_investigation = Moment(
            What.RELEASED_UNDER_INVESTIGATION,
            "under_investigation_at",
            KEYS,
            WHOSE,
            "person_key",
            named=("under_investigation_by",),
        )
        reviewed = Moment(
            What.SUSPECT_REVIEWED, "reviewed_at", KEYS, WHOSE, "person_key", repeats=True
        )
        settled = Moment(What.SUSPECT_SETTLED, "settled_at", KEYS, (*WHOSE, "state"), "person_key")

    class Protection:
        held_for = Purpose.POLICING
        regime = Regime.LAW_ENFORCEMENT
        retention = UNDETECTED
        unit = "unit_ref"
        owner = "officer_ref"
        reference = "suspect_ref"
        dated = "settled_at"
        typed = True

    class Handling:
        public: ClassVar[tuple[str, ...]] = ("month", "offence", "state")
        restricted: ClassVar[tuple[str, ...]] = (
            "suspect_ref",
            "investigation_ref",
            "named_at",
            "domestic_abuse",
            "located_at",
            "wanted_at",
            "circulated_at",
            "arrested_at",
            "interviewed_at",
            "not_arrested_at",
            "not_arrested_because",
            "released_without_charge_at",
            "under_investigation_at",
            "under_investigation_by",
            "under_investigation_because",
            "reviewed_at",
            "settled_at",
            "risk_band",
            "next_action_set_at",
            "next_action_due",
            "unit_ref",
            "officer_ref",
        )
        personal: ClassVar[tuple[str, ...]] = ("person_key", "next_action")
