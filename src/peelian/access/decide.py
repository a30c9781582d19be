"""May this actor do this? The one decision about a single record or field."""

from peelian.access.actors import Actor, name_of
from peelian.access.grants import grant_for
from peelian.access.verbs import Verb
from peelian.records.base import Record


class NotAllowed(Exception):
    """The actor may not do this; the message is a sentence that may be shown to them."""


def may(
    actor: Actor,
    verb: Verb | str,
    record_type: type[Record],
    record: Record | None = None,
    field: str | None = None,
) -> bool:
    """Whether the actor may do this: to anything of the type, or to this record, or this field.

    The answer is no unless a grant says yes. Decided at each use, never remembered. Raises
    `ValueError` for a verb that access does not know and `UnsortedField` for a field that the
    type does not have, since a misspelt question must not pass as a refusal.
    """
    grant = grant_for(actor, Verb(verb))
    opens_field = field is None or (grant is not None and grant.opens(record_type, field))
    if grant is None or not grant.columns(record_type) or not opens_field:
        return False
    return record is None or grant.covers(record)


def check_may(
    actor: Actor,
    verb: Verb | str,
    record_type: type[Record],
    record: Record | None = None,
    field: str | None = None,
) -> None:
    """Raise `NotAllowed` with a sentence unless `may` says yes.

    The sentence never names the record, so that a hidden record and a missing one sound alike.
    """
    if may(actor, verb, record_type, record, field):
        return
    what = str(record_type._meta.verbose_name_plural)
    if field is not None:
        what = f"the field {field} of {what}"
    elif record is not None:
        what = f"this one of the {what}"
    raise NotAllowed(f"{name_of(actor)} may not {Verb(verb)} {what}: nothing allows it.")
