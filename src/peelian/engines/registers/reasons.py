"""Why somebody looks at a record that only the reach of their post opens: a short list."""

from datetime import timedelta

from django.db.models import TextChoices

# A reason that was given counts for so long, for the same person and record.
REMEMBERED_FOR = timedelta(hours=12)


class LookReason(TextChoices):
    """The reasons that the page offers; each may have words beside it."""

    CALL = "call", "A caller or somebody in front of me asks about it"
    TASK = "task", "It belongs to work that I have been given"
    LINK = "link", "It may be linked to a matter I work on"
    CHECK = "check", "I check the quality of records or of work"
    COVER = "cover", "I stand in for a colleague"
    ORDER = "order", "A court, an ombudsman or a senior officer asks"


class ExportReason(TextChoices):
    """Why rows are taken out."""

    TASK = "task", "For work that I have been given"
    CHECK = "check", "To check the quality of records or of work"
    ORDER = "order", "A court, an ombudsman or a senior officer asks"
    PARTNER = "partner", "For a partner agency, under an agreement"
    SUBJECT = "subject", "For the person whom the records are about"
