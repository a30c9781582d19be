"""A unit of an organisation: a force, a command, a local policing area, a team, a partner."""

from typing import ClassVar

from django.db import models

from peelian.records.base import Record
from peelian.records.codes import CodeList
from peelian.records.protection import STAFF, Purpose, Regime

UNIT_KINDS = CodeList(
    name="Kinds of unit",
    authority="Peelian; the words of an extract are mapped to these",
    codes=(
        "Force",
        "Command",
        "Department",
        "Local policing area",
        "Team",
        "Commissioner's office",
        "Inspectorate",
        "Partner agency",
    ),
)


class Unit(Record):
    """One unit, under the parent that it had from one day to another.

    A unit that moves has a second row with the same reference and a later first day, so that the
    tree of any day can be drawn.
    """

    unit_ref = models.CharField(max_length=40, help_text="What the organisation calls it by.")
    name = models.CharField(max_length=120, help_text="Name in words.")
    kind = models.CharField(max_length=40, help_text="What kind of unit it is.")
    parent_ref = models.CharField(
        max_length=40, null=True, help_text="Reference of the unit above; nothing at the top."
    )
    starts_on = models.DateField(help_text="First day of this row.")
    ends_on = models.DateField(null=True, help_text="Last day of this row; nothing while it is so.")

    class Meta:
        verbose_name = "unit"
        verbose_name_plural = "units"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=("force_id", "unit_ref", "starts_on"), name="spine_unit_one_row_a_day"
            ),
        ]

    class Codes:
        kind = UNIT_KINDS

    class Protection:
        held_for = Purpose.ORGANISATION
        regime = Regime.GENERAL
        retention = STAFF
        unit = "unit_ref"
        reference = "unit_ref"
        dated = "ends_on"
        typed = True

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = (
            "unit_ref",
            "name",
            "kind",
            "parent_ref",
            "starts_on",
            "ends_on",
        )
