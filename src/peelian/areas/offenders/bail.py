"""Bail before charge: one row for every period that somebody authorised."""

from typing import ClassVar

from django.db import models

from peelian.records.base import MonthField, Record
from peelian.records.codes import CodeList
from peelian.records.derived import LocalMonth
from peelian.records.happens import Moment
from peelian.records.protection import UNDETECTED, Purpose, Regime
from peelian.spine.happenings import What

STANDARD, COMPLEX, OTHER_AGENCY = "Standard", "Exceptionally complex", "Other agency"
CASES = CodeList(
    name="Kinds of case that limit bail",
    authority="PACE 1984 s47ZB and s47ZE",
    codes=(STANDARD, COMPLEX, OTHER_AGENCY),
)
CUSTODY, COURT = "Custody officer", "Magistrates' court"
AUTHORISERS = CodeList(
    name="Who can authorise a period of bail",
    authority="PACE 1984 s47ZB to s47ZG",
    codes=(
        CUSTODY,
        "Inspector",
        "Chief Inspector",
        "Superintendent",
        "Chief Superintendent",
        "Assistant Chief Constable",
        "Deputy Chief Constable",
        "Chief Constable",
        "Decision maker of the other agency",
        COURT,
    ),
)
PURPOSES = CodeList(
    name="What conditions of bail are for",
    authority="Bail Act 1976 s3(6), as applied by s3A",
    codes=(
        "Protect the victim",
        "Prevent offending",
        "Secure attendance",
        "No interference with witnesses",
        "Several of these",
        "No conditions",
    ),
)
EXTENDED, LAPSED = "Extended", "Lapsed without a decision"
UNDER_INVESTIGATION = "Released under investigation"
DECIDED = ("Charged", "Out-of-court resolution", "No further action", "Bail cancelled")
ENDINGS = CodeList(
    name="How a period of bail ended",
    authority="Peelian; the words of an extract are mapped to these",
    codes=(*DECIDED, EXTENDED, UNDER_INVESTIGATION, LAPSED),
)
KEYS = ("suspect_ref", "bail_ref", "investigation_ref")
WHOSE = ("unit_ref", "officer_ref", "risk_band", "case_kind", "starts_on", "ends_on")


class Bail(Record):
    """One authorised period of bail. The row of an extension has the same `bail_ref`.

    Only a decision ends it: a period that lapsed tells of no ending, and one that became a release
    under investigation tells nothing either, since the suspect's own row names who decided that
    (OFF-30).
    """

    bail_ref = models.CharField(
        max_length=64, db_index=True, help_text="Reference in the force's system."
    )
    period = models.IntegerField(help_text="1 for the first period, 2 for the first extension.")
    suspect_ref = models.CharField(
        max_length=64, db_index=True, help_text="Reference of the suspect."
    )
    investigation_ref = models.CharField(
        max_length=64, null=True, db_index=True, help_text="Reference of the investigation."
    )
    person_key = models.CharField(
        max_length=64, null=True, db_index=True, help_text="Key of the person."
    )
    offence = models.CharField(max_length=120, null=True, help_text="What they are suspected of.")
    case_kind = models.CharField(max_length=40, help_text="Which limits of bail hold.")
    arrested_at = models.DateTimeField(help_text="When arrested, in UTC.")
    starts_on = models.DateField(help_text="First day of bail: the day after the arrest.")
    authorised_at = models.DateTimeField(help_text="When this period was authorised, in UTC.")
    month = MonthField(help_text="Month in which it was authorised, local time.")
    authorised_by = models.CharField(max_length=60, help_text="Who authorised it: rank or court.")
    ends_on = models.DateField(help_text="Last day of this period.")
    conditions = models.IntegerField(null=True, help_text="How many conditions there are.")
    conditions_for = models.CharField(
        max_length=60, null=True, help_text="What the conditions are for."
    )
    conditions_changed_at = models.DateTimeField(
        null=True, help_text="When conditions were last changed or cancelled, in UTC."
    )
    with_prosecutor_from = models.DateTimeField(
        null=True, help_text="When the case went to the prosecutor for a charge, in UTC."
    )
    with_prosecutor_until = models.DateTimeField(
        null=True, help_text="When the prosecutor answered, in UTC."
    )
    ended_at = models.DateTimeField(null=True, help_text="When this period ended, in UTC.")
    how_ended = models.CharField(max_length=40, null=True, help_text="How it ended.")
    risk_band = models.CharField(max_length=40, null=True, help_text="Band of the suspect.")
    unit_ref = models.CharField(max_length=40, null=True, db_index=True, help_text="Whose case.")
    officer_ref = models.CharField(
        max_length=40, null=True, db_index=True, help_text="Officer in the case."
    )

    class Meta:
        verbose_name = "period of bail"
        verbose_name_plural = "periods of bail"

    class Codes:
        case_kind = CASES
        authorised_by = AUTHORISERS
        conditions_for = PURPOSES
        how_ended = ENDINGS

    class Derived:
        month = LocalMonth("authorised_at")

    class Happens:
        bailed = Moment(What.BAILED, "authorised_at", KEYS, WHOSE, "person_key")
        changed = Moment(
            What.BAIL_CHANGED, "conditions_changed_at", KEYS, WHOSE, "person_key", repeats=True
        )
        sent = Moment(What.SENT_TO_PROSECUTOR, "with_prosecutor_from", KEYS, WHOSE, "person_key")
        answered = Moment(
            What.PROSECUTOR_ANSWERED, "with_prosecutor_until", KEYS, WHOSE, "person_key"
        )
        ended = Moment(
            What.BAIL_ENDED, "ended_at", KEYS, WHOSE, "person_key", {"how_ended": DECIDED}
        )

    class Protection:
        held_for = Purpose.POLICING
        regime = Regime.LAW_ENFORCEMENT
        retention = UNDETECTED
        unit = "unit_ref"
        owner = "officer_ref"
        reference = "bail_ref"
        dated = "ends_on"

    class Handling:
        public: ClassVar[tuple[str, ...]] = (
            "period",
            "offence",
            "case_kind",
            "month",
            "authorised_by",
            "how_ended",
        )
        restricted: ClassVar[tuple[str, ...]] = (
            "bail_ref",
            "suspect_ref",
            "investigation_ref",
            "arrested_at",
            "starts_on",
            "authorised_at",
            "ends_on",
            "conditions",
            "conditions_for",
            "conditions_changed_at",
            "with_prosecutor_from",
            "with_prosecutor_until",
            "ended_at",
            "risk_band",
            "unit_ref",
            "officer_ref",
        )
        personal: ClassVar[tuple[str, ...]] = ("person_key",)
