"""Records as a Django app."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "peelian.records"
    label = "records"
    verbose_name = "Records"
