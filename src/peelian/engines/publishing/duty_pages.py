"""The manual of duties as Markdown files: one page for each rule, made from its declaration."""

from collections.abc import Iterable, Iterator, Sequence

from peelian.engines.duties.clock_words import clock_in_words, fact_in_words, value_in_words
from peelian.engines.duties.measuring import (
    CORRECTED,
    LEFT_OUT,
    NO_END,
    OPEN_ONES,
    measures_of,
)
from peelian.engines.duties.rule import Example, Rule
from peelian.engines.duties.rule_words import (
    happenings_in_words,
    owner_in_words,
    span_in_words,
    step_in_words,
    waiving_in_words,
)
from peelian.engines.duties.unfold import authority_of
from peelian.engines.measures.area import Area
from peelian.engines.publishing.markdown import MADE, plain, row, whole
from peelian.records.day_words import day_in_words

INDEX = "README.md"
DAY = "2026-03-27"


def duty_pages(areas: Iterable[tuple[Area, Sequence[Rule]]]) -> dict[str, str]:
    """Every file by its name: an index by area, and a page for each rule."""
    listed = [(area, tuple(rules)) for area, rules in areas if rules]
    made = {INDEX: _index(listed)}
    return made | {_file(rule): _page(rule) for _area, rules in listed for rule in rules}


def _file(rule: Rule) -> str:
    return f"{rule.key}.md"


def _index(listed: Sequence[tuple[Area, Sequence[Rule]]]) -> str:
    lines = ["# Manual of duties", "", MADE, ""]
    lines += [
        "What starts each clock, when it ends, whose rule says so, and who is told, with worked",
        "examples that run as tests. A duty is worked out anew from all that happened, so a source",
        "that is late or corrects itself gives the same answer as one that was right at once.",
        "",
        "A day is a local day, midnight to midnight. A period beginning with a day counts that day",
        "as its first; one after a day begins on the next. A working day is Monday to Friday",
        "outside the bank holidays of the force's part of the United Kingdom. Minutes and hours",
        "are true time. While a clock stands still it keeps what is left of its time. A time that",
        "ran out stays over, whatever changes later.",
        "",
        "Every duty has its measures without further declaration. For all of them:",
        "",
        *(f"- {plain(caution)}" for caution in (LEFT_OUT, NO_END, CORRECTED, OPEN_ONES)),
        "",
    ]
    for area, rules in listed:
        lines += [f"## {plain(area.title)}", ""]
        lines += [f"- [{plain(rule.title)}]({_file(rule)}): {plain(rule.why)}" for rule in rules]
        lines.append("")
    return whole(lines)


def _page(rule: Rule) -> str:
    lines = [f"# {plain(rule.title)}", "", MADE, ""]
    lines += [f"`{rule.key}`: {plain(rule.why)} [All duties]({INDEX})", ""]
    for title, found in (
        ("What starts and ends it", _course(rule)),
        ("How long there is", _terms(rule)),
        ("When the clock stands still", _pauses(rule)),
        ("Who answers and who is told", _people(rule)),
        ("Who may extend it", _ladder(rule)),
        ("What to do", _work(rule)),
        ("Measures", _measures(rule)),
        ("About this rule", _keeping(rule)),
    ):
        told = [f"- {plain(line)}" for line in found]
        if told:
            lines += [f"## {title}", "", *told, ""]
    lines += ["## Worked examples", ""]
    for number, example in enumerate(rule.examples, start=1):
        lines += [f"### Example {number}", "", *_example(example), ""]
    return whole(lines)


def _course(rule: Rule) -> Iterator[str]:
    yield f"About: one {fact_in_words(rule.about)}."
    if rule.each:
        named = happenings_in_words(rule.each.of)
        yield f"Towards: each {fact_in_words(rule.each.key)} of it, as told by {named}."
    yield f"Starts with {happenings_in_words(rule.starts, rule.starts_facts)}."
    yield f"Is met by {happenings_in_words(rule.done_when, rule.done_when_facts)}."
    if rule.by_hand:
        yield "Whoever answers may also say that it is done."
    if rule.one_at_a_time:
        yield "One at a time: a further start begins no second clock while one runs."
    if rule.goes_on:
        yield f"Only goes on by {happenings_in_words(rule.goes_on)}: it begins no first clock."
    if rule.ends_when:
        yield f"Becomes void by {happenings_in_words(rule.ends_when)}."
    for retime in rule.retimed_by:
        told = f"Its facts change by {happenings_in_words((retime.when,))}"
        yield (
            f"{told}, and the time then also runs from there: the earlier end counts."
            if (retime.from_then)
            else f"{told}."
        )


def _terms(rule: Rule) -> Iterator[str]:
    for terms in rule.terms:
        yield (
            f"For what starts {span_in_words(terms)}: {clock_in_words(terms.due)}. Authority: "
            f"{authority_of(terms.authority)}. {waiving_in_words(rule, terms)}"
        )


def _pauses(rule: Rule) -> Iterator[str]:
    for pause in rule.pauses:
        yield (
            f"{pause.cause.rstrip('.')}: from {happenings_in_words((pause.when,))} to "
            f"{happenings_in_words((pause.until,))}. Authority: {authority_of(pause.authority)}."
        )


def _people(rule: Rule) -> Iterator[str]:
    yield f"Answers for it: {owner_in_words(rule.owner)}."
    if rule.risk:
        yield f"Ranked by: {fact_in_words(rule.risk)}."
    for step in sorted(rule.steps, key=lambda one: one.after):
        said = step_in_words(step)
        yield f"{said[:1].upper()}{said[1:]}, to {owner_in_words(step.to)}: “{step.says}”"


def _ladder(rule: Rule) -> Iterator[str]:
    if rule.ladder is None:
        return
    first = fact_in_words(rule.ladder.first_day)
    yield f"Months begin with the day that the record states ({first})."
    for kind, rungs in rule.ladder.of.items():
        for rung in rungs:
            months = "month" if rung.months == 1 else "months"
            case = f"{kind}: up" if rule.ladder.by else "Up"
            yield f"{case} to {rung.months} {months}, {rung.by}. {authority_of(rung.authority)}."


def _work(rule: Rule) -> Iterator[str]:
    yield f"Next: {rule.next_step}"
    if rule.proof:
        yield f"What shows that it was done: {rule.proof}"


def _measures(rule: Rule) -> Iterator[str]:
    for measure in measures_of(rule):
        yield f"{measure.title} ({measure.key}): {measure.definition}"


def _keeping(rule: Rule) -> Iterator[str]:
    yield f"Owner: {rule.owned_by}. To be reviewed by {day_in_words(rule.review_by)}."
    yield f"Serves: {', '.join(rule.ledger)}."


def _example(example: Example) -> Iterator[str]:
    yield plain(example.says)
    yield ""
    if example.happened:
        yield row(("When (local time)", "What happened", "Facts"))
        yield row(("---", "---", "---"))
        for when, name, facts in example.happened:
            told = "; ".join(f"{fact_in_words(k)}: {value_in_words(v)}" for k, v in facts.items())
            yield row((when, plain(name.says), plain(told)))
        yield ""
    if len(example.due) == len(DAY):
        yield f"In time until the end of {example.due}."
    elif example.due:
        yield f"In time before {example.due}."
    yield f"Seen at {example.seen}: {plain(example.state)}."
