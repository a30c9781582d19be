"""Invented grounds that the checker was held against, after it was tuned on others.

`HELD_BACK` was written before the first word list, by the same hand. `HARD` was written to break
it and did: lists of deeds and things alone alarmed on every adequate text in other words, so the
checker now counts what is left when empty phrases are taken out. `BLIND` was written after that
and measured once; nothing was changed since, so its figures are the honest ones.
"""

from areas.stop_and_search.grounds_samples import (
    DAMAGE,
    DRUGS,
    FIREARM,
    FIREWORK,
    STOLEN,
    TOOLS,
    WEAPON,
    good,
    weak,
)

HELD_BACK = (
    # Adequate
    good(
        DRUGS,
        "I saw him pass a foil package to a woman through the railings at 13:05 and count coins. "
        "He tucked the rest into his sock when I walked over.",
    ),
    good(
        WEAPON,
        "He pulled a hatchet half out of his sleeve while arguing with a taxi driver and pushed "
        "it back in when he noticed us.",
    ),
    good(
        STOLEN,
        "Carrying a television wrapped in a duvet down Bath Street at 05:10.",
        told="Neighbour at number 14 rang to say a man was climbing out of the window with a TV.",
    ),
    good(
        TOOLS,
        "He was kneeling beside a parked Audi with a wire through the top of the door.",
    ),
    good(
        DRUGS,
        "As the car stopped, the rear passenger emptied a bag of tablets out of the window.",
    ),
    good(
        WEAPON,
        "Blood on his right cuff and he kept his elbow pressed to his side.",
        told="Witness outside the club said the man in the yellow shirt had slashed someone with "
        "a bottle five minutes ago.",
    ),
    good(
        DAMAGE,
        "Spray can in his hand and red paint on the shutter beside him, at the rear of the "
        "library, 23:40.",
    ),
    good(
        DRUGS,
        "Three different people came up to him on the bench within ten minutes; with each he "
        "touched hands and they left at once. The last one was found with a wrap of heroin.",
    ),
    good(
        STOLEN,
        "She removed labels from two dresses behind a van and stuffed them in a lined bag.",
        told="Shop radio link gave her clothing, green cap and pink trainers, at 11:32.",
    ),
    good(
        FIREWORK,
        "Rockets with the fuses out were sticking from the top of his school bag at the tram stop.",
    ),
    good(
        TOOLS,
        "Seen by the drone operator walking between sheds on the allotments and levering one "
        "open. He was the only person there when I came in by the gate at 02:20.",
    ),
    good(
        FIREARM,
        "A magazine for a pistol was lying on the back seat in plain view, and the driver locked "
        "the doors when I pointed to it.",
    ),
    # Weak
    weak(DRUGS, "Male seen loitering, known user."),
    weak(WEAPON, "Officers were conducting knife crime patrols and the male was of interest."),
    weak(
        STOLEN,
        "Seen with two others who have been arrested before for shoplifting, in the retail park.",
    ),
    weak(DRUGS, "The vehicle smelt of cannabis when he wound down the window."),
    weak(
        TOOLS,
        "The male seemed out of place in the street and had a rucksack with him late in the "
        "evening.",
    ),
    weak(
        DRUGS,
        "Male made off on foot upon sight of a marked police vehicle and was detained a short "
        "distance away.",
    ),
    weak(
        WEAPON,
        "Previous warning signals for weapons on PNC, and this is a violent crime hot spot.",
    ),
    weak(STOLEN, "Details on body worn video."),
    weak(
        DRUGS,
        "Driver of a hire car from London with two young Asian males in the back, which is "
        "typical of county lines.",
    ),
    weak(
        DAMAGE,
        "Reports of graffiti in the area over the past weeks and he is of the right age group.",
    ),
    weak(FIREARM, "Anonymous information."),
    weak(
        DRUGS,
        "Subject had glazed eyes and was unsteady, and his demeanour was not that of a normal "
        "member of the public.",
    ),
)

