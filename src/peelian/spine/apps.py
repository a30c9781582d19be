"""The spine as a Django app."""

from django.apps import AppConfig


class SpineConfig(AppConfig):
    name = "peelian.spine"
    label = "spine"
    verbose_name = "Spine"
