"""Offenders and suspects as a Django app."""

from django.apps import AppConfig


class OffendersConfig(AppConfig):
    name = "peelian.areas.offenders"
    label = "offenders"
    verbose_name = "Offenders and suspects"
