"""Panels as a Django app."""

from django.apps import AppConfig


class PanelsConfig(AppConfig):
    name = "peelian.engines.panels"
    label = "panels"
    verbose_name = "Panels"
