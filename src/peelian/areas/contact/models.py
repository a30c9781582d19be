"""One contact from the public: a call, an online report, a message."""

from typing import ClassVar

from django.db import models

from peelian.areas.contact.codes import LINES, QUEUES
from peelian.records.base import MonthField, Record
from peelian.records.derived import LocalDate, LocalHour, LocalMonth, QuarterHour, Weekday
from peelian.records.protection import UNDETECTED, Purpose, Regime


class Call(Record):
    """A call on one line, from its presentation until it was answered or given up.

    Two clocks can time it. The carrier's starts when its operator hands the call over, the force's
    when the call enters its own telephony, which is later: the two are never mixed.
    """

    call_ref = models.CharField(
        max_length=64, null=True, db_index=True, help_text="Reference in the force's system."
    )
    received_at = models.DateTimeField(null=True, help_text="When it was presented, in UTC.")
    month = MonthField(help_text="Month in which it was presented, local time.")
    local_date = models.DateField(null=True, help_text="Day, local time.")
    weekday = models.IntegerField(null=True, help_text="1 (Monday) to 7 (Sunday), local time.")
    hour = models.IntegerField(null=True, help_text="Hour of the day, local time, 0 to 23.")
    quarter_hour = models.IntegerField(
        null=True, help_text="Quarter of an hour of the day, local time, 0 to 95."
    )
    line = models.CharField(max_length=40, help_text="Line or channel.")
    queue = models.CharField(
        max_length=40, null=True, help_text="Queue in which it waited, where there are several."
    )
    abandoned = models.BooleanField(
        null=True, help_text="Whether the caller hung up before an answer."
    )
    carrier_seconds = models.IntegerField(
        null=True, help_text="Seconds to the answer by the carrier's clock; nothing if none."
    )
    force_seconds = models.IntegerField(
        null=True, help_text="Seconds to the answer by the force's own clock; nothing if none."
    )
    waited_seconds = models.IntegerField(
        null=True, help_text="Seconds waited, to the answer or until the caller hung up."
    )
    handling_seconds = models.IntegerField(
        null=True, help_text="Seconds of talk and of work after it."
    )
    lsoa_code = models.CharField(
        max_length=9, null=True, help_text="Neighbourhood (LSOA 2011) that the call was about."
    )
    caller_key = models.CharField(
        max_length=64, null=True, help_text="Key of the caller, the same on every call."
    )

    class Meta:
        verbose_name = "call"
        verbose_name_plural = "calls"

    class Codes:
        line = LINES
        queue = QUEUES

    class Derived:
        month = LocalMonth("received_at")
        local_date = LocalDate("received_at")
        weekday = Weekday("received_at")
        hour = LocalHour("received_at")
        quarter_hour = QuarterHour("received_at")

    class Protection:
        held_for = Purpose.POLICING
        regime = Regime.LAW_ENFORCEMENT
        retention = UNDETECTED
        person = "caller_key"
        reference = "call_ref"
        dated = "month"

    class Handling:
        public: ClassVar[tuple[str, ...]] = (
            "month",
            "local_date",
            "weekday",
            "hour",
            "quarter_hour",
            "line",
            "queue",
            "abandoned",
            "carrier_seconds",
            "force_seconds",
            "waited_seconds",
            "handling_seconds",
        )
        restricted: ClassVar[tuple[str, ...]] = ("call_ref", "received_at", "lsoa_code")
        personal: ClassVar[tuple[str, ...]] = ("caller_key",)
