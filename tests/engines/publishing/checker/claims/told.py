"""A text of a few lines as a document, and what one kind of claim says of it."""

from peelian.engines.publishing.checker.documents import Document, Kind, Passage
from peelian.engines.publishing.checker.language.text import text_of


def document(text, form="text"):
    """Lines are paragraphs, lines with a hyphen items of one list; indented ones of its inside."""
    parts, lists, inside = [], 0, False
    for number, line in enumerate(text.splitlines(), start=1):
        said = line.strip()
        if not said.startswith("- "):
            inside = False
            parts.append(Passage(said, f"line {number}"))
            continue
        lists += not inside
        inside = True
        level = 1 + (len(line) - len(line.lstrip())) // 2
        parts.append(Passage(said[2:], f"line {number}", Kind.ITEM, lists, level))
    return Document(form, tuple(parts))


def told(find, text, form="text"):
    """Every finding of one kind of claim on a text, the same verdicts on one figure once."""
    found = find(text_of(document(text, form)))
    return list({(one.part, one.marks[0], one.verdict): one for one in found}.values())


def verdicts(find, text, form="text"):
    """The printed figures that a kind of claim judges, with what it says of each."""
    return [(one.printed, one.verdict.value) for one in told(find, text, form)]


def assert_told_apart(find, text, right, wrong):
    """With the right figure in its gap a text agrees, with the wrong one it does not follow."""
    honest = {verdict for _, verdict in verdicts(find, text.format(right))}
    false = {verdict for _, verdict in verdicts(find, text.format(wrong))}

    assert "agrees" in honest, honest
    assert "does not follow" not in honest, honest
    assert "does not follow" in false, false
