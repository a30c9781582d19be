"""The settings of one force, read once for many clocks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from peelian.engines.duties.reckoning import Number
from peelian.engines.duties.settings import ForceSetting, Setting


@dataclass
class Numbers:
    """What each force has set, each force read once."""

    read: dict[str, Mapping[str, list[tuple[date, int]]]] = field(default_factory=dict)

    def of(self, force_id: str) -> Number:
        """What a setting is for this force on a day, as `settings.setting_on` says."""
        if force_id not in self.read:
            told: dict[str, list[tuple[date, int]]] = {}
            rows = ForceSetting.objects.filter(force_id=force_id).order_by("starts_on")
            for key, starts_on, value in rows.values_list("key", "starts_on", "value"):
                told.setdefault(key, []).append((starts_on, value))
            self.read[force_id] = told
        known = self.read[force_id]

        def number(setting: Setting, day: date) -> int:
            return next(
                (
                    value
                    for starts_on, value in reversed(known.get(setting.key, []))
                    if starts_on <= day
                ),
                setting.default,
            )

        return number
