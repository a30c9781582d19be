"""Comparisons as a Django app: what people decide about them is kept here."""

from django.apps import AppConfig


class ComparisonsConfig(AppConfig):
    name = "peelian.engines.comparisons"
    label = "comparisons"
    verbose_name = "Comparisons"
