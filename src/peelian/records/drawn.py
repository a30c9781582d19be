"""Rows that stand for more than themselves: how each was come by, so that nobody forgets it.

A share of such rows is no share of everything. What it is a share of, and whether an interval may
be drawn round it, follows from how they were drawn; so that travels on every row.
"""

from typing import ClassVar

from django.db import models

from peelian.records.codes import CodeList

# Drawn by lot from a frame of known length, in each stratum by itself.
RANDOM = "Random"
# Chosen for a purpose: describes these rows and nothing else.
CHOSEN = "Chosen"
# All there were: no sampling error, though whoever judged may still err.
WHOLE = "Everything"
# Whoever answered: describes those who did.
VOLUNTARY = "Voluntary"
DESIGNS = CodeList(
    name="How rows of a sample were come by",
    authority="Peelian",
    codes=(RANDOM, CHOSEN, WHOLE, VOLUNTARY),
)

# Which interval its planner named. "default" leaves it to what fits; see `numbers.estimates`.
METHODS = CodeList(
    name="Interval method of a sample",
    authority="Peelian",
    codes=("default", "wilson", "wilson_finite", "exact", "wald_finite"),
)


class DrawnRow(models.Model):
    """A row of a sample, mixed into a record type; see `engines.measures.sampled` for its use.

    `stratum_size` is the number of records of the frame in the stratum, `stratum_drawn` how many of
    them were drawn; both are nothing where no frame is known. `stands_for` is how many answers the
    row is: one, or as many as a published table says.
    """

    sample_ref = models.CharField(
        max_length=40, db_index=True, help_text="The draw or round that it belongs to."
    )
    design = models.CharField(max_length=20, help_text="How the sample was come by.")
    method = models.CharField(
        max_length=20, default="default", help_text="Interval method that its planner named."
    )
    stratum = models.CharField(
        max_length=120, default="", blank=True, help_text="Part of the frame, where it was divided."
    )
    stratum_size = models.IntegerField(
        null=True, help_text="Records of the frame in that part; nothing where no frame is known."
    )
    stratum_drawn = models.IntegerField(null=True, help_text="How many of them were drawn.")
    stands_for = models.IntegerField(default=1, help_text="How many answers the row is.")

    class Meta:
        abstract = True

    class Handling:
        public: ClassVar[tuple[str, ...]] = ("design", "method")
        restricted: ClassVar[tuple[str, ...]] = (
            "sample_ref",
            "stratum",
            "stratum_size",
            "stratum_drawn",
            "stands_for",
        )
        personal: ClassVar[tuple[str, ...]] = ()
