"""Numbers that each force sets for itself, with dates: declared once, with Peelian's default."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from django.db import models


@dataclass(frozen=True)
class Setting:
    """A number of a force's own policy.

    `default` counts until the force sets its own, and is always shown as Peelian's, never as the
    force's. `unit` completes the number in words: "hours", "ticks".
    """

    key: str
    says: str
    default: int
    unit: str


class ForceSetting(models.Model):
    """What one force has set, from a day on."""

    force_id = models.CharField(max_length=40, help_text="Slug of the force.")
    key = models.CharField(max_length=80, help_text="Key of the setting.")
    starts_on = models.DateField(help_text="First local day on which it counts.")
    value = models.IntegerField(help_text="The number.")
    authority = models.CharField(max_length=300, help_text="Where the force says so.")
    set_by = models.CharField(max_length=120, help_text="Name in the trail of who set it.")
    set_at = models.DateTimeField(help_text="When it was written down (UTC).")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=("force_id", "key", "starts_on"), name="duties_setting_once_a_day"
            ),
        ]

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = (
            "id",
            "force_id",
            "key",
            "starts_on",
            "value",
            "authority",
            "set_at",
        )
        personal: ClassVar[tuple[str, ...]] = ("set_by",)

    def __str__(self) -> str:
        return f"{self.force_id} {self.key} from {self.starts_on}"


@dataclass(frozen=True)
class SetTo:
    """What a setting is on a day: the number and whose it is."""

    value: int
    authority: str
    own: bool


def setting_on(setting: Setting, force_id: str, day: date) -> SetTo:
    """What a setting is for a force on a day."""
    row = (
        ForceSetting.objects.filter(force_id=force_id, key=setting.key, starts_on__lte=day)
        .order_by("-starts_on")
        .first()
    )
    if row is None:
        return SetTo(setting.default, "Peelian's default; set the force's own", own=False)
    return SetTo(row.value, row.authority, own=True)
