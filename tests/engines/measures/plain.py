"""The slow twin: the crime measures in plain Python, over lists of rows, told cell by cell.

It is written from the definitions and shares nothing with the engine, no query and no table, so
that the two agree only where both are right.
"""

from dataclasses import dataclass
from itertools import product

from engines.measures.plain_periods import GRAINS, RUNNING, label, periods
from engines.measures.plain_world import World, between, later, month

PLACES = ("district", "lsoa", "deprivation_decile")
OPEN = "as far as files are loaded"


@dataclass(frozen=True)
class Told:
    """One measure: `among` are the rows that it looks at, `yes` those that it counts."""

    kind: str
    among: object
    base: str = "crime"
    yes: object = None
    window: int | str | None = None


def is_crime(row):
    return row["crime_type"] != "Anti-social behaviour"


def is_asb(row):
    return row["crime_type"] == "Anti-social behaviour"


def is_outcome(row):
    return row["outcome_type"] is not None


def has_identifier(row):
    return row["crime_id"] is not None


def charged(world, crime):
    return any(row["outcome_type"] == "Suspect charged" for row in world.outcomes_of(crime))


def charged_soon(world, crime):
    reported = month(crime["month"])
    return any(
        row["outcome_type"] == "Suspect charged"
        and reported <= month(row["month"]) <= later(reported, 2)
        for row in world.outcomes_of(crime)
    )


def settled(world, crime):
    return bool(world.outcomes_of(crime))


MEASURES = {
    "crime.recorded": Told("count", is_crime),
    "crime.asb": Told("count", is_asb),
    "crime.rate": Told("rate", is_crime),
    "crime.asb_rate": Told("rate", is_asb),
    "crime.deprivation_ratio": Told("ratio", is_crime),
    "crime.charged_within_2_months": Told("share", is_crime, yes=charged_soon, window=2),
    "crime.charged_share": Told("share", is_crime, yes=charged, window=OPEN),
    "crime.any_outcome_share": Told("share", is_crime, yes=settled, window=OPEN),
    "crime.outcomes": Told("distinct", is_outcome, base="outcome"),
}


def shows(key, example, first=None, last=None):
    """The answer in brief, one line for each cell, as worked examples write it."""
    told, world = MEASURES[key], World(example)
    where = dict(example.where)
    grain = next((name for name in example.by if name in GRAINS), None)
    names = [name for name in example.by if name not in GRAINS]
    files = {
        (force, at) for force, at in world.files[told.base] if where.get("force", force) == force
    }
    if not files and not first and not last:
        return ""
    held = [at for _force, at in files]
    begins = month(first) if first else min(held or [month(last or "2021-03")])
    ends = month(last) if last else max(held or [begins])
    first = begins if first else min(begins, ends)
    last = ends if last else max(begins, ends)
    spans = periods(grain, first, last)
    wanted = {at for span in spans for at in span}
    forces = (
        [where["force"]] if "force" in where else sorted({f for f, at in files if at in wanted})
    )
    rows = [
        row
        for row in world.rows[told.base]
        if told.among(row)
        and month(row["month"]) in wanted
        and all((world.value(row, name) or "") == value for name, value in where.items())
    ]
    lines = []
    for span, group in product(spans, groups(world, names, where, rows, forces)):
        cell = dict(zip(names, group, strict=True))
        here = [
            row
            for row in rows
            if month(row["month"]) in span
            and all(world.value(row, name) == value for name, value in cell.items())
        ]
        unit = [cell["force"]] if "force" in cell else forces
        status, present = verdict(world, told, unit, span, grain)
        answer = number(world, told, here, present, cell, where) if status == "ok" else status
        head = ([label(grain, span)] if grain else []) + [v or "not recorded" for v in group]
        place = [(span[-1], span[0]) if n in GRAINS else in_order(cell[n]) for n in example.by]
        lines.append((place, ": ".join([", ".join(head), answer]) if head else answer))
    return "\n".join(line for _place, line in sorted(lines))


