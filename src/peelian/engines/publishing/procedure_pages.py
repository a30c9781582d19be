"""The manual of guided assessments as Markdown files, made from the declarations."""

from collections.abc import Iterable, Iterator, Mapping

from peelian.engines.procedures.asking import TYPED_KINDS, options_of, ways_round
from peelian.engines.procedures.declared import Procedure
from peelian.engines.procedures.measuring import measures_of
from peelian.engines.procedures.questions import (
    DONT_KNOW,
    NOT_ASKED,
    REFUSED,
    Page,
    Question,
    Version,
    When,
)

INDEX = "README.md"
MADE = "Made from the declarations by `make fix`; do not edit."
MOST_NAMED = 4
WAYS = {
    REFUSED: "they would rather not say",
    NOT_ASKED: "not asked, and why",
    DONT_KNOW: "not known",
}
TYPED = {
    "words": "in words",
    "number": "a whole number",
    "day": "a day",
    "moment": "a day and a time",
}


def procedure_pages(procedures: Iterable[Procedure]) -> dict[str, str]:
    """Every file by its name: an index and a page for each procedure."""
    listed = tuple(procedures)
    made = {INDEX: _whole(_index(listed))}
    return made | {f"{one.key}.md": _whole(_procedure(one)) for one in listed}


def _index(listed: tuple[Procedure, ...]) -> Iterator[str]:
    yield from ("# Guided assessments", "", MADE, "")
    yield (
        "Refused, not asked and not known are answers, and none of them is ever a no. A suggestion "
        "stands apart from what a person decides."
    )
    yield ""
    for one in listed:
        yield f"- [{_text(one.title)}]({one.key}.md): {_text(one.why)}"


def _procedure(one: Procedure) -> Iterator[str]:
    yield from (f"# {_text(one.title)}", "", MADE, "")
    yield from (f"`{one.key}`: {_text(one.why)} [All guided assessments]({INDEX})", "")
    yield from (f"- **{name}:** {_text(said)}" for name, said in _facts(one) if said)
    for version in one.versions:
        yield from ("", *_version(version))
    yield from _decision(one)
    yield from ("", "## Measures", "")
    yield from (f"- `{made.key}`: {_text(made.definition)}" for made in measures_of(one))


def _facts(one: Procedure) -> tuple[tuple[str, str], ...]:
    look = one.second_look
    return (
        ("Authority", f"{one.authority.source} ({one.authority.weight})"),
        ("About", str(one.about._meta.verbose_name) if one.about else ""),
        ("Becomes", str(one.makes._meta.verbose_name) if one.makes else ""),
        ("Who may answer", ", ".join(one.roles)),
        (
            "Who must not answer",
            f"whoever is named in {', '.join(one.barred)}" if one.barred else "",
        ),
        ("Takes", one.takes),
        ("Then", one.then),
        ("Owner", one.owned_by),
        ("Review by", one.review_by.isoformat()),
        ("Serves", ", ".join(one.ledger)),
        ("Can be declined because", "; ".join(reason.says for reason in one.refusals)),
        ("Tells", ", ".join(dict.fromkeys(told.name.says for told in one.tells))),
        (
            "Looked at again",
            f"{look.share.default} {look.share.unit} unless the force sets its own" if look else "",
        ),
        *(
            (setting.says, f"{setting.default} {setting.unit} (Peelian's default)")
            for setting in one.settings
        ),
    )


def _version(version: Version) -> Iterator[str]:
    yield from (f"## Version {version.number}, since {version.since}", "", _text(version.reason))
    known = {one.key: one for one in version.questions}
    for page in version.pages:
        yield from ("", *_page(page, known))


def _page(page: Page, known: Mapping[str, Question]) -> Iterator[str]:
    yield from (f"### {_text(page.title)}", "")
    if page.says:
        yield from (_text(page.says), "")
    for question in page.questions:
        said = _answers(question, known)
        yield f"- **{_text(question.text)}** {_text(question.why)} *{_text(said)}.*"


def _answers(question: Question, known: Mapping[str, Question]) -> str:
    own = (
        TYPED[question.kind]
        if question.kind in TYPED_KINDS
        else "; ".join(one.says for one in options_of(question))
    )
    several = "any of: " if question.kind == "several" else ""
    ways = [WAYS[way] for way in ways_round(question)]
    said = [f"{several}{own}", *([f"or {', '.join(ways)}"] if ways else [])]
    said += [_only(one, known[one.question]) for one in question.only]
    return "; ".join([*said, *([] if question.required else ["can be left open"])])


def _only(branch: When, asked: Question) -> str:
    """Where a question is asked; a long list of answers is counted."""
    says = {one.key: one.says for one in options_of(asked)} | WAYS
    named = [says.get(key, key) for key in branch.answers]
    listed = " or ".join(named) if len(named) <= MOST_NAMED else f"one of {len(named)} answers"
    return f"only where “{asked.text}” is {listed}"


def _decision(one: Procedure) -> Iterator[str]:
    if one.grades is not None:
        yield from ("", "## Decision", "", f"{_text(one.grades.asks)} Lowest first:", "")
        yield from (f"- {_text(option.says)}" for option in one.grades.options)
        lower = one.grades.lower
        yield ""
        yield f"Above what is suggested: {', '.join(one.grades.higher) or 'whoever may answer'}."
        below = "nobody" if lower is None else ", ".join(lower) or "whoever may answer"
        yield f"Below it: {below}. Always with a reason."
    if one.criteria:
        yield from (
            "",
            "## Criteria",
            "",
            "Each is enough by itself; no judgement cancels one.",
            "",
        )
        yield from (
            f"- **{_text(each.says)}**: {_text(each.authority.source)} ({each.authority.weight})"
            for each in one.criteria
        )


def _text(text: str) -> str:
    """Plain text in Markdown, where an underscore, star, bracket or bar would mean something."""
    for sign in "\\`*_[]|<>":
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.split())


def _whole(lines: Iterable[str]) -> str:
    return "\n".join(lines).rstrip() + "\n"
