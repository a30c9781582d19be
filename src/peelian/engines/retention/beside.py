"""What says something of a record without being it: duties, assessments, answers, what happened.

They would tell of an erased record that it was there and what was done, so they go with it.
"""

from collections.abc import Collection, Iterator, Mapping

from django.db.models import Q

from peelian.engines.duties.models import Duty, Matter
from peelian.engines.procedures.models import Answer, Assessment
from peelian.records.about import RecordAbout
from peelian.records.happenings import Happening
from peelian.records.mirror import operational_types
from peelian.records.schema import type_key
from peelian.records.store.reader import Reader

# Type and address of a record.
Ref = tuple[str, str]


def records_beside(record: Ref, tables: Reader) -> tuple[Ref, ...]:
    """Every record about this one, about one of those, and so on; typed and loaded, by type."""
    found: set[Ref] = set()
    newest = {record}
    while newest:
        newest = {*_typed(newest), *_loaded(newest, tables)} - found - {record}
        found |= newest
    return tuple(sorted(found))


def forget_beside(refs: Collection[Ref]) -> None:
    """Remove what workers have noted of erased rows between the erasure and the files."""
    Happening.objects.filter(named(refs)).delete()
    for record_type, addresses in _by_type(_typed(refs)).items():
        for model in _about_types():
            if type_key(model) == record_type:
                model._default_manager.filter(record_id__in=addresses).delete()


def named(refs: Collection[Ref]) -> Q:
    """The condition under which a row with a `record_type` and a `record_id` is about one."""
    wanted = Q(pk__in=())
    for record_type, addresses in _by_type(refs).items():
        wanted |= Q(record_type=record_type, record_id__in=addresses)
    return wanted


def turns_of(refs: Collection[Ref]) -> list[int]:
    """The rows by which workers take turns for these duties alone, by their keys."""
    mine = Duty.objects.filter(record_id__in=_by_type(refs).get(type_key(Duty), ()))
    found: list[int] = []
    for duty in mine:
        of = {"force_id": duty.force_id, "rule": duty.rule, "matter": duty.matter}
        if not Duty.objects.filter(**of).exclude(pk__in=mine).exists():
            found += Matter.objects.filter(**of).values_list("pk", flat=True)
    return found


def _about_types() -> tuple[type[RecordAbout], ...]:
    return tuple(model for model in operational_types() if issubclass(model, RecordAbout))


def _typed(refs: Collection[Ref]) -> Iterator[Ref]:
    for model in _about_types():
        for of_type, addresses in _by_type(refs).items():
            about = Q(of_type=of_type, of_id__in=addresses)
            if model is Assessment:
                # Its answers became the record, so they say the same.
                about |= Q(made_id__in=addresses)
            if model is Answer and of_type == type_key(Assessment):
                about |= Q(assessment_id__in=addresses)
            rows = model._default_manager.filter(about).values_list("record_id", flat=True)
            yield from ((type_key(model), address) for address in rows)


def _loaded(refs: Collection[Ref], tables: Reader) -> Iterator[Ref]:
    for model in _about_types():
        if not tables.snapshot.parts_of(type_key(model)):
            continue
        table = tables.loaded(model)
        for of_type, addresses in _by_type(refs).items():
            wanted = table.filter(table.of_type == of_type, table.of_id.isin(addresses))
            rows = tables.to_arrow(wanted.select("record_id"))["record_id"].to_pylist()
            yield from ((type_key(model), address) for address in rows)


def _by_type(refs: Collection[Ref] | Iterator[Ref]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for record_type, address in sorted(refs):
        found.setdefault(record_type, []).append(address)
    return found
