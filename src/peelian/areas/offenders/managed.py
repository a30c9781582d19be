"""A person whom the force manages, by the plan that stands in the national system."""

from typing import ClassVar

from django.db import models

from peelian.records.base import MonthField, Record
from peelian.records.codes import CodeList
from peelian.records.derived import Grouped, LocalMonth
from peelian.records.happens import Moment
from peelian.records.protection import PUBLIC_PROTECTION, Purpose, Regime
from peelian.spine.happenings import What
from peelian.spine.suspect import BANDS

LEVELS = CodeList(
    name="Levels of a managed person",
    authority="Peelian; the words of an extract are mapped to these",
    codes=("Very high", "High", "Medium", "Low"),
)
# Duties are ranked alike, whatever they are about.
BAND_OF = {"Very high": "High", "High": "High", "Medium": "Medium", "Low": "Standard"}
KEYS = ("plan_ref",)
WHOSE = ("unit_ref", "officer_ref", "level", "risk_band")
PLAN = (*WHOSE, "visit_every_days", "reactive")


class ManagedPerson(Record):
    """One person under one plan of management, with what is due about it and never what it says.

    Of the national system (ViSOR) the reference alone is held. Level and visits are those of the
    plan: how often is decided in each plan, not by the level (OFF-07, OFF-08).
    """

    plan_ref = models.CharField(
        max_length=64, db_index=True, help_text="Reference of the plan in the force's system."
    )
    visor_ref = models.CharField(
        max_length=40, null=True, help_text="Reference in ViSOR. Nothing else of it is held."
    )
    person_key = models.CharField(
        max_length=64, null=True, db_index=True, help_text="Key of the person."
    )
    managed_at = models.DateTimeField(help_text="When management began, in UTC.")
    month = MonthField(help_text="Month in which management began, local time.")
    level = models.CharField(max_length=40, help_text="Level of risk by the plan.")
    risk_band = models.CharField(
        max_length=40, null=True, help_text="Band of the level, by which duties are ranked."
    )
    plan_set_at = models.DateTimeField(help_text="When the plan was last set, in UTC.")
    visit_every_days = models.IntegerField(
        null=True, help_text="Days between home visits, as this plan says."
    )
    frequency_because = models.CharField(
        max_length=200, null=True, help_text="Why visits differ from what the level suggests."
    )
    frequency_by = models.CharField(
        max_length=40, null=True, help_text="Officer who approved that difference."
    )
    reactive = models.BooleanField(null=True, help_text="Whether managed reactively: no visits.")
    reactive_at = models.DateTimeField(
        null=True, help_text="When reactive management was decided, in UTC."
    )
    reactive_because = models.CharField(
        max_length=200, null=True, help_text="Criteria that were met."
    )
    reactive_by = models.CharField(max_length=40, null=True, help_text="Officer who approved it.")
    reactive_review_on = models.DateField(null=True, help_text="Day by which it is looked at.")
    risk_reviewed_at = models.DateTimeField(
        null=True, help_text="When risk was last assessed, in UTC."
    )
    plan_reviewed_at = models.DateTimeField(
        null=True, help_text="When a supervisor last reviewed the plan, in UTC."
    )
    ended_at = models.DateTimeField(null=True, help_text="When management ended, in UTC.")
    unit_ref = models.CharField(max_length=40, null=True, db_index=True, help_text="Whose case.")
    officer_ref = models.CharField(
        max_length=40, null=True, db_index=True, help_text="Offender manager."
    )

    class Meta:
        verbose_name = "managed person"
        verbose_name_plural = "managed people"

    class Codes:
        level = LEVELS
        risk_band = BANDS

    class Derived:
        month = LocalMonth("managed_at")
        risk_band = Grouped("level", BAND_OF)

    class Happens:
        # What the plan says today says nothing of visits before it was set: only its own happening
        # carries it.
        managed = Moment(What.MANAGED, "managed_at", KEYS, WHOSE, "person_key")
        plan_set = Moment(What.PLAN_SET, "plan_set_at", KEYS, PLAN, "person_key", repeats=True)
        reactive_decided = Moment(
            What.MANAGED_REACTIVELY,
            "reactive_at",
            KEYS,
            (*WHOSE, "reactive_review_on"),
            "person_key",
            {"reactive": (True,)},
            named=("reactive_by", "reactive_because", "reactive_review_on"),
            repeats=True,
        )
        risk_reviewed = Moment(
            What.RISK_REVIEWED, "risk_reviewed_at", KEYS, WHOSE, "person_key", repeats=True
        )
        plan_reviewed = Moment(
            What.PLAN_REVIEWED, "plan_reviewed_at", KEYS, WHOSE, "person_key", repeats=True
        )
        ended = Moment(What.MANAGEMENT_ENDED, "ended_at", KEYS, WHOSE, "person_key")

    class Protection:
        held_for = Purpose.PUBLIC_PROTECTION
        regime = Regime.LAW_ENFORCEMENT
        retention = PUBLIC_PROTECTION
        unit = "unit_ref"
        owner = "officer_ref"
        reference = "plan_ref"
        dated = "ended_at"

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = (
            "plan_ref",
            "managed_at",
            "month",
            "level",
            "risk_band",
            "plan_set_at",
            "visit_every_days",
            "frequency_because",
            "frequency_by",
            "reactive",
            "reactive_at",
            "reactive_because",
            "reactive_by",
            "reactive_review_on",
            "risk_reviewed_at",
            "plan_reviewed_at",
            "ended_at",
            "unit_ref",
            "officer_ref",
        )
        personal: ClassVar[tuple[str, ...]] = ("visor_ref", "person_key")
