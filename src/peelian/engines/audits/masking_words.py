"""Words by which a text gives away whose work it is, whom it is about or how it came out.

They are those of police records in English. Lists are never whole: what share of marked places
they find, and how much they take away that gives nothing away, is measured on texts that stood
apart while the lists were made (see `masking_recall`).
"""

from typing import Final


def listed(words: str) -> tuple[str, ...]:
    """Words or phrases with commas between, as a tuple."""
    return tuple(" ".join(one.split()) for one in words.split(",") if one.strip())


# A rank that stands before a name or a number.
RANKS: Final = listed(
    """
    pc, wpc, ps, wps, sc, dc, wdc, tdc, ds, di, dci, dcs, pcso, cso, constable, sgt, sergeant,
    insp, inspector, supt, superintendent, det con, det sgt, det insp, police officer
    """
)
# What stands before a rank.
RANK_BEFORE: Final = listed(
    "acting, temporary, detective, chief, special, a, t, d, det, a/, t/, d/"
)
# Who is named, or numbered, behind such words.
COLLEAGUES: Final = listed(
    """
    colleague, tutor, tutor constable, crew mate, crewmate, dog handler, oic, exhibits officer,
    custody sergeant, duty sergeant, duty inspector, call handler, call taker, dispatcher,
    controller, off duty officer
    """
)
# What a number of staff is called.
NUMBER_OF: Final = listed(
    """
    collar number, collar no, collar, shoulder number, shoulder no, warrant number, warrant no,
    staff number, staff no, epaulette number, badge number, call handler, call taker, dispatcher,
    operator, controller
    """
)
# Written as a rank, and none.
NO_NAMES: Final = frozenset({"world", "plod", "game", "games", "gamer", "monitor", "screen"})
# Before such a number stands a house, a flat, a room; behind it a street.
HOUSES: Final = frozenset({"number", "no", "nos", "flat", "house", "room", "plot", "unit", "apt"})
STREETS: Final = listed(
    """
    street, st, road, rd, lane, avenue, ave, close, drive, way, court, crescent, place, gardens,
    grove, hill, terrace, walk, row, square, park
    """
)

# Small words of which the names of teams are made.
TEAM_WORDS: Final = listed(
    """
    response, neighbourhood, safer, neighbourhoods, surveillance, proactive, priority, crime, road,
    roads, traffic, policing, local, robbery, burglary, investigation, investigations, firearms,
    armed, dog, drugs, gang, gangs, intelligence, custody, public, protection, domestic, abuse,
    serious, organised, task, force, tasking, support, operational, operations, volume, district,
    town, city, rural, schools, transport, offender, offenders, management, problem, solving
    """
)
# A capital letter at the head of a sentence makes none of these a name.
NOT_TEAMS: Final = listed(
    "my, our, the, a, an, his, her, their, your, this, that, same, each, every, any, one, another"
)
TEAM_NOUNS: Final = listed("team, squad, unit, section, department, dept, desk, relief, command")
SHIFTS: Final = listed("shift, relief, block, team, section, turn")
TEAM_SHORT: Final = listed(
    """
    CID, SNT, NPT, SNPT, TSG, OSU, RPU, PSU, DSU, MIT, RCT, PCT, ARV, NTE, LPT, PVPU, IOM, SOCU, FLO
    """
)
# A place that is part of the name of a unit gives the unit away before one of these.
OF_PLACE: Final = listed(
    "officers, officer, team, crew, snt, npt, cid, police, response, unit, car"
)

