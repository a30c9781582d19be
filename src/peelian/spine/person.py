"""A person whom records of policing name, and what part they had in each."""

from typing import ClassVar

from django.db import models

from peelian.records.base import Record
from peelian.records.codes import CodeList
from peelian.records.protection import UNDETECTED, Purpose, Regime

PARTS = CodeList(
    name="Parts that a person has in a record",
    authority="Data Protection Act 2018, section 38(3): categories of persons are kept apart",
    codes=(
        "Suspect",
        "Convicted",
        "Victim",
        "Witness",
        "Reporting person",
        "Other",
    ),
)
BASES = CodeList(
    name="Whether a link is a fact or an opinion",
    authority="Data Protection Act 2018, section 38(2)",
    codes=("Fact", "Opinion"),
)


class Person(Record):
    """One person as one source describes them. Two rows may be the same human being."""

    person_key = models.CharField(
        max_length=64, db_index=True, help_text="Key of the person in the force's systems."
    )
    family_name = models.CharField(max_length=80, null=True, help_text="Family name.")
    given_names = models.CharField(max_length=120, null=True, help_text="Given names.")
    born_on = models.DateField(null=True, help_text="Date of birth.")
    ethnicity = models.CharField(
        max_length=120, null=True, help_text="As the person described themselves."
    )
    address_key = models.CharField(
        max_length=64, null=True, db_index=True, help_text="Key of the home address."
    )
    address = models.CharField(max_length=200, null=True, help_text="Home address in words.")
    last_event_on = models.DateField(
        null=True, help_text="Day of the last event that concerns the person."
    )

    class Meta:
        verbose_name = "person"
        verbose_name_plural = "people"

    class Protection:
        held_for = Purpose.POLICING
        regime = Regime.LAW_ENFORCEMENT
        retention = UNDETECTED
        reference = "person_key"
        dated = "last_event_on"
        typed = True

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("person_key", "last_event_on")
        personal: ClassVar[tuple[str, ...]] = (
            "family_name",
            "given_names",
            "born_on",
            "ethnicity",
            "address_key",
            "address",
        )


class Involvement(Record):
    """That a person has a part in a record. It may be seen with that record and never alone."""

    person_key = models.CharField(max_length=64, db_index=True, help_text="Who.")
    record_type = models.CharField(max_length=40, help_text="Type of the record.")
    reference = models.CharField(
        max_length=64, db_index=True, help_text="What the force calls that record by."
    )
    part = models.CharField(max_length=40, help_text="Which part the person has in it.")
    basis = models.CharField(max_length=10, help_text="Whether that is a fact or an opinion.")
    recorded_on = models.DateField(null=True, help_text="When the link was recorded.")

    class Meta:
        verbose_name = "part of a person in a record"
        verbose_name_plural = "parts of people in records"
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=("record_type", "reference"), name="spine_involvement_about"),
        ]

    class Codes:
        part = PARTS
        basis = BASES

    class Protection:
        held_for = Purpose.LINKS
        regime = Regime.LAW_ENFORCEMENT
        retention = UNDETECTED
        dated = "recorded_on"
        typed = True

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("record_type", "reference", "recorded_on")
        personal: ClassVar[tuple[str, ...]] = ("person_key", "part", "basis")
