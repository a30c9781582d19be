"""Registers as a Django app."""

from django.apps import AppConfig


class RegistersConfig(AppConfig):
    name = "peelian.engines.registers"
    label = "registers"
    verbose_name = "Registers"
