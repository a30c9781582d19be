"""The manual of surveys as Markdown files, made from the declarations."""

from collections.abc import Iterable, Iterator

from peelian.engines.procedures.asking import options_of, ways_round
from peelian.engines.procedures.questions import DONT_KNOW, REFUSED, Question, Version
from peelian.engines.publishing.markdown import MADE, plain, whole
from peelian.engines.surveys.declared import Result, Survey
from peelian.engines.surveys.measuring import key_of, measures_of

INDEX = "README.md"
WAYS = {REFUSED: "I would rather not say", DONT_KNOW: "I do not know"}


def survey_pages(surveys: Iterable[Survey]) -> dict[str, str]:
    """Every file by its name: an index and a page for each survey."""
    listed = tuple(surveys)
    made = {INDEX: whole(_index(listed))}
    return made | {f"{one.key}.md": whole(_survey(one)) for one in listed}


def _index(listed: tuple[Survey, ...]) -> Iterator[str]:
    yield from ("# Surveys", "", MADE, "")
    yield (
        "Every survey is anonymous, any question may be left out, and nothing of a small group is "
        "kept. [How that is done, and what an attacker learns](../surveys.md)"
    )
    yield ""
    for one in listed:
        yield f"- [{plain(one.title)}]({one.key}.md): {plain(one.why)}"


def _survey(one: Survey) -> Iterator[str]:
    yield from (f"# {plain(one.title)}", "", MADE, "")
    yield from (f"`{one.key}`: {plain(one.why)} [All surveys]({INDEX})", "")
    yield from (f"- **{name}:** {plain(said)}" for name, said in _facts(one) if said)
    for version in one.versions:
        yield from ("", *_version(version))
    yield from ("", "## Results", "")
    yield from (f"- {_result(one, result)}" for result in one.results)
    if one.themes:
        yield from ("", "## Themes", "")
        yield "Two people give each text its themes, neither seeing the other's; a third decides."
        yield ""
        for key in dict.fromkeys(theme.question for theme in one.themes):
            named = "; ".join(theme.title for theme in one.themes_of(key))
            yield f"- **{plain(one.question(key).text)}** {plain(named)}."
    yield from ("", "## Measures", "")
    yield from (f"- `{made.key}`: {plain(made.definition)}" for made in measures_of(one))


def _facts(one: Survey) -> tuple[tuple[str, str], ...]:
    return (
        ("Asked", one.asked),
        ("Held", one.rhythm),
        ("Takes", one.takes),
        ("Said first", one.says),
        ("Told by", "; ".join(grouping.title for grouping in one.groups)),
        (
            "Never told",
            f"groups of fewer than {one.smallest.default} {one.smallest.unit}, or of more where "
            "the force asks for more",
        ),
        (
            "Texts are kept",
            f"{one.texts_kept.default} {one.texts_kept.unit} (Peelian's default), their themes for "
            "good",
        ),
        ("Can be weighted", "; ".join(f"{each.title} ({each.source})" for each in one.weightings)),
        ("Beside the answers", "; ".join(way.title for way in one.ways)),
        (
            "Owed a reply",
            "; ".join(f"each text to “{one.question(key).text}”" for key in one.ideas),
        ),
        ("Authority", f"{one.authority.source} ({one.authority.weight})"),
        ("Owner", one.owned_by),
        ("Review by", one.review_by.isoformat()),
        ("Serves", ", ".join(one.ledger)),
    )


def _version(version: Version) -> Iterator[str]:
    yield from (f"## Version {version.number}, since {version.since}", "", plain(version.reason))
    known = {one.key: one for one in version.questions}
    for page in version.pages:
        yield from ("", f"### {plain(page.title)}", "")
        for question in page.questions:
            only = "".join(f"; only after “{known[one.question].text}”" for one in question.only)
            said = plain(f"{_answers(question)}{only}")
            yield f"- **{plain(question.text)}** {plain(question.why)} *{said}.*"


def _answers(question: Question) -> str:
    if question.kind == "words":
        return f"in words, {question.most:,} characters at most"
    own = [one.says for one in options_of(question)]
    return "; ".join([*own, *(WAYS[way] for way in ways_round(question) if way in WAYS)])


def _result(one: Survey, result: Result) -> str:
    counted = " or ".join(
        f"“{each.says}”"
        for each in options_of(one.question(result.question))
        if each.key in result.counts
    )
    asked = plain(one.question(result.question).text)
    return f"**{plain(result.title)}** (`{key_of(one, result)}`): {plain(counted)} to “{asked}”"
