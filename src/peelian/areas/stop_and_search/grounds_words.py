"""The words by which weak grounds are told: data, for a force's lead to read and to argue with.

`*` stands for any ending of a word, `_` for one whole word. Phrases of the first part say nothing
by themselves; words of the second part are what a second person could have seen or checked. The
lists of the second part can never be whole, so they count only for texts with few words of their
own: a text that says much in other words is not called weak.
"""

from typing import Final


def _listed(text: str) -> tuple[str, ...]:
    return tuple(" ".join(phrase.split()) for phrase in text.split(","))


# Said of a manner: what was it that the person did?
MANNER: Final = _listed(
    """
    acting suspicious*, acted suspicious*, behaving suspicious*, suspicious behaviour,
    suspicious manner, suspicious circumstances, nervous*, uneasy, evasive*, anxious,
    fidget*, shaking, sweating, agitated, aggressive, abusive, eye contact, glazed eyes,
    eyes were red, unsteady, demeanour, body language, out of place, something to hide,
    satisfactory account, short answers, loiter*, hanging around, hanging about
    """
)
# Said of a record or of company.
REPUTATION: Final = _listed(
    """
    known to police, known to officers, known to the police, known to us, known to me, known
    for _, known as _, known user, known dealer, known drug _, well known, previous for _,
    previous _ markers, previous convictions, previous warning _, previous offen*, has
    previous, prolific, warning marker*, warning signal*, markers from _, arrested before,
    been arrested, associates with, associate of, in the company of, gang member*, gang
    nominal*, drug user, involved in crime, in possession of _
    """
)
# Said of a place or a time of day in general.
AREA: Final = _listed(
    """
    high crime, crime area, crime hot spot, hot spot*, hotspot*, known _ area, known for
    drug dealing and drug use, drug dealing and drug use, area known for, area where _, not
    from this area, in this area, in the area, knife crime*, violent crime, been burglaries,
    of burglaries, lot of theft, many thieves, late at night, county lines, reports of _,
    causing a nuisance
    """
)
# Said of a description that is not given.
DESCRIPTION: Final = _listed(
    """
    matched description, matched the description, matches description, matches the
    description, matching description, matching the description, fit the description, fits
    the description, fitted the description, similar description
    """
)
# Age, origin, looks and dress: never grounds, alone or with each other.
LOOKS: Final = _listed(
    """
    fits the profile, typical of, his age, her age, age group, youth*, young _ male*, young
    male*, black male*, asian male*, white male*, mixed race, traveller*, foreign, hood*,
    tracksuit*, dark clothing, face covering, expensive looking, dressed in
    """
)
# Said of information of which neither source nor day is named.
VAGUE_SOURCE: Final = _listed(
    """
    intel suggests, intelligence suggests, info received, information received, intel
    received, anonymous information, information suggests, of interest
    """
)
# No grounds at all.
NO_GROUNDS: Final = _listed(
    """
    routine stop, routine check, routine patrol, officer safety, consent*, no problem with
    being searched, as explained, details on body worn, see body worn, see bwv, see log,
    part of an operation, crime patrols, suspected of _
    """
)
# Words that stand in any record and tell nothing of this one.
SMELL: Final = _listed(
    """
    smell* of cannabis, smelt of cannabis, smelling of cannabis, cannabis could
    """
)
# Words that stand in any record and tell nothing of this one.
FLIGHT: Final = _listed(
    """
    made off, walked away, walked off, ran away, ran off, turned away, upon sight of, on
    sight of, when he saw police, when he saw the police
    """
)
# Words that stand in any record and tell nothing of this one.
FILLERS: Final = frozenset(
    _listed(
        """
        a, an, the, and, or, of, to, in, on, at, by, for, from, with, as, was, were, is,
        are, be, been, being, had, has, have, his, her, him, he, she, they, them, their,
        there, it, its, this, that, which, who, when, while, where, then, than, so, not,
        no, but, all, any, some, one, two, three, into, onto, up, down, out, off, over,
        under, before, after, about, around, near, through, between, because, could,
        should, must, may, might, did, do, does, if, i, me, my, we, us, our, you, your,
        male, female, man, woman, boy, boys, girl, subject, suspect, person, people,
        individual, group, occupants, passenger, driver, officer, officers, police,
        patrol, vehicle, car, seen, saw, see, stopped, stop, search, searched, detained,
        location, area, street, road, town, centre, time, said, asked, spoken, speaking,
        told, made, believe, believed, suspected, grounds, reason, given, due
        """
    )
)

