"""Somebody signed in, for tests of pages that are behind a door."""

from peelian.access.identity.visit import Visit


def enter(client, person, *, strong=True):
    """Sign this person in with the test client; the visit they have then.

    `strong` says that they showed a second factor, without which most doors stay shut.
    """
    client.force_login(person)
    visit = Visit.objects.filter(user=person).latest("id")
    visit.strong = strong
    visit.save(update_fields=["strong"])
    return visit
