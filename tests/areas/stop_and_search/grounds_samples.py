"""Invented grounds of searches, judged by hand before the checker was written: half are adequate.

The word lists were tuned on these; see `grounds_samples_later` for those that they were held
against.
"""

from dataclasses import dataclass

DRUGS, WEAPON, STOLEN, TOOLS = (
    "Controlled drugs",
    "Offensive weapons",
    "Stolen goods",
    "Article for use in theft",
)
DAMAGE, FIREARM, FIREWORK = "Articles for use in criminal damage", "Firearms", "Fireworks"


@dataclass(frozen=True)
class Sample:
    """Grounds as written, and whether a careful reader finds them adequate."""

    adequate: bool
    object_of_search: str
    seen: str
    told: str = ""
    known: str = ""


def good(object_of_search: str, seen: str, told: str = "", known: str = "") -> Sample:
    return Sample(True, object_of_search, seen, told, known)


def weak(object_of_search: str, seen: str, told: str = "", known: str = "") -> Sample:
    return Sample(False, object_of_search, seen, told, known)


SAMPLES = (
    # Adequate
    good(
        DRUGS,
        "At 21:40 in Mill Street I watched the male hand a small clear bag to the driver of a "
        "silver Corsa and take folded notes. On seeing our car he pushed his hand down the front "
        "of his trousers and walked off quickly.",
    ),
    good(
        DRUGS,
        "Sat in a parked car with engine running behind the shops. As I came to the window I saw "
        "a grinder and torn cigarette papers on his lap and he put something under the seat.",
        known="Marker of 3 March: this registration used for street dealing of cannabis here.",
    ),
    good(
        WEAPON,
        "Male in a red coat running from the park gate, holding his waistband with his right "
        "hand. When he saw me he turned and threw something metal over the hedge.",
        told="Caller to 999 at 18:05 said a man in a red coat had shown a knife to two boys.",
    ),
    good(
        WEAPON,
        "The outline of a long straight object was visible down the left leg of his joggers and "
        "he limped to keep it in place. He crossed the road away from me twice.",
        told="Security at the bus station reported ten minutes before that he had a machete.",
    ),
    good(
        STOLEN,
        "Female left the chemist at a run carrying an open holdall, with boxes of razors with the "
        "security tags still on showing at the top. The alarm at the door was sounding.",
        told="Manager pointed at her and shouted that she had not paid.",
    ),
    good(
        STOLEN,
        "Man pushing a new electric bike with a cut lock hanging from the frame, along the canal "
        "path at 02:15. He could not say the make or how to switch it on.",
        told="Owner rang at 01:50 to report a green electric bike taken from Wharf Road.",
    ),
    good(
        TOOLS,
        "Seen on CCTV trying the handles of six parked vans in Orchard Close between 03:10 and "
        "03:20, and looking in with a torch. I found him crouched behind the last one.",
    ),
    good(
        TOOLS,
        "At the rear of the closed parade I saw him take a screwdriver from his sleeve and push "
        "it into the frame of a shop's back door. He dropped to the floor when lit up.",
    ),
    good(
        DAMAGE,
        "Walking from the underpass with wet blue paint on both hands and a rattling rucksack. "
        "The wall behind him had a fresh blue tag that was still running.",
    ),
    good(
        FIREARM,
        "Passenger bent down and pushed a dark object under the seat when the blue lights went "
        "on. The handle looked like that of a pistol.",
        told="Control room: caller saw a man in this grey Golf point a handgun at 22:31.",
    ),
    good(
        DRUGS,
        "Stopped for speeding. Strong smell of cannabis from the car, the driver's eyes were red "
        "and he was shaking, and there was a set of small scales and snap bags in the door.",
    ),
    good(
        DRUGS,
        "Two men met at the phone box for under a minute. One passed a wrap from his mouth, the "
        "other gave him a note. I stopped the second within twenty seconds in Chapel Lane.",
    ),
    good(
        WEAPON,
        "Group outside the chip shop at 22:50. The boy in the white tracksuit lifted his top "
        "to show a handle in his waistband to another and said he would stab him.",
    ),
    good(
        STOLEN,
        "Detained by store staff at the exit. I could see bottles of spirits inside his coat.",
        told="The store detective watched him put four bottles in his coat at 14:20 and pass "
        "the tills without paying.",
    ),
    good(
        TOOLS,
        "Found at 04:00 inside the fence of the builders' yard with gloves and a head torch on, "
        "carrying a bag that clanked. The fence behind him had been cut.",
        told="Key holder's alarm went off at 03:52.",
    ),
    good(
        DRUGS,
        "Seen to swallow something as we came up the stairs of the car park and to drop two wraps "
        "on the floor beside him.",
        told="Parking attendant said three people had been smoking from foil on that level.",
    ),
    good(
        DRUGS,
        "She was bending at the window of a car, took a clear bag from the driver and hid it in "
        "her sleeve. The car left at speed.",
        known="Briefing of today: users meet a silver car at this lay-by at half past each hour.",
    ),
    good(
        WEAPON,
        "When I asked him to wait he turned side on and kept one hand in his jacket pocket, where "
        "a heavy object swung and knocked on the railing.",
        told="Victim of the robbery at 16:10 described a man of about 20, grey puffer jacket, "
        "white bag across the chest, who held a hammer. He wore all of that, 200 metres away.",
    ),
    good(
        STOLEN,
        "ANPR showed the van as lost by its owner last night. The driver got out at the lights "
        "and ran between the houses, dropping a key ring.",
    ),
    good(
        FIREWORK,
        "Saw him light and throw a banger at the bus stop at 19:05, with further boxes sticking "
        "out of both pockets.",
    ),
    good(
        TOOLS,
        "Cyclist stopped at each bike rack along the High Street and lifted the locks. "
        "At the last he took bolt croppers from his bag, saw me and put them back.",
    ),
    good(
        DRUGS,
        "Passive dog sat beside him in the queue at 23:15, and as I spoke to him he moved a tin "
        "from his pocket to his friend's bag.",
    ),
    good(
        DAMAGE,
        "Seen breaking the glass of two bus shelters with a catapult from across the road; he put "
        "it in his bag and walked towards me.",
    ),
    good(
        WEAPON,
        "He was pacing outside the flats and shouting a name at a window, patting his right "
        "pocket.",
        told="His partner rang at 20:12: he had taken the bread knife from the kitchen and gone "
        "to find her brother at these flats.",
    ),
    good(
        DRUGS,
        "I could see white powder on his phone and a rolled note in his hand through the open "
        "door of the toilet cubicle at the Crown.",
        told="Door staff had asked us to come because of it.",
    ),
    good(
        STOLEN,
        "Man offering three new phones in sealed boxes to people outside the station and looking "
        "over his shoulder. He closed the bag when he saw us.",
        told="Phone shop in the same street was burgled during the night, about 40 handsets.",
    ),
    good(
        FIREARM,
        "He reached for the glove box each time I asked for his hands.",
        told="Log 212: his neighbour saw him carry a long gun wrapped in a blanket to this car "
        "at 17:45 today.",
    ),
    good(
        TOOLS,
        "Lifting the lids of keyboxes beside doors in Albert Road and reading them with a phone "
        "light at 01:30. He walked off fast when a resident opened a door.",
    ),
    good(
        DRUGS,
        "He was throwing a ball of cling film onto the garage roof as I turned the corner and had "
        "two phones and a thick roll of notes in his hand.",
    ),
    good(
        WEAPON,
        "Knuckleduster on the fingers of his left hand was visible when he lit a cigarette; he "
        "put the hand behind his back when he saw my uniform.",
    ),
    good(
        STOLEN,
        "Two boys pulling a lead pipe in a shopping trolley out of the churchyard at dusk. A new "
        "gap showed in the flashing of the roof.",
    ),
    good(
        DRUGS,
        "Through the car window I saw him weigh green herbal matter on scales and fill a bag, "
        "at 15:25 in the leisure centre car park.",
    ),
    # Weak
    weak(DRUGS, "Known to police for drugs."),
    weak(DRUGS, "Acting suspiciously in a high crime area."),
    weak(WEAPON, "Matched description."),
    weak(DRUGS, "Strong smell of cannabis."),
    weak(STOLEN, "Male looked nervous when he saw police and is known for theft."),
    weak(
        DRUGS,
        "Subject was stopped in an area well known for drug dealing and drug use. He appeared "
        "nervous and evasive and gave short answers to our questions.",
    ),
    weak(
        WEAPON,
        "Group of young males in hoodies and tracksuits hanging around outside the shops. There "
        "have been a number of knife crimes in this area in recent months.",
    ),
    weak(
        TOOLS,
        "Male out late at night in a residential area where there have been burglaries. He has "
        "previous for burglary and was dressed in dark clothing.",
    ),
    weak(DRUGS, "Routine stop. Driver did not make eye contact and seemed uneasy."),
    weak(
        DRUGS,
        "A strong smell of cannabis could be smelt coming from the vehicle when the driver's "
        "window was opened, so all occupants were searched.",
    ),
    weak(WEAPON, "Searched for officer safety."),
    weak(
        STOLEN,
        "Male is a prolific shoplifter who is well known to officers and was seen walking through "
        "the town centre.",
    ),
    weak(
        DRUGS,
        "Subject is well known to me as a drug user with numerous previous convictions and PNC "
        "warning markers for drugs.",
    ),
    weak(
        TOOLS,
        "Traveller van seen driving slowly in a rural area where there is a lot of theft.",
    ),
    weak(
        WEAPON, "Young black male wearing a puffer jacket and a face covering in a hot spot area."
    ),
    weak(
        DRUGS,
        "Subject fits the profile of a county lines runner because of his age, and he is not "
        "from this area.",
    ),
    weak(STOLEN, "Intel suggests he is involved in crime."),
    weak(DRUGS, "Grounds as explained to the subject at the time."),
    weak(
        DRUGS,
        "Consent was given by the male who said he had no problem with being searched by police "
        "while we were speaking.",
    ),
    weak(
        WEAPON,
        "Male matched the description of a suspect given out earlier on by control room and so "
        "was stopped and searched.",
    ),
    weak(
        DRUGS,
        "The male walked away when he saw the police vehicle and was then stopped because this "
        "is a known drugs hotspot.",
    ),
    weak(
        STOLEN,
        "Expensive looking bike for someone of his age and he is from the estate where many "
        "thieves live.",
    ),
    weak(DRUGS, "Suspected of drugs."),
    weak(
        WEAPON,
        "Fight reported in the area and the male was one of those who were in the street when we "
        "arrived.",
    ),
    weak(
        DRUGS,
        "Vehicle stopped in routine check. Driver has previous drugs markers from 2012. He was "
        "fidgeting.",
    ),
    weak(
        TOOLS,
        "Subject was sitting in a car late at night and could not give a satisfactory account of "
        "why he was there.",
    ),
    weak(
        DRUGS,
        "He became aggressive and abusive when spoken to, which made us believe that he must "
        "have had something to hide.",
    ),
    weak(
        STOLEN,
        "The occupants were stopped by officers on patrol as part of an operation to reduce crime "
        "in the town centre before Christmas.",
    ),
    weak(WEAPON, "Associates with gang members, known for knives."),
    weak(
        DRUGS,
        "The passenger was in the company of a male who was found to be in possession of cannabis "
        "and so was searched as well.",
    ),
    weak(
        DAMAGE,
        "Youths on bikes have been causing a nuisance and complaints from residents have been "
        "received. They were wearing hoods.",
    ),
    weak(FIREARM, "Info received that he may have access to firearms."),
)
