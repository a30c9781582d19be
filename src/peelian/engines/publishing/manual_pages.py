"""The manual as Markdown files, made from the same entries as the pages."""

from collections.abc import Iterable, Iterator, Sequence

from peelian.engines.measures.area import Area
from peelian.engines.measures.kinds import Measure
from peelian.engines.publishing.glossary import Chapter, IntervalMethod, chapters, interval_methods
from peelian.engines.publishing.manual import Entry, ExampleTable, Section, entry
from peelian.engines.publishing.markdown import MADE, plain, row, whole
from peelian.numbers.coverage import Coverage

INDEX = "README.md"
WORDS = "words.md"
INTERVALS = "intervals.md"


def pages(areas: Iterable[tuple[Area, Sequence[Measure]]]) -> dict[str, str]:
    """Every file of the manual by its name: an index, words, ranges and a page per measure."""
    listed = [(area, tuple(measures)) for area, measures in areas]
    measures = [measure for _area, found in listed for measure in found]
    made = {
        INDEX: _index(listed),
        WORDS: _words(chapters(measures)),
        INTERVALS: _intervals(interval_methods(measures)),
    }
    return made | {_file(measure): _entry(entry(measure)) for measure in measures}


def _file(measure: Measure) -> str:
    return f"{measure.key}.md"


def _index(listed: Sequence[tuple[Area, Sequence[Measure]]]) -> str:
    lines = ["# Manual of measures", "", MADE, ""]
    lines += ["How every figure is defined, with worked examples that run as tests.", ""]
    for area, measures in listed:
        lines += [f"## {area.title}", "", plain(area.summary), ""]
        lines += [
            f"- [{plain(measure.title)}]({_file(measure)}): {plain(measure.definition)}"
            for measure in measures
        ]
        lines.append("")
    lines += ["## For all figures", ""]
    lines.append(f"- [Words]({WORDS}): what is meant, and what stands where there is no number")
    lines.append(f"- [Likely ranges]({INTERVALS}): by which method, what it assumes, its source")
    return whole(lines)


def _entry(written: Entry) -> str:
    lines = [f"# {plain(written.title)}", "", MADE, ""]
    lines += [f"`{written.key}`: {plain(written.question)} [All measures]({INDEX})", ""]
    for section in written.sections:
        lines += [f"## {section.title}", "", *_section(section), ""]
    lines += ["## Worked examples", ""]
    lines += [
        "What a row does not say is filled with an unremarkable value: Staffordshire, March 2021.",
        "",
    ]
    for number, example in enumerate(written.examples, start=1):
        lines += [f"### Example {number}", "", plain(example.says), ""]
        for table in example.tables:
            lines += [f"Rows in, {table.title.lower()}:", "", *_table(table), ""]
        lines += [f"Asked: {plain(example.asked)}", "", "Answer out:", ""]
        lines += [f"    {line}" for line in example.shows]
        lines.append("")
    return whole(lines)


def _section(section: Section) -> Iterator[str]:
    for name, text in section.lines:
        if section.verbatim:
            yield f"    {name}: {text}"
        elif name:
            yield f"- **{plain(name)}:** {plain(text)}"
        else:
            yield f"- {plain(text)}"


def _table(table: ExampleTable) -> Iterator[str]:
    head, *rows = table.cells
    yield row(head)
    yield row("---" for _name in head)
    yield from (row(plain(cell) for cell in cells) for cells in rows)


def _words(found: Iterable[Chapter]) -> str:
    lines = ["# Words", "", MADE, ""]
    for chapter in found:
        lines += [f"## {chapter.title}", ""]
        for word in chapter.words:
            written = f" (`{word.written}`)" if word.written else ""
            lines.append(f"- **{plain(word.term)}**{written}: {plain(word.meaning)}")
        lines.append("")
    return whole(lines)


def _intervals(methods: Iterable[IntervalMethod]) -> str:
    lines = ["# Likely ranges", "", MADE, ""]
    lines += [
        "A likely range is a 95% interval. It says how far chance alone can move a figure, and",
        "nothing of mistakes in recording. Plain counts have none.",
        "",
    ]
    for method in methods:
        users = ", ".join(f"[{one.short}]({_file(one)})" for one in method.used_by)
        lines += [f"## {plain(method.name)}", "", plain(method.assumes), ""]
        lines += [f"Source: {plain(method.source)}.", ""]
        drawn = "; ".join(filter(None, (users, plain(method.also))))
        lines += [
            f"Draws the range of: {drawn}."
            if drawn
            else "No measure listed here has its range drawn by it.",
            "",
        ]
        if method.covered:
            lines += [
                f"In invented samples it held the truth in {_ends(method.covered)} of them: see "
                "[how each fares](../intervals.md).",
                "",
            ]
    return whole(lines)


def _ends(found: Sequence[Coverage]) -> str:
    """From the least to the most often: "91% to 96%"."""
    shares = sorted(one.share for one in found)
    least, most = f"{shares[0]:.0%}", f"{shares[-1]:.0%}"
    return least if least == most else f"{least} to {most}"
