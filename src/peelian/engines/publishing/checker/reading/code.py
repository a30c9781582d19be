"""Tells program code and what a terminal shows from the words and figures of a report.

They claim nothing of the world, and their signs and figures read as if they did: what is taken for
code here is not checked, and the document says so.
"""

import re
from collections.abc import Sequence

_SIGN = re.compile(
    r"[{}\\^]|\|\s?[a-z]|\w{2,}=[\"'$/a-zA-Z]|[=!<>]=|=>|->|::|\+\+|//|/\*|<<|>>|&&|&\w+;"
    r"|(?<!\S)--?[a-z][\w-]*|\w\(\)|\w\[\w*\]|;\s*$|;;|\$[a-zA-Z_({]|</?[a-z]|(?<!\S)[.~]?/\w+"
    r"|[a-z]_[a-z]|(?<![A-Za-z])[a-z]+[A-Z][a-z]"
    r"|\w\.(?:cc?|h|js|md|py|rs|sh|so|txt|xml|json|toml|yml)\b"
    r"|(?m:^\s*(?:[$>%]|>>>|\#!?)\s*(?=[a-z.]))"
)
_FEWEST = 2  # signs: one may stand in any sentence
_OFTEN = 0.15  # signs a word: in prose with addresses and codes there are fewer than half of that
_PLAIN = frozenset({"", "text", "txt", "plain", "plaintext", "none", "markdown", "md"})
_LANGUAGE = re.compile(r"(?:^|\s)(?:lang(?:uage)?-|brush:\s*)([\w+#-]+)")
_PAINTED = re.compile(r"(?:^|\s)(?:highlight|hljs|prettyprint|rust|sourceCode|codehilite)")
_INDENT = 4


def is_code(text: str) -> bool:
    """Whether most of a block of lines is no language that people speak."""
    signs = sum(1 for _ in _SIGN.finditer(text))
    return signs >= _FEWEST and signs >= _OFTEN * len(text.split())


def is_named_code(names: str) -> bool:
    """Whether the class names of an element say that it holds code in some language."""
    language = _LANGUAGE.search(names)
    if language is not None:
        return language[1].lower() not in _PLAIN
    return bool(_PAINTED.search(names))


def lines_of_code(lines: Sequence[str], at: int) -> int:
    """How many lines are the indented block of code that begins at line ``at``; 0 for none."""
    if at and _is_indented(lines[at - 1]):
        return 0  # the block was judged as one where it began
    taken = at
    while taken < len(lines) and _is_indented(lines[taken]):
        taken += 1
    return taken - at if is_code("\n".join(lines[at:taken])) else 0


def _is_indented(line: str) -> bool:
    line = line.expandtabs(_INDENT)
    return bool(line.strip()) and line[:_INDENT].isspace()
