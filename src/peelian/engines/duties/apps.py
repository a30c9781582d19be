"""Duties as a Django app."""

from django.apps import AppConfig


class DutiesConfig(AppConfig):
    name = "peelian.engines.duties"
    label = "duties"
    verbose_name = "Duties"
