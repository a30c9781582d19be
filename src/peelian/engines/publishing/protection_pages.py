"""The manual of what is held and who may see it, as Markdown: made from the declarations."""

from collections.abc import Iterable, Mapping

from peelian.access.role import FACTS, Allow, Reach, Role
from peelian.access.roles import ALL_ROLES
from peelian.records.base import Record
from peelian.records.protection import Protected, protection_of
from peelian.records.schema import SENSITIVITIES, codes_of, handling_of, type_key

REACHES: Mapping[Reach, str] = {
    "tied": "rows that they answer for, have a task on or supervise",
    "scope": "rows of the unit for which the role is held, and of the units under it",
    "force": "rows of the whole force",
}
NOT_TYPED = "No: loaded from a source"
TYPED = "Where no source is authoritative for the force"


def protection_pages(models: Iterable[type[Record]]) -> dict[str, str]:
    """File name to text: the roles, and every record type with how its fields are handled."""
    ordered = sorted(models, key=lambda model: str(model._meta.verbose_name))
    return {"roles.md": _roles(), "record-types.md": _types(ordered)}


def _roles() -> str:
    lines = [
        "# Roles",
        "",
        "Made from the classes in `peelian/access/roles.py`. What no role allows is refused. "
        "Conflicts of interest and seals beat every role. Facts are the fields sorted as public or "
        "restricted; every field includes the personal ones.",
    ]
    for role in ALL_ROLES:
        lines += ["", f"## {role.title}", "", f"`{role.key}`. {role.says}", ""]
        lines += [f"- {one}" for one in role_in_words(role)]
    return "\n".join(lines) + "\n"


def role_in_words(role: type[Role]) -> tuple[str, ...]:
    """What a role may do, one sentence for each leave and each power."""
    doors = ", ".join(sorted(role.doors))
    return (
        f"Pages: {doors}.",
        *(_leave(one) for one in role.allows),
        *(f"May {power.value}." for power in sorted(role.powers)),
    )


def _leave(one: Allow) -> str:
    verbs = _listed(sorted(one.verbs))
    fields = "facts" if one.fields == FACTS else "every field"
    held = _listed(sorted(one.purposes))
    asked = " They are asked why, unless a tie tells it." if one.asks else ""
    return f"May {verbs} {fields} held for {held}: {REACHES[one.reach]}.{asked}"


def _types(models: Iterable[type[Record]]) -> str:
    lines = [
        "# Record types",
        "",
        "Made from the declarations. Every field is public, restricted or personal; a test fails "
        "on one that is not sorted. Retention says when a person decides: nothing is erased by a "
        "clock.",
    ]
    for model in models:
        protected = protection_of(model)
        lines += ["", f"## {str(model._meta.verbose_name).capitalize()}", ""]
        lines += [f"- {title}: {text}" for title, text in type_in_words(model, protected)]
        lines += ["", "| Field | Handling | What it is |", "| --- | --- | --- |"]
        lines += list(_fields(model))
    return "\n".join(lines) + "\n"


def type_in_words(model: type[Record], protected: Protected) -> tuple[tuple[str, str], ...]:
    """Title and text of what a record type says of itself."""
    kept = protected.retention
    return (
        ("Name in addresses", f"`{type_key(model)}`"),
        ("Held for", protected.held_for.value),
        ("Law", protected.regime.value),
        (
            "Kept",
            f"{kept.says} Reviewed after {kept.years} years, then every {kept.review_years} "
            f"({kept.authority}).",
        ),
        ("Entered by hand", TYPED if protected.typed else NOT_TYPED),
    )


def _fields(model: type[Record]) -> Iterable[str]:
    lists = codes_of(model)
    order = {level: place for place, level in enumerate(SENSITIVITIES)}
    fields = sorted(
        model._meta.concrete_fields, key=lambda field: order[handling_of(model, field.name)]
    )
    for field in fields:
        codes = f" One of: {', '.join(lists[field.name].codes)}." if field.name in lists else ""
        told = str(field.help_text) or "Key of the row in the operational table."
        yield f"| `{field.name}` | {handling_of(model, field.name)} | {told}{codes} |"


def _listed(words: list[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last