# A colour that is a person's only beside a word for a person, and a thing's otherwise.
COLOURS: Final = listed("white, black, brown, olive")
PERSONS: Final = listed(
    """
    male, males, female, females, man, men, woman, women, youth, youths, lad, lads, boy, boys, girl,
    girls, guy, guys, person, persons, people, teen, teens, teenager, teenagers, couple, gentleman,
    lady, kid, kids, child, children, adult, adults, suspect, suspects, subject, driver, passenger,
    individual, individuals, occupant, occupants, family, customer, offender
    """
)
BUILD: Final = listed(
    """
    slim, tall, short, young, old, older, elderly, heavy, stocky, large, small, bald, bearded, thin,
    skinny, teenage, adult, middle, aged
    """
)
BRITISH: Final = listed("british, english, irish, european, african, caribbean, other, scottish")
# Peoples, countries of origin, languages and faiths, as a person is described by.
PEOPLES: Final = listed(
    """
    asian, asians, afro, african, africans, caribbean, jamaican, nigerian, ghanaian, somali,
    somalian, ethiopian, eritrean, sudanese, congolese, angolan, zimbabwean, kenyan, ugandan,
    gambian, indian, pakistani, bangladeshi, bengali, punjabi, gujarati, urdu, tamil, sri
    lankan, nepalese, nepali, chinese, cantonese, mandarin, hong kong, vietnamese, filipino,
    filipina, thai, japanese, korean, malaysian, indonesian, oriental, arab, arabs, arabic,
    farsi, dari, pashto, hindi, moroccan, algerian, tunisian, libyan, egyptian, syrian, iraqi,
    iranian, persian, kurdish, kurd, turkish, turk, afghan, yemeni, lebanese, albanian,
    romanian, romany, roma, bulgarian, lithuanian, latvian, estonian, ukrainian, russian,
    slovak, slovakian, czech, hungarian, serbian, croatian, bosnian, kosovan, portuguese,
    brazilian, colombian, latino, latina, hispanic, spanish, italian, greek, cypriot, gypsy,
    gypsies, traveller, travellers, muslim, islamic, jewish, sikh, hindu, rastafarian, rasta
    """
)
# These are other words without their capital letter.
CAPITAL_ONLY: Final = ("Polish", "Pole", "Poles", "Irish", "Welsh", "Scottish", "Turk")
REGIONS: Final = listed(
    """
    eastern european, east european, middle eastern, north african, west african, east african,
    south asian, south american, mediterranean, far eastern
    """
)
MIXED: Final = listed("mixed race, mixed heritage, dual heritage, mixed ethnicity, mixed ethnic")
LOOKS: Final = listed(
    "hijab, niqab, burka, burqa, turban, headscarf, dreadlocks, cornrows, afro hair"
)
SKIN: Final = listed("dark, light, lighter, darker, olive, brown, black, white, tanned, pale, fair")

# A search or a file ended so, wherever these words stand.
ENDS: Final = listed(
    """
    search negative, search neg, search was negative, search proved negative, search positive,
    search was positive, negative search, positive search, negative result, positive result,
    neg search, pos search, nfa, no further action, nothing found, nothing was found,
    nothing located, nothing was located, nothing recovered, nothing seized, nothing of note,
    no items found, no item found, no items were found, no drugs found, no drugs were found,
    no drugs on, no weapons found, no weapon found, no stolen property found, no trace of,
    community resolution, cannabis warning, khat warning, penalty notice, pnd issued, pnd given,
    stop account only, taken into custody, sent on his way, sent on her way, sent on their way,
    free to leave, let go, walked free, went on his way, went on her way, given advice only,
    words of advice given
    """
)
# What was found, or what became of the person: it ends a clause that tells the result.
FINDS: Final = listed(
    """
    found, located, recovered, retrieved, seized, confiscated, discovered, revealed, unearthed,
    arrested, nicked, charged, bailed, summonsed, cautioned, reported for, warned for, handed over,
    returned to the, de-arrested, dearrested, field tested, tested positive, tested as
    """
)
# In such a clause it was before the search, somebody else's, or what somebody said.
BEFORE: Final = listed(
    """
    had, yesterday, previous, previously, last, earlier, ago, before, said, says, stated, states,
    told me, told us, reported that, intel, intelligence, information, informant, caller, witness,
    hiding, asleep, brother, wanted, released from, would be, to be, being, could be, if, not be
    """
)
# After one of these a sentence goes on with something else.
TURNS: Final = listed("but, however, although, though")
# Where clothing or a body begins, things are found.
ON_BODY: Final = listed(
    """
    pocket, pockets, bra, sock, socks, shoe, shoes, underwear, boxers, waistband, trousers, jeans,
    jacket, coat, bag, rucksack, handbag, purse, wallet, mouth, groin
    """
)