# Words that stand in any record and tell nothing of this one.
DEEDS: Final = _listed(
    """
    hand, handed, handing, hands, pass, passed, passing, exchang*, swap*, take, took, taken,
    threw, throw*, dropp*, drop, discard*, swallow*, hid, hide, hiding, conceal*, tuck*,
    stuff*, push*, pull*, put, placed, reach*, bent, bending, crouch*, kneel*, knelt,
    climb*, lever*, prise*, prising, forc*, break*, broke*, smash*, cut, cutting, lift*,
    remov*, empt*, weigh*, limp*, patt*, holding, held, carr*, offer*, stab*, slash*,
    threaten*, touch*, trying, tried, count, counting, running, ran between, lock*, moved a,
    moved the, emerg*, smok*, snort*, inject*, fight*ing, pointed, spray*, lit
    """
)
# Words that stand in any record and tell nothing of this one.
ITEMS: Final = _listed(
    """
    bag, bags, wrap, wraps, foil, powder, tablet*, grinder, scales, notes, papers, knife,
    blade, machete, hammer, hatchet, axe, bat, knuckleduster, handle, handles, waistband,
    metal, outline, gun, handgun, pistol, magazine, catapult, screwdriver, croppers,
    crowbar, torch, gloves, wire, tags, labels, boxes, bottles, paint, spray can, rocket*,
    banger*, fuse*, key ring, keybox*, blood
    """
)
# Words that stand in any record and tell nothing of this one.
SOURCES: Final = _listed(
    """
    caller, call, rang, 999, 101, witness*, victim, owner, manager, staff, neighbour,
    security, detective, control room, log, cctv, anpr, alarm, resident, partner, attendant,
    radio, operator, briefing, intelligence of, marker of, dog
    """
)
# Words that stand in any record and tell nothing of this one.
DETAILS: Final = _listed(
    """
    coat, jacket, shirt, trainers, cap, trousers, red, grey, green, blue, yellow, silver,
    pink, registration, minutes, today, last night
    """
)
# Words that stand in any record and tell nothing of this one.
SPEAKS_OF: Final[dict[str, tuple[str, ...]]] = {
    "Controlled drugs": _listed(
        """
        drug*, cannabis, heroin, cocaine, crack, ketamine, deal*, bag, bags, wrap,
        wraps, foil, powder, tablet*, herbal, grinder, scales, notes, note, cling film,
        package, coins, tin, dog, smok*, swallow*
        """
    ),
    "Offensive weapons": _listed(
        """
        weapon*, knife, knives, blade, machete, hammer, hatchet, axe, bat, bottle,
        handle, waistband, metal, object, knuckle*, stab*, slash*, sharp, screwdriver
        """
    ),
    "Stolen goods": _listed(
        """
        stole*, theft, thief, burgl*, robbery, taken, paid, paying, tills, alarm, owner,
        lock, tags, labels, boxes, lost, climbing, lead
        """
    ),
    "Article for use in theft": _listed(
        """
        handle*, screwdriver, crowbar, croppers, lock*, door*, window*, fence, wire,
        lever*, shed*, torch, keybox*, tool*, cut
        """
    ),
    "Articles for use in criminal damage": _listed(
        """
        paint*, spray*, tag*, graffiti, glass, break*, smash*, catapult, damage*
        """
    ),
    "Firearms": _listed(
        """
        gun, handgun, shotgun, pistol, rifle, firearm*, magazine, shot*
        """
    ),
    "Fireworks": _listed(
        """
        firework*, banger*, rocket*, fuse*
        """
    ),
}
