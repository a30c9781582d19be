"""Who signs in, as a Django app of its own beside access."""

from django.apps import AppConfig


class IdentityConfig(AppConfig):
    name = "peelian.access.identity"
    label = "identity"
    verbose_name = "Identity"
