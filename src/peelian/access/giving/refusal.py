"""Why a change to people and their rights was not made."""


class Refused(Exception):
    """It was not made; the message says what, where and what would be right, and may be shown."""


class NothingThere(LookupError):
    """There is no such thing, or the actor may not know of it: both sound alike."""
