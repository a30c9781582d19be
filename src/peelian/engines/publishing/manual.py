"""The manual's entry for a measure, made from its declaration: pages and command line print it."""

from collections.abc import Iterable
from dataclasses import dataclass
from textwrap import dedent

from peelian.engines.measures.declared import Example, View
from peelian.engines.measures.explain import declared, methods_of
from peelian.engines.measures.kinds import Measure, Rate, RateRatio
from peelian.engines.measures.periods import GRAINS
from peelian.engines.measures.sampled import Sampled
from peelian.engines.measures.stated import stated_checks
from peelian.engines.publishing.days import day_in_words

KINDS = {
    "count": "A number of things.",
    "share": "A part within a whole: it can never be more than all.",
    "sampled": "A part within a whole, estimated from samples: see how sure it is.",
    "rate": "A number for every so many residents, for the whole period, not made annual.",
    "ratio": "The rate of one group held against the rate of another.",
    "typical": "The middle of a quantity, with the value that nine in ten stay under.",
}
BETTER = {
    "higher": "Higher is better.",
    "lower": "Lower is better.",
    "neither": "Neither higher nor lower is better in itself.",
}
PROFILES = {
    "exact": "Shown exactly: every row it rests on is openly published.",
    "person": "Counts people: small numbers are hidden and the rest rounded before release.",
    "sensitive": "Counts people in sensitive matters: hidden and rounded more strictly.",
}

SAMPLED = (
    "Of samples drawn by lot, by the method that the sample's planner named. Where none was named: "
    "Clopper-Pearson exact under 30 records, Wilson score otherwise, with finite population "
    "correction where more than 5% of the list was drawn (Peelian's default). What each assumes, "
    "and how often it holds the truth, is on the page about likely ranges.",
    "Where a list was divided into strata, each record stands for as many as its stratum has for "
    "each one drawn, so the value is not always the numerator divided by the denominator.",
    "Of files chosen for a purpose, of whoever answered, and of all there were, there is a value "
    "and no likely range; the figure says which it is.",
)


@dataclass(frozen=True)
class Section:
    """A titled list of names and texts; a nameless line is a plain sentence.

    What is `verbatim` is shown as it is written in the declaration.
    """

    title: str
    lines: tuple[tuple[str, str], ...]
    verbatim: bool = False


@dataclass(frozen=True)
class ExampleTable:
    """The rows of one record type in an example, line by line."""

    title: str
    lines: tuple[str, ...]

    @property
    def cells(self) -> tuple[tuple[str, ...], ...]:
        """The rows cut into cells, the head first."""
        return tuple(tuple(cell.strip() for cell in line.split("|")) for line in self.lines)


@dataclass(frozen=True)
class WrittenExample:
    """A worked example for readers."""

    says: str
    tables: tuple[ExampleTable, ...]
    asked: str
    shows: tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """One page of the manual."""

    key: str
    title: str
    question: str
    sections: tuple[Section, ...]
    examples: tuple[WrittenExample, ...]


def entry(measure: Measure) -> Entry:
    """The manual's entry for a measure."""
    sections = (
        Section("What it is", _what(measure)),
        Section("As declared", (*declared(measure).lines, *_added(measure)), verbatim=True),
        Section("How sure it is", _sure(measure)),
        Section("What to beware of", tuple(("", text) for text in measure.cautions)),
        Section(
            "Averages published about it", tuple(("", text) for text in stated_checks(measure))
        ),
        Section("Who answers for it", _who(measure)),
        Section(
            "Versions",
            tuple(
                (f"{version.number}, from {day_in_words(version.since)}", version.reason)
                for version in measure.versions
            ),
        ),
    )
    return Entry(
        key=measure.key,
        title=measure.title,
        question=measure.asks,
        sections=tuple(section for section in sections if section.lines),
        examples=tuple(_example(example) for example in measure.examples),
    )


def _what(measure: Measure) -> tuple[tuple[str, str], ...]:
    lines = [
        ("Definition", measure.definition),
        ("Why it matters", measure.why),
        ("Kind", KINDS[measure.kind]),
        ("Counts", f"each {measure.counts}"),
        ("Broken down by", "; ".join(dimension.title for dimension in measure.by)),
        ("Shown by", "; ".join(GRAINS.values())),
        ("As files write them", ", ".join([*(d.key for d in measure.by), *GRAINS])),
        ("Direction", BETTER[measure.better]),
        ("Disclosure", PROFILES[measure.profile]),
        (
            "Comparing forces",
            ("Allowed. " if measure.comparable.allowed else "Not comparable. ")
            + measure.comparable.reason,
        ),
    ]
    if isinstance(measure, Rate | RateRatio):
        lines.append(("Residents", f"{measure.per.title}: {measure.per.authority}"))
    if measure.standard:
        force = "binding" if measure.standard.binding else "an aim, not binding"
        lines.append(
            ("Standard", f"{measure.standard.value:g}, {force}: {measure.standard.authority}")
        )
    lines += [
        (f"Event, {event.month}", f"{event.label} ({event.authority})") for event in measure.events
    ]
    return tuple(lines)


def _sure(measure: Measure) -> tuple[tuple[str, str], ...]:
    lines = [("", "A plain count: no interval is given.")]
    if isinstance(measure, Sampled):
        lines = [("", text) for text in SAMPLED]
    elif drawn_by := methods_of(measure):
        lines = [
            line
            for one in drawn_by
            for line in (
                ("Likely range", f"{one.name}, 95%. {one.assumes}"),
                ("Literature", one.source),
            )
        ]
    lines += [
        (
            f"Doubtful since {day_in_words(doubt.since)}",
            f"{doubt.reason} Held against: {doubt.rival}",
        )
        for doubt in measure.doubts
    ]
    return tuple(lines)


def _who(measure: Measure) -> tuple[tuple[str, str], ...]:
    return (
        ("Owner", measure.owner),
        ("To be reviewed by", day_in_words(measure.review_by)),
        ("Ledger", ", ".join(measure.ledger)),
        ("Reads", _reads(measure)),
    )


def _added(measure: Measure) -> tuple[tuple[str, str], ...]:
    """What a view adds to the rows, so that every name in the declaration is explained."""
    return tuple(measure.of.adds.items()) if isinstance(measure.of, View) else ()


def _reads(measure: Measure) -> str:
    of = measure.of
    if isinstance(of, View):
        return f"{of.title} ({', '.join(measure.reads)})"
    return ", ".join(measure.reads)


def _example(example: Example) -> WrittenExample:
    tables = tuple(
        ExampleTable(
            title=str(model._meta.verbose_name_plural).capitalize(),
            lines=tuple(line.strip() for line in dedent(text).strip().splitlines()),
        )
        for model, text in example.rows.items()
    )
    asked = [f"by {', '.join(example.by)}"] if example.by else []
    asked += [f"where {name} is {value}" for name, value in example.where.items()]
    loaded = [
        f"{model._meta.verbose_name} file of {force} for {', '.join(months)}"
        for model, pairs in example.loaded.items()
        for force, months in _by_force(pairs).items()
    ]
    also = [f"also loaded, with no such row in it: {'; '.join(loaded)}"] if loaded else []
    return WrittenExample(
        says=example.says,
        tables=tables,
        asked="; ".join([*(asked or ["the whole"]), *also]),
        shows=tuple(example.shows.splitlines()),
    )


def _by_force(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for force, month in pairs:
        found.setdefault(force, []).append(month)
    return found
