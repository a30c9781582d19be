"""Names of accounts for the names that stand in the trail."""

from collections.abc import Iterable, Mapping

from peelian.access.user import User


def names_in_trail(written: Iterable[str]) -> Mapping[str, str]:
    """What pages call each account, by its name in the trail; an unknown one keeps that."""
    wanted = set(written)
    keys = {name.partition(":")[2] for name in wanted}
    known = {user.trail_name: user.name for user in User.objects.filter(key__in=keys)}
    return {name: known.get(name, name) for name in wanted}
