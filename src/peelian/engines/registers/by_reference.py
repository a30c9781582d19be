"""The address of a record by what its force calls it, for those who must open it at once."""

from peelian.records.base import Record
from peelian.records.protection import protection_of
from peelian.records.store.reader import Reader


def address_called(model: type[Record], called: str, force_id: str, tables: Reader) -> str:
    """The address of the newest record of this force with this reference; `called` where none is.

    Whoever asks learns nothing: the answer goes to `break_glass` alone, which decides, and answers
    an address that stays shut as one that does not exist. Both storages are asked in every case,
    so that the time tells nothing either (T01).
    """
    field = protection_of(model).reference
    if not field:
        return called
    held = (
        model._default_manager.filter(force_id=force_id, **{field: called})
        .order_by("-pk")
        .values_list("record_id", flat=True)
        .first()
    )
    table = tables.loaded(model)
    named = table.filter(table.force_id == force_id, table[field] == called)
    stored = tables.to_arrow(named.select("record_id").order_by("record_id").limit(1)).to_pylist()
    if held is not None:
        return str(held)
    return str(stored[0]["record_id"]) if stored else called
