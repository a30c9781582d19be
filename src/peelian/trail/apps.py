"""The trail as a Django app."""

from django.apps import AppConfig


class TrailConfig(AppConfig):
    name = "peelian.trail"
    label = "trail"
    verbose_name = "Trail"
