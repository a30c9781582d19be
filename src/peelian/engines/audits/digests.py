"""What a reviewer would be shown of a record, as one number: a change of it is noticed."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

from peelian.engines.audits.declared import Audit


def digest_of(audit: Audit, row: Mapping[str, Any]) -> str:
    """SHA-256 of the fields that the audit shows, as 64 hexadecimal digits.

    Of their canonical JSON: names in order, no spaces, times in UTC with six decimals.
    """
    told = {name: _plain(row[name]) for name in audit.shows}
    text = json.dumps(told, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    return value.isoformat() if isinstance(value, date) else value
