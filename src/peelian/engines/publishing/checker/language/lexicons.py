"""Lists of words, written as text so that they can be read as text."""


def words(text: str) -> frozenset[str]:
    """The words of a text, parted by spaces; ``_`` stands for a space within one."""
    return frozenset(one.replace("_", " ") for one in text.split())
