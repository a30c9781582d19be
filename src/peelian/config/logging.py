"""Logs that can be handed to anybody: named fields from a short list, and nothing about people.

C-LOG-1, T12. A message of some library can hold whatever was worked on, and so can the message of
an exception. So lines are built from an allow list: the event, which our own code writes as a
constant, a few fields of plain form, and of an exception its kind and where it was raised. What
other libraries say is reduced to who said it, where and how grave it is.
"""

import logging
import re
import traceback
from collections.abc import MutableMapping
from typing import Any

import structlog

# A word of ours, never a sentence with something filled in.
EVENT = re.compile(r"[a-z][a-z0-9_]{1,59}")
FIELDS: dict[str, re.Pattern[str]] = {
    "fence": re.compile(r"\d{1,19}"),
    "job": re.compile(r"[a-z][a-z0-9-]{1,59}"),
    "method": re.compile(r"[A-Z]{3,7}"),
    "request_id": re.compile(r"[0-9a-f]{32}"),
    "route": re.compile(r"[a-z][a-z0-9_:.-]{0,59}"),
    "seconds": re.compile(r"\d+(\.\d+)?"),
    "status": re.compile(r"[1-5]\d\d"),
    "worker": re.compile(r"\d+-[0-9a-f]{8}"),
}
# Of our own making, once the rest has been thrown away.
MADE = ("at", "event", "level", "logger", "raised", "where")
OWN = "peelian"
FRAMES = 12

Line = MutableMapping[str, Any]


def allowed_only(logger: object, name: str, line: Line) -> Line:
    """The line with nothing but what the list allows."""
    kept: dict[str, Any] = {key: line[key] for key in MADE if key in line}
    event = str(line.get("event", ""))
    ours = str(line.get("logger", "")).split(".")[0] == OWN
    if not ours or not EVENT.fullmatch(event):
        kept["event"] = "said_by_library" if not ours else "unnamed_event"
        record = line.get("_record")
        if isinstance(record, logging.LogRecord):
            kept["where"] = kept.get("where") or f"{record.module}:{record.lineno}"
    for key, form in FIELDS.items():
        if key in line and form.fullmatch(str(line[key])):
            kept[key] = line[key]
    return kept


def without_words(logger: object, name: str, line: Line) -> Line:
    """Of an exception: its kind, and the lines of code it went through. No message, no values."""
    info = line.pop("exc_info", None)
    if info is True or info is None:
        return line
    error = info if isinstance(info, BaseException) else info[1]
    if error is None:
        return line
    frames = traceback.extract_tb(error.__traceback__)[-FRAMES:]
    line["raised"] = type(error).__name__
    line["where"] = " ".join(f"{_module(frame.filename)}:{frame.lineno}" for frame in frames)
    return line


def _module(path: str) -> str:
    """A file by its last two names, so that no line tells where the product is installed."""
    return "/".join(path.split("/")[-2:])


SHARED: list[structlog.typing.Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True, key="at"),
]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": structlog.stdlib.ProcessorFormatter,
            "foreign_pre_chain": SHARED,
            "processors": [
                structlog.stdlib.ExtraAdder(allow=()),
                without_words,
                allowed_only,
                structlog.processors.JSONRenderer(sort_keys=True),
            ],
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        # Django would print its own lines beside ours, with the whole address of the request.
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        "django.server": {"handlers": [], "level": "CRITICAL", "propagate": False},
        "peelian": {"level": "INFO"},
    },
}


def configure() -> None:
    """Make our own loggers write through the same formatter as everybody else's."""
    structlog.configure(
        processors=[*SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
