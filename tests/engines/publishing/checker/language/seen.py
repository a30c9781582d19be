"""One line of text in; out come its tags, its quantities and what each may stand for."""

from peelian.engines.publishing.checker.documents import Document, Passage
from peelian.engines.publishing.checker.language.items import items
from peelian.engines.publishing.checker.language.phrases import tags
from peelian.engines.publishing.checker.language.text import text_of


def letters(text):
    """The tags of a sentence in a row."""
    return tags(items(text))


def quantities(text):
    """Every quantity of a sentence."""
    return [one.quantity for one in items(text) if one.quantity is not None]


def only(text):
    """The one quantity of a text."""
    (one,) = quantities(text)
    return one


def kinds(text):
    """What each quantity is, and its value: ``percent 78.5``."""
    return [f"{one.what.name.lower()} {float(one.value):g}" for one in quantities(text)]


def span(text):
    """The ends of the one quantity of a text, as numbers for the eye."""
    one = only(text)
    return round(float(one.span.low), 4), round(float(one.span.high), 4)


def text_in(*passages):
    """A document of paragraphs, split into sentences."""
    return text_of(Document("text", tuple(Passage(one, "line 1") for one in passages)))
