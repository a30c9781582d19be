"""Procedures as a Django app."""

from django.apps import AppConfig


class ProceduresConfig(AppConfig):
    name = "peelian.engines.procedures"
    label = "procedures"
    verbose_name = "Procedures"
