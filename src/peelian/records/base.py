"""What a record is: one Django model per thing in the world, every field sorted by sensitivity.

The operational table is made by Django's migrations. The analytical schema, the table of fields in
the manual and the check that nothing sensitive leaves by a public door are all derived from the
model (see `records.schema`), so that a field is never written down twice.
"""

from typing import TYPE_CHECKING, ClassVar

from django.db import models

# Django's fields take type arguments for the type checker only.
if TYPE_CHECKING:
    TextInColumn = models.CharField[str, str]
else:
    TextInColumn = models.CharField


class MonthField(TextInColumn):
    """A calendar month as text, YYYY-MM: how data.police.uk dates every row.

    Text sorts and compares rightly, carries no time zone and reads the same on every engine.
    """

    description = "calendar month, YYYY-MM"

    def __init__(self, *args: object, **kwargs: object) -> None:
        kwargs["max_length"] = 7
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own loose signature


class Record(models.Model):
    """A row about one thing in the world, with an address that never changes.

    `record_id` is the address: a hash of type, source, force and natural key or, where the source
    has no key, of file month, row content and ordinal among equal rows. Whatever refers to a
    record stores `(type, record_id)`, never a foreign key, so that a reload cannot break it.
    """

    record_id = models.CharField(
        max_length=36, unique=True, help_text="Address of the row, the same after every reload."
    )
    source = models.CharField(max_length=40, help_text="Which adapter brought the row.")
    force_id = models.CharField(
        max_length=40, db_index=True, help_text="Police force that reports the row, by its slug."
    )
    version = models.PositiveIntegerField(
        default=1, help_text="Counts saves, so that two savers cannot overwrite each other."
    )

    class Meta:
        abstract = True

    class Handling:
        """Sorts every field: a house test fails on a field in none or in two of the three."""

        public: ClassVar[tuple[str, ...]] = ("record_id", "source", "force_id")
        restricted: ClassVar[tuple[str, ...]] = ("id", "version")
        personal: ClassVar[tuple[str, ...]] = ()

    class Codes:
        """The closed list of words of each field that has one: `crime_type = CRIME_TYPES`."""

    class Derived:
        """Fields that follow from others of the row, each with its `records.derived` rule."""

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.record_id}"
