"""What a force has agreed to share with a partner agency, why, and until when."""

from typing import ClassVar

from django.db import models

from peelian.access.dated import UNIT_LIMIT, Dated


class Share(Dated):
    """Rows of one record type that the people of a partner unit may consult.

    All rows of one unit of the force, or one row, with exactly the named fields. It ends on a day:
    a share without an end is not made.
    """

    force_id = models.CharField(max_length=40, help_text="Slug of the force that shares.")
    partner_ref = models.CharField(
        max_length=UNIT_LIMIT, help_text="Unit of the partner agency, in the force's tree of units."
    )
    record_type = models.CharField(max_length=60, help_text="Type of the records.")
    unit_ref = models.CharField(
        max_length=UNIT_LIMIT, blank=True, help_text="Unit whose records are shared."
    )
    record_id = models.CharField(
        max_length=36, blank=True, help_text="The one record, where only one is shared."
    )
    fields = models.TextField(help_text="Names of the fields, with commas between.")
    purpose = models.CharField(max_length=300, help_text="What for, in words.")
    basis = models.CharField(max_length=300, help_text="The law or agreement that allows it.")
    made_by = models.CharField(max_length=120, help_text="Name in the trail of who agreed to it.")

    class Meta:
        verbose_name = "share"
        verbose_name_plural = "shares"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(ends_at__isnull=False), name="access_share_ends"
            ),
            models.CheckConstraint(
                condition=(models.Q(unit_ref="") & ~models.Q(record_id=""))
                | (~models.Q(unit_ref="") & models.Q(record_id="")),
                name="access_share_of_one_thing",
            ),
        ]

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = (
            "id",
            "force_id",
            "partner_ref",
            "record_type",
            "unit_ref",
            "fields",
            "purpose",
            "basis",
        )
        personal: ClassVar[tuple[str, ...]] = ("record_id", "made_by")

    def __str__(self) -> str:
        return f"{self.record_type} with {self.partner_ref}"

    @property
    def columns(self) -> frozenset[str]:
        """The names of the shared fields."""
        return frozenset(name.strip() for name in self.fields.split(",") if name.strip())
