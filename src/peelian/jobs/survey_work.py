"""What the worker does for surveys: nothing written is kept for longer than was promised."""

from datetime import datetime

from peelian import catalogue
from peelian.access.actors import service_account
from peelian.engines.surveys.approaching import forget_answered
from peelian.engines.surveys.forgetting import forget_texts

ACCOUNT = "surveys"


def forget_what_is_over(now: datetime) -> str:
    """Erase texts of closed rounds and answered complaints whose time is over, in words."""
    by = service_account(ACCOUNT)
    texts = forget_texts(catalogue.surveys(), by=by, at=now)
    answered = forget_answered(by=by, at=now)
    return f"{texts} texts of surveys and {answered} answered complaints or requests erased"
