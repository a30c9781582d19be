"""The question sets of audits as Markdown files, made from the declarations."""

from collections.abc import Iterable, Iterator, Mapping

from peelian.engines.audits import masking_recall
from peelian.engines.audits.declared import Audit, AuditQuestion, AuditVersion, Beside, Hides
from peelian.engines.audits.measuring import measure_key, measures_of
from peelian.engines.measures.kinds import Measure
from peelian.engines.procedures.questions import When
from peelian.engines.publishing.markdown import MADE, plain, row, whole
from peelian.records.base import Record

INDEX = "README.md"
HOW = "../audits.md"
METHODS = {
    "default": "by the method that fits the sample, unless its planner names another one",
}
SECRETS = {
    "officer": "whose work it is",
    "team": "of which team",
    "ethnicity": "the person's ethnicity",
    "result": "how it came out",
}


def audit_pages(audits: Iterable[Audit]) -> dict[str, str]:
    """Every file by its name: an index and a page for each audit."""
    listed = tuple(audits)
    made = {INDEX: whole(_index(listed))}
    return made | {f"{one.key}.md": whole(_audit(one)) for one in listed}


def _index(listed: tuple[Audit, ...]) -> Iterator[str]:
    yield from ("# Question sets of audits", "", MADE, "")
    yield (
        "Every question is answered yes, no, cannot tell from the file or, where it is asked of "
        f"some files only, not applicable. [How an audit works]({HOW})"
    )
    yield ""
    yield row(("Audit", "Drawn from", "Questions", "Who reviews", "Serves"))
    yield row("---" for _column in range(5))
    for one in listed:
        asked = sum(1 for _question in one.versions[-1].questions)
        yield row(
            (
                f"[{plain(one.title)}]({one.key}.md)",
                plain(one.frame_words),
                str(asked),
                _who(one),
                ", ".join(one.ledger),
            )
        )
    yield from ("", "## What masking finds", "", masking_recall.as_table(), "")
    yield from (sentence for sentence in masking_recall.in_words()[-1:])


def _who(one: Audit) -> str:
    second = f"; second: {', '.join(one.second_roles)}" if one.second_roles else ""
    return f"{', '.join(one.roles)}{second}"


def _audit(one: Audit) -> Iterator[str]:
    yield from (f"# {plain(one.title)}", "", MADE, "")
    yield from (f"`{one.key}`: {plain(one.why)} [All question sets]({INDEX})", "")
    yield from (f"- **{name}:** {plain(said)}" for name, said in _facts(one) if said)
    yield from ("", "## What a reviewer sees", "", *_seen(one))
    for version in one.versions:
        yield from ("", *_version(one, version))
    yield from ("", "## Measures", "")
    yield "Marking the file is the only entry: these are figures as soon as the answers stand."
    yield ""
    for measure in measures_of(one):
        yield f"- `{measure.key}`: {plain(measure.words)}"
    yield from _published(one, {measure.key: measure for measure in measures_of(one)})


def _facts(one: Audit) -> tuple[tuple[str, str], ...]:
    share = one.second_share
    return (
        ("Drawn from", one.frame_words),
        ("Left out, and listed", "; ".join(each.says for each in one.exclusions)),
        ("Can be narrowed by", ", ".join(each.title for each in one.by)),
        ("Can be divided by", ", ".join(each.title for each in one.strata)),
        ("Who reviews", ", ".join(one.roles)),
        ("Who marks second", ", ".join(one.second_roles)),
        (
            "Who must not review",
            "whoever is of the file's own unit"
            + (f", or is named in {', '.join(one.barred)}" if one.barred else ""),
        ),
        (
            "Marked twice, blind",
            f"{share.default} {share.unit} (Peelian's default; a force sets its own)",
        ),
        ("Likely range", METHODS.get(one.method, one.method)),
        ("Authority", f"{one.authority.source} ({one.authority.weight})"),
        ("Takes", one.takes),
        ("Owner", one.owned_by),
        ("Review by", one.review_by.isoformat()),
        ("Serves", ", ".join(one.ledger)),
    )


