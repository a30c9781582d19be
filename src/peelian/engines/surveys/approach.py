"""What somebody asks for beside a survey: to complain, or that somebody gets in touch.

Kept apart from every reply: no answer is near it, and a reply has no day by which the two could be
laid side by side. Neither a name nor the reference of an encounter is asked as a condition (P49).
"""

import uuid
from typing import ClassVar, Final

from django.db import models

from peelian.access.user import User

COMPLAINT: Final = "complaint"
CONTACT: Final = "contact"
WORDS_MOST: Final = 4000
LINE_MOST: Final = 200


class Approach(models.Model):
    """One complaint, or one wish to be called, as far as its writer told.

    `day` is a local day and no moment. `ref` is what the writer can note down and quote.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, help_text="Chance, nothing else.")
    ref = models.CharField(max_length=20, unique=True, help_text="What its writer quotes: W-1A2B.")
    round = models.ForeignKey("surveys.Round", on_delete=models.PROTECT, related_name="approaches")
    kind = models.CharField(max_length=20, help_text="A complaint, or a wish to be called.")
    words = models.TextField(blank=True, help_text="What was written.")
    called = models.CharField(
        max_length=LINE_MOST, blank=True, help_text="What they want to be called, if they said."
    )
    reach_by = models.CharField(
        max_length=LINE_MOST, blank=True, help_text="How they can be reached, if they said."
    )
    reach_when = models.CharField(
        max_length=LINE_MOST, blank=True, help_text="When that is safe and good, if they said."
    )
    about = models.CharField(
        max_length=LINE_MOST, blank=True, help_text="A reference or place and day, if they said."
    )
    day = models.DateField(help_text="Local day on which it came.")
    answered_on = models.DateField(null=True, help_text="Local day on which it was answered.")
    answered_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, help_text="Who answered it."
    )
    answer = models.TextField(blank=True, help_text="What was done, in words.")

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("id", "ref", "round", "kind", "day", "answered_on")
        personal: ClassVar[tuple[str, ...]] = (
            "words",
            "called",
            "reach_by",
            "reach_when",
            "about",
            "answered_by",
            "answer",
        )

    def __str__(self) -> str:
        return self.ref
