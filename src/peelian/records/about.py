"""Records about another record: seen only by whoever may see that one.

A duty, an assessment or an answer says something of a record that can be sealed, or that somebody
has a conflict with. What shuts that record shuts these (see `access.denied`).
"""

from typing import ClassVar

from django.db import models

from peelian.records.base import Record


class RecordAbout(Record):
    """A row about another record, which it names by type, address and reference.

    `person_key` is the person whom that record is about, so that whoever has a conflict with them
    sees neither.
    """

    of_type = models.CharField(max_length=60, help_text="Type of the record that it is about.")
    of_id = models.CharField(
        max_length=36, db_index=True, help_text="Address of the record that it is about."
    )
    of_ref = models.CharField(
        max_length=80, null=True, help_text="What people call the record that it is about."
    )
    person_key = models.CharField(
        max_length=64, null=True, help_text="Key of the person whom that record is about."
    )

    class Meta:
        abstract = True

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("of_type", "of_id", "of_ref")
        personal: ClassVar[tuple[str, ...]] = ("person_key",)
