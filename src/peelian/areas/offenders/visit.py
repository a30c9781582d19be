"""A home visit to a managed person: who went, whether they were seen, and what follows."""

from typing import ClassVar

from django.db import models

from peelian.records.base import MonthField, Record
from peelian.records.codes import CodeList
from peelian.records.derived import LocalMonth
from peelian.records.happens import Moment
from peelian.records.protection import PUBLIC_PROTECTION, Purpose, Regime
from peelian.spine.happenings import What
from peelian.spine.ranks import RANKS

TWO, APPROVED, LONE = "Two officers", "One officer with approval", "One officer"
CREWS = CodeList(
    name="Who made a home visit",
    authority="College of Policing APP on managing sexual offenders: at least two people",
    codes=(TWO, APPROVED, LONE),
)
SEEN, NOT_IN, REFUSED_ENTRY = "Seen", "Not in", "Refused entry"
OUTCOMES = CodeList(
    name="Outcomes of a home visit",
    authority="Peelian; the words of an extract are mapped to these",
    codes=(SEEN, NOT_IN, REFUSED_ENTRY),
)
RISKS = CodeList(
    name="What a visit says of risk",
    authority="Peelian",
    codes=("No change", "Higher", "Lower", "Could not be judged"),
)
# Ranks that may approve a visit by one officer.
APPROVERS = CodeList(
    name="Ranks that may approve a lone visit",
    authority="Peelian's default: inspector or above",
    codes=RANKS[RANKS.index("Inspector") :],
)
KEYS = ("visit_ref", "plan_ref")
# Not who visited: the next visit is the manager's, whoever made this one.
FACTS = ("outcome", "crew")


class HomeVisit(Record):
    """One visit or attempt at one.

    `crew` says what the duty goes by; the names behind it are held against it (see `checks`).
    """

    visit_ref = models.CharField(
        max_length=64, null=True, db_index=True, help_text="Reference in the force's system."
    )
    plan_ref = models.CharField(max_length=64, db_index=True, help_text="Reference of the plan.")
    person_key = models.CharField(
        max_length=64, null=True, db_index=True, help_text="Key of the person."
    )
    visited_at = models.DateTimeField(help_text="When, in UTC.")
    month = MonthField(help_text="Month of the visit, local time.")
    announced = models.BooleanField(null=True, help_text="Whether it was announced.")
    outcome = models.CharField(max_length=40, help_text="Whether the person was seen.")
    crew = models.CharField(max_length=40, help_text="Whether two went, or one with approval.")
    officer_ref = models.CharField(
        max_length=40, null=True, db_index=True, help_text="Officer who visited."
    )
    second_ref = models.CharField(max_length=40, null=True, help_text="The second officer.")
    lone_approved_by = models.CharField(
        max_length=60, null=True, help_text="Rank of whoever approved a visit by one officer."
    )
    lone_because = models.CharField(
        max_length=400, null=True, help_text="Why one officer went alone."
    )
    devices_checked = models.BooleanField(null=True, help_text="Whether devices were checked.")
    risk = models.CharField(max_length=40, null=True, help_text="What it says of risk.")
    household = models.TextField(null=True, help_text="Who lives or stays there, in words.")
    notes = models.TextField(null=True, help_text="What was seen, in words.")
    next_on = models.DateField(null=True, help_text="Day for which the next visit is thought of.")
    unit_ref = models.CharField(max_length=40, null=True, db_index=True, help_text="Whose case.")

    class Meta:
        verbose_name = "home visit"
        verbose_name_plural = "home visits"

    class Codes:
        outcome = OUTCOMES
        crew = CREWS
        risk = RISKS
        lone_approved_by = APPROVERS

    class Derived:
        month = LocalMonth("visited_at")

    class Happens:
        # What is said of who went counts only with the names and the approval behind it.
        by_two = Moment(
            What.VISITED,
            "visited_at",
            KEYS,
            FACTS,
            "person_key",
            {"crew": (TWO,)},
            named=("officer_ref", "second_ref"),
            differ=("officer_ref", "second_ref"),
        )
        by_one_approved = Moment(
            What.VISITED,
            "visited_at",
            KEYS,
            FACTS,
            "person_key",
            {"crew": (APPROVED,), "lone_approved_by": APPROVERS.codes},
            named=("lone_because",),
        )
        by_one = Moment(What.VISITED, "visited_at", KEYS, FACTS, "person_key", {"crew": (LONE,)})

    class Protection:
        held_for = Purpose.PUBLIC_PROTECTION
        regime = Regime.LAW_ENFORCEMENT
        retention = PUBLIC_PROTECTION
        unit = "unit_ref"
        owner = "officer_ref"
        reference = "visit_ref"
        dated = "visited_at"
        typed = True

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = (
            "visit_ref",
            "plan_ref",
            "visited_at",
            "month",
            "announced",
            "outcome",
            "crew",
            "officer_ref",
            "second_ref",
            "lone_approved_by",
            "lone_because",
            "devices_checked",
            "risk",
            "next_on",
            "unit_ref",
        )
        personal: ClassVar[tuple[str, ...]] = ("person_key", "household", "notes")
