"""The command-line doors as a Django app: its management commands are the `peelian` commands."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "peelian.jobs"
    label = "jobs"
    verbose_name = "Jobs"
