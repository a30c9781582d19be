"""Who answers for a duty: always a post, found from what the record names."""

from dataclasses import dataclass


@dataclass(frozen=True)
class NamedOfficer:
    """The post of the member of staff whom a fact names: the officer in the case."""

    fact: str = "officer_ref"


@dataclass(frozen=True)
class InUnit:
    """The first post with this role in the unit that a fact names, or in the nearest one above.

    `never` names facts that hold staff numbers, with commas between: a post that one of them holds
    does not answer, since nobody reviews what they did or saw themselves.
    """

    role: str
    fact: str = "unit_ref"
    never: tuple[str, ...] = ()


@dataclass(frozen=True)
class LineOf:
    """The post to which the post of a named member of staff answers."""

    fact: str = "officer_ref"


@dataclass(frozen=True)
class NamedPost:
    """The post that a fact names."""

    fact: str = "post_ref"


Owner = NamedOfficer | InUnit | LineOf | NamedPost