# Written to break the lists: deeds of no weight in weak grounds, and adequate grounds in words that
# stand on no list.
HARD = (
    weak(DRUGS, "He put his hands in his pockets when he saw us in a known drugs area."),
    weak(TOOLS, "Known burglar was carrying a rucksack through the estate after dark."),
    weak(WEAPON, "Male passed our vehicle several times and is known for carrying knives."),
    weak(DRUGS, "He had a man bag, which is often used by dealers to hide drugs in this town."),
    weak(STOLEN, "Pulled over because the car was too good for the area and its young driver."),
    weak(DRUGS, "Seen talking with a known user in the park and then they touched fists and left."),
    weak(
        WEAPON,
        "Three boys running down the road, one wearing a balaclava. Robberies had taken place "
        "nearby last week.",
    ),
    weak(DRUGS, "He took a long time to wind down the window and was holding his phone."),
    weak(
        STOLEN,
        "She was carrying a large bag in a shopping centre where many thefts are reported and "
        "is a heroin addict.",
    ),
    weak(TOOLS, "Man on an electric bike with gloves and a dark coat at three in the morning."),
    good(
        DRUGS,
        "A needle was in the crook of his arm and a lighter and spoon lay beside him on the step.",
    ),
    good(
        WEAPON,
        "A corner shop keeper flagged us down: the woman in the green parka by the till had just "
        "shown him a cleaver.",
    ),
    good(STOLEN, "A phone in her rucksack was ringing; it was the number of the girl beside me."),
    good(
        TOOLS,
        "Crossing gardens from fence to fence in Oak Avenue, looking through patio doors, wearing "
        "socks over shoes.",
    ),
    good(DRUGS, "Vape cartridges and cash laid out on the bonnet, five pupils queuing beside it."),
    good(
        DAMAGE,
        "Every car on the left of Elm Row was scratched along its side and he walked at the end "
        "of the row with his key out.",
    ),
    good(
        FIREARM,
        "Two reports of bangs at 01:10, then an officer on the cordon saw a barrel under his coat.",
    ),
    good(
        STOLEN,
        "Copper cable over his shoulder, still warm and stripped at one end, fifty metres from "
        "the dead street lights.",
    ),
)

BLIND = (
    weak(
        DRUGS, "Two lads sat on a wall in an estate with drug problems, one of them with a bum bag."
    ),
    weak(WEAPON, "Shouty and rude from the outset so cuffed and searched for everyone's safety."),
    weak(STOLEN, "Same lad as last week, no receipt for his trainers, known thief."),
    weak(DRUGS, "Smelt strongly of weed as we walked by him at the bus stop."),
    weak(TOOLS, "Circling the cul-de-sac on a pushbike with his hood up, burglary series ongoing."),
    weak(DRUGS, "Stopped under the Road Traffic Act, driver sweating, rental car, late hour."),
    weak(WEAPON, "Sensed that he was carrying something from the way he walked."),
    weak(STOLEN, "Roma female begging outside the supermarket with a pram."),
    weak(FIREARM, "Name came up in relation to a firearms job so car was searched."),
    weak(DRUGS, "Both males tried to avoid us by crossing over the road into the precinct."),
    weak(DAMAGE, "Skateboarders near the war memorial which had been vandalised."),
    weak(DRUGS, "PNC check showed he is linked to drugs supply and so section 23 search done."),
    good(
        DRUGS,
        "He dug a sock from the flower bed by the taxi rank, shook four pellets into his palm and "
        "whistled to a waiting cyclist.",
    ),
    good(
        WEAPON,
        "Bus driver kept the doors shut and pointed out a teenager in the back row who had been "
        "scratching the seat with a long kitchen blade.",
    ),
    good(STOLEN, "A tracker showed the missing laptop at his feet, moving as he moved, at 09:12."),
    good(
        TOOLS,
        "Catalytic converter half off the Prius, jack under it, and oil on his knees and sleeves.",
    ),
    good(DRUGS, "A strip of pills fell from his glove as he gave me his licence."),
    good(
        FIREARM,
        "Park ranger heard four cracks by the lake; he alone came up the path with a long narrow "
        "case and would not let go of it.",
    ),
    good(DAMAGE, "Petrol smell on his sleeves, burning bin ten steps away, lighter in his fist."),
    good(
        STOLEN,
        "Twelve packs of steak were showing under the blanket of the empty pram as the shop's "
        "gate beeped.",
    ),
    good(WEAPON, "He told me himself that there was a flick knife in his back pocket."),
    good(
        DRUGS,
        "From the roof I followed him through binoculars from 16:00 to 16:40: eleven cars, each "
        "halting for seconds while he leaned in.",
    ),
    good(
        FIREWORK,
        "Mother of the injured child named him and his lime jacket; he was stuffing a tube with "
        "a wick into a letterbox at number 9.",
    ),
    good(TOOLS, "Slide hammer and a bag of ignition barrels lay in the open boot he leant over."),
)
