"""The questions of the crime measures as a person would write them for DuckDB, by hand.

Each reads the views `crime`, `outcome` and `area` (one row per LSOA with its force and residents).
`{by}` stands for the breakdown: nothing is gained by writing it for one measure only.
"""

RECORDED = """
SELECT {by}, count(*) FROM crime WHERE crime_type <> 'Anti-social behaviour' GROUP BY ALL
"""
ASB = """
SELECT {by}, count(*) FROM crime WHERE crime_type = 'Anti-social behaviour' GROUP BY ALL
"""
RATE = """
WITH counted AS (
    SELECT {by}, count(*) AS n FROM crime WHERE crime_type {which} 'Anti-social behaviour'
    GROUP BY ALL
), people AS (SELECT area_force AS force_id, sum(residents) AS people FROM area GROUP BY ALL)
SELECT counted.*, people, 1000.0 * n / people FROM counted LEFT JOIN people USING (force_id)
"""
RATIO = """
WITH counted AS (
    SELECT {by}, deprivation_decile AS decile, count(*) AS n
    FROM crime LEFT JOIN area USING (lsoa_code)
    WHERE crime_type <> 'Anti-social behaviour' GROUP BY ALL
), people AS (
    SELECT area_force AS force_id, deprivation_decile AS decile, sum(residents) AS people
    FROM area GROUP BY ALL
)
SELECT counted.*, people FROM counted LEFT JOIN people USING (force_id, decile)
"""
CHARGED_WITHIN = """
WITH charged AS (
    SELECT DISTINCT crime_id, unnest([
        strftime(strptime(month, '%Y-%m') - to_months(delay), '%Y-%m') FOR delay IN [0, 1, 2]
    ]) AS month
    FROM outcome WHERE outcome_type = 'Suspect charged'
)
SELECT {by}, count(DISTINCT charged.crime_id), count(DISTINCT crime.crime_id),
    count(*) FILTER (crime.crime_id IS NULL)
FROM crime LEFT JOIN charged ON crime.crime_id = charged.crime_id AND crime.month = charged.month
WHERE crime_type <> 'Anti-social behaviour' GROUP BY ALL
"""
FOLLOWED = """
WITH followed AS (SELECT DISTINCT crime_id FROM outcome WHERE {which})
SELECT {by}, count(DISTINCT followed.crime_id), count(DISTINCT crime.crime_id),
    count(*) FILTER (crime.crime_id IS NULL)
FROM crime LEFT JOIN followed ON crime.crime_id = followed.crime_id
WHERE crime_type <> 'Anti-social behaviour' GROUP BY ALL
"""
OUTCOMES = "SELECT {by}, count(DISTINCT crime_id) FROM outcome GROUP BY ALL"
BY_LSOA = """
WITH counted AS (
    SELECT lsoa_code, count(*) AS n FROM crime WHERE crime_type <> 'Anti-social behaviour'
    GROUP BY ALL
)
SELECT lsoa_code, coalesce(n, 0), residents, 1000.0 * coalesce(n, 0) / residents
FROM area FULL JOIN counted USING (lsoa_code)
"""

FORCE_MONTH = "crime.force_id, crime.month"

# Measure, breakdown, and the question by hand.
QUESTIONS = (
    ("crime.recorded", "force,month", RECORDED.format(by=FORCE_MONTH)),
    ("crime.asb", "force,month", ASB.format(by=FORCE_MONTH)),
    ("crime.rate", "force,month", RATE.format(by=FORCE_MONTH, which="<>")),
    ("crime.asb_rate", "force,month", RATE.format(by=FORCE_MONTH, which="=")),
    ("crime.deprivation_ratio", "force,month", RATIO.format(by=FORCE_MONTH)),
    ("crime.charged_within_2_months", "force,month", CHARGED_WITHIN.format(by=FORCE_MONTH)),
    (
        "crime.charged_share",
        "force,month",
        FOLLOWED.format(by=FORCE_MONTH, which="outcome_type = 'Suspect charged'"),
    ),
    ("crime.any_outcome_share", "force,month", FOLLOWED.format(by=FORCE_MONTH, which="true")),
    ("crime.outcomes", "force,month", OUTCOMES.format(by="force_id, month")),
    ("crime.rate", "lsoa", BY_LSOA),
)
