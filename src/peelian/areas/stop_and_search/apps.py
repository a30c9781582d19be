"""Stop and search as a Django app."""

from django.apps import AppConfig


class StopAndSearchConfig(AppConfig):
    name = "peelian.areas.stop_and_search"
    label = "stop_and_search"
    verbose_name = "Stop and search"
