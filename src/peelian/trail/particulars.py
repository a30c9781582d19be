"""What every entry says besides who, what and when, under the same names whoever writes it.

C-AUD-1 asks for on whose behalf, which fields, by what relationship or for what reason, and with
what result. A reviewer searches by these names, so nobody spells them in an own way.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any, Self

from structlog.contextvars import get_contextvars

from peelian.trail.errors import UnwritableEntry

# The name under which a door binds the number of the request that it answers.
REQUEST = "request_id"


def this_request() -> str:
    """The number of the request that is being answered; empty outside of one."""
    return str(get_contextvars().get(REQUEST, ""))


class Result(StrEnum):
    """How the deed ended."""

    DONE = "done"
    REFUSED = "refused"
    FAILED = "failed"
    NOTHING_FOUND = "nothing_found"


@dataclass(frozen=True, kw_only=True)
class Particulars:
    """The parts of an entry's detail that have fixed names; those left empty are left out.

    `on_behalf_of` is the account for which another one acts. `fields` are the names of the fields
    seen or changed, never their values. `relationship` is the tie or role by which the actor came
    to the record, `reason` what the actor gave where there was none. `request` joins the entries of
    one request to each other and to the log; it is that of the request being answered.
    """

    on_behalf_of: str = ""
    fields: tuple[str, ...] = ()
    relationship: str = ""
    reason: str = ""
    result: Result = Result.DONE
    request: str = field(default_factory=this_request)

    def detail(self, **more: object) -> dict[str, object]:
        """The detail for `append`, with further parts that this kind of deed has.

        Raises `UnwritableEntry` where a further part takes one of the fixed names.
        """
        taken = sorted(FIXED & set(more))
        if taken:
            raise UnwritableEntry(
                f"{', '.join(taken)} is a fixed name of the trail's detail: give it to Particulars."
            )
        said: dict[str, object] = {
            "on_behalf_of": self.on_behalf_of,
            "fields": list(self.fields),
            "relationship": self.relationship,
            "reason": self.reason,
            "result": str(self.result),
            "request": self.request,
        }
        return {name: value for name, value in said.items() if value} | more

    @classmethod
    def of(cls, detail: str | Mapping[str, object]) -> Self:
        """The particulars of an entry's detail, as stored text or as read already.

        What an older entry does not say stays empty; a result that it does not name was `done`.
        """
        said: Mapping[str, Any] = json.loads(detail) if isinstance(detail, str) else detail
        return cls(
            on_behalf_of=str(said.get("on_behalf_of", "")),
            fields=tuple(said.get("fields", ())),
            relationship=str(said.get("relationship", "")),
            reason=str(said.get("reason", "")),
            result=Result(said.get("result", Result.DONE)),
            request=str(said.get("request", "")),
        )


FIXED = frozenset(one.name for one in fields(Particulars))
PLAIN = Particulars(request="")