def _seen(one: Audit) -> Iterator[str]:
    yield f"- **{_called(one.record_type)}:** {_labels(one.record_type, one.shows)}"
    yield from (f"- **{plain(each.title)}:** {_labels(each.of, each.shows)}" for each in one.beside)
    hidden = _hidden(one.hides, one.beside)
    yield f"- **Hidden, and masked in texts:** {', '.join(hidden)}"


def _called(model: type[Record]) -> str:
    named = str(model._meta.verbose_name)
    return named[:1].upper() + named[1:]


def _labels(model: type[Record], names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _hidden(hides: tuple[Hides, ...], beside: tuple[Beside, ...]) -> tuple[str, ...]:
    every = (*hides, *(each for one in beside for each in one.hides))
    return tuple(dict.fromkeys(SECRETS[one.secret] for one in every))


def _version(one: Audit, version: AuditVersion) -> Iterator[str]:
    yield from (f"## Version {version.number}, since {version.since}", "", plain(version.reason))
    known = {each.key: each for each in version.questions}
    for section in version.sections:
        yield from ("", f"### {plain(section.title)}", "")
        for question in section.questions:
            said = "; ".join(_asked(question, known))
            told = f" *{said}.*" if said else ""
            yield f"- **{plain(question.text)}** {plain(question.why)}{told}"
    yield from _by_file(version)
    yield from ("", "### When a file passes", "")
    yield "Each of these that applies is answered yes; one no fails it:"
    yield ""
    yield from (f"- {plain(known[key].text)}" for key in version.passes.questions)


def _by_file(version: AuditVersion) -> Iterator[str]:
    """What is asked of which files, where the record itself decides it."""
    found: dict[tuple[str, str], list[str]] = {}
    for question in version.questions:
        for name, values in question.files.items():
            for value in values:
                found.setdefault((name, value), []).append(question.text)
    if not found:
        return
    yield from ("", "### What the record decides", "")
    yield row(("Where", "is", "it is asked"))
    yield row("---" for _column in range(3))
    for (name, value), asked in sorted(found.items(), key=_in_order):
        yield row((f"`{name}`", plain(value), plain(" ".join(asked))))


def _in_order(one: tuple[tuple[str, str], list[str]]) -> tuple[str, int, str]:
    """By field, then numbers by their size and words by their letters."""
    (name, value), _asked_of = one
    digits = "".join(sign for sign in value if sign.isdigit())
    return name, int(digits or 0), value


def _asked(question: AuditQuestion, known: Mapping[str, AuditQuestion]) -> Iterator[str]:
    """Of which files a question is asked, and what answers it by itself."""
    if question.relevant:
        yield f"Asked of {plain(question.relevant)}; of others it is not applicable"
    elif question.files:
        yield "Asked of some files only; of others it is not applicable"
    for branch in question.only:
        yield _branch(branch, known)
    if question.blank:
        yield f"No, without asking, where {_labels_of(question.blank)} holds nothing"
    if question.hint:
        yield plain(question.hint.rstrip("."))


def _labels_of(names: Iterable[str]) -> str:
    return " and ".join(f"`{name}`" for name in names)


def _branch(branch: When, known: Mapping[str, AuditQuestion]) -> str:
    asked = known[branch.question]
    says = {one.key: one.says for one in asked.answers}
    named = " or ".join(says.get(key, key).lower() for key in branch.answers)
    return f"Only where “{plain(asked.text)}” is {named}"


def _published(one: Audit, measures: Mapping[str, Measure]) -> Iterator[str]:
    """The examples that an audit brings of its own: figures that were published, recomputed."""
    if not one.examples:
        return
    yield from ("", "## Published figures, recomputed", "")
    for question, examples in one.examples.items():
        measure = measures[measure_key(one, question)]
        for example in examples:
            answer = "; ".join(example.shows.splitlines())
            yield f"- `{measure.key}`: {plain(example.says)} **{plain(answer)}**"