def groups(world, names, where, rows, forces):
    """Every combination of values that an answer has a cell for, in the order of `names`."""
    found = set()
    others = [name for name in names if name not in (*PLACES, "force")]
    values = [{world.value(row, name) for row in rows} | asked(where, name) for name in others]
    spots = [name for name in names if name in PLACES]
    for unit in forces if "force" in names else [None]:
        lots = {
            tuple(getattr(place, name) for name in spots)
            for place in world.places.values()
            if place.force in ([unit] if unit else forces) and lies_in(place, where)
        }
        lots |= {
            tuple(world.value(row, name) for name in spots)
            for row in rows
            if unit in (None, row["force_id"])
        }
        if len(spots) == 1:
            lots |= {(value,) for value in asked(where, spots[0])}
        for lot, rest in product(lots if spots else [()], product(*values)):
            cell = {"force": unit} | dict(zip(spots, lot, strict=True))
            cell |= dict(zip(others, rest, strict=True))
            found.add(tuple(cell[name] for name in names))
    return found


def asked(where, name):
    return {where[name] or None} if name in where else set()


def lies_in(place, where):
    return all(
        (getattr(place, name) or "") == value
        for name, value in where.items()
        if name in (*PLACES, "force")
    )


def verdict(world, told, unit, span, grain):
    """What the loaded files allow, and the forces whose files a cell rests on."""
    held = {force: [at for at in span if (force, at) in world.files[told.base]] for force in unit}
    held = {force: months for force, months in held.items() if months}
    if not held:
        return "no_data", []
    if any(len(months) < len(span) for months in held.values()):
        if grain in RUNNING:
            return "no_data", []
        if told.kind in ("rate", "ratio"):
            return "not_computable", []
    if told.window is None:
        return "ok", list(held)
    needed = set()
    for force, months in held.items():
        for at in months:
            if told.window == OPEN:
                loaded = [m for f, m in world.files["outcome"] if f == force]
                end = max([at, *loaded])
            else:
                end = later(at, told.window)
            needed |= {(force, m) for m in between(at, end)}
    missing = {one for one in needed if one not in world.files["outcome"]}
    if not missing:
        return "ok", list(held)
    none_at_all = told.window == OPEN or missing == needed
    return ("no_data" if none_at_all else "not_computable"), []


def number(world, told, rows, present, cell, where):
    """A cell in brief, or that it cannot be computed."""
    match told.kind:
        case "count":
            return f"{len(rows):,}"
        case "distinct":
            known = {row["crime_id"] for row in rows if has_identifier(row)}
            unknown = sum(not has_identifier(row) for row in rows)
            return f"{len(known):,}" + (f", {unknown} unknown" if unknown else "")
        case "share":
            known = {row["crime_id"] for row in rows if has_identifier(row)}
            yes = {row["crime_id"] for row in rows if told.yes(world, row)}
            unknown = sum(not has_identifier(row) for row in rows)
            tail = f", {unknown} unknown" if unknown else ""
            share = f"{len(yes) / len(known):.0%}" if known else ""
            return f"{len(yes)} of {len(known)}, {share}{tail}" if known else "not_computable"
        case "rate":
            people = residents(world, present, cell, where)
            if not people:
                return "not_computable"
            rate = 1000 * len(rows) / people
            shown = f"{rate:,.2f}" if rate < 10 else f"{rate:,.1f}"
            return f"{len(rows):,} among {people:,} residents, {shown}"
        case "ratio":
            most, least = (
                (
                    sum(world.value(row, "deprivation_decile") == tenth for row in rows),
                    residents(world, present, cell | {"deprivation_decile": tenth}, where),
                )
                for tenth in ("1", "10")
            )
            if 0 in (*most, *least):
                return "not_computable"
            ratio = (most[0] / most[1]) / (least[0] / least[1])
            unknown = sum(world.value(row, "deprivation_decile") is None for row in rows)
            tail = f", {unknown} unknown" if unknown else ""
            return f"{most[0]} against {least[0]}, {ratio:.2f}{tail}"


def residents(world, present, cell, where):
    """Those who live in the places of a cell that the forces in question police."""
    places = {name: value for name, value in cell.items() if name in PLACES}
    nowhere = None in places.values() or any(where.get(name) == "" for name in PLACES)
    return sum(
        place.residents
        for place in world.places.values()
        if not nowhere
        and place.force in present
        and lies_in(place, where)
        and all(getattr(place, name) == value for name, value in places.items())
    )


def in_order(value):
    """Whole numbers by size, then words, then what is not recorded."""
    text = value or ""
    return (value is None, not text.isdigit(), int(text) if text.isdigit() else 0, text)
