"""Victims as a Django app."""

from django.apps import AppConfig


class VictimsConfig(AppConfig):
    name = "peelian.areas.victims"
    label = "victims"
    verbose_name = "Victims"
