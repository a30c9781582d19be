"""Signals of a bond between actor and person: they speak whether or not a tie explains the sight.

Whoever holds a task about family or a neighbour has a conflict to declare, not an excuse.
"""

from peelian.engines.oversight.evidence import Evidence, Signal
from peelian.engines.oversight.pairs import Pair
from peelian.engines.oversight.surnames import tidy


def own_record(pair: Pair) -> Evidence | None:
    """The actor opened the record about themselves."""
    if pair.staff.own_person != pair.person.person:
        return None
    return Evidence(Signal.OWN_RECORD, "The record is about the member of staff who opened it.")


def declared_family(pair: Pair) -> Evidence | None:
    """The person is family whom the actor has declared."""
    if pair.person.person not in pair.staff.declared_family:
        return None
    return Evidence(
        Signal.DECLARED_FAMILY, "The person is family whom the member of staff has declared."
    )


def shared_address(pair: Pair) -> Evidence | None:
    """They live, or once lived, at one address, or now live in the same street."""
    if _own(pair):
        return None
    staff, person = pair.staff, pair.person
    if staff.address is not None and staff.address == person.address:
        return Evidence(
            Signal.SAME_ADDRESS,
            "The staff list and the person's record give the same home address.",
        )
    staff_ever = staff.former_addresses | ({staff.address} - {None})
    person_ever = person.former_addresses | ({person.address} - {None})
    if staff_ever & person_ever:
        return Evidence(
            Signal.FORMER_ADDRESS,
            "An address that one of them has had is or was also that of the other.",
        )
    if staff.street is not None and staff.street == person.street:
        return Evidence(Signal.SAME_STREET, "Both live in the same street.")
    return None


def shared_surname(pair: Pair) -> Evidence | None:
    """They share a surname that few people here bear; a common one is no evidence."""
    mine, theirs = pair.staff.surname, pair.person.surname
    if _own(pair) or not mine or not theirs or tidy(mine) != tidy(theirs):
        return None
    share = pair.surnames.share(mine)
    # A name that nobody in the persons table bears is a gap in the table, not the rarest of all.
    if share == 0 or share >= pair.rules.uncommon_surname:
        return None
    rare = share < pair.rules.rare_surname
    return Evidence(
        Signal.RARE_SURNAME if rare else Signal.UNCOMMON_SURNAME,
        f"Both are called {mine.strip()}, as is about 1 in {round(1 / share):,} of the people whom "
        f"the force knows.",
    )


def marked_record(pair: Pair) -> Evidence | None:
    """The force watches over sights of this record, and no tie explains this one."""
    if not pair.person.marked or not pair.untied:
        return None
    return Evidence(
        Signal.MARKED_RECORD,
        "The force watches over sights of this record, and no tie explains this one.",
    )


def _own(pair: Pair) -> bool:
    """Their own address and name say nothing that their own record has not said."""
    return pair.staff.own_person == pair.person.person
