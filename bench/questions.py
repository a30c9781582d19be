"""The questions of the crime measures as a person would write them for DuckDB, by hand.

They read the views `crime`, `outcome` and `area` (one row for each LSOA, with its force and its
residents). Each answers with its groups, then its numerator.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Question:
    """A measure, its breakdown, and the same question by hand."""

    measure: str
    by: tuple[str, ...]
    sql: str


RECORDED = """
SELECT force_id, month, count(*) FROM crime WHERE crime_type <> 'Anti-social behaviour'
GROUP BY ALL
"""
ASB = """
SELECT force_id, month, count(*) FROM crime WHERE crime_type = 'Anti-social behaviour'
GROUP BY ALL
"""
RATE = """
WITH counted AS (
    SELECT force_id, month, count(*) AS n FROM crime
    WHERE crime_type <> 'Anti-social behaviour' GROUP BY ALL
), people AS (SELECT area_force AS force_id, sum(residents) AS people FROM area GROUP BY ALL)
SELECT counted.*, people, 1000.0 * n / people FROM counted LEFT JOIN people USING (force_id)
"""
ASB_RATE = """
WITH counted AS (
    SELECT force_id, month, count(*) AS n FROM crime
    WHERE crime_type = 'Anti-social behaviour' GROUP BY ALL
), people AS (SELECT area_force AS force_id, sum(residents) AS people FROM area GROUP BY ALL)
SELECT counted.*, people, 1000.0 * n / people FROM counted LEFT JOIN people USING (force_id)
"""
RATIO = """
WITH counted AS (
    SELECT force_id, month, count(*) FILTER (deprivation_decile = '1') AS most,
        count(*) FILTER (deprivation_decile = '10') AS least,
        count(*) FILTER (deprivation_decile IS NULL) AS unknown
    FROM crime LEFT JOIN area USING (lsoa_code)
    WHERE crime_type <> 'Anti-social behaviour' GROUP BY ALL
), people AS (
    SELECT area_force AS force_id, sum(residents) FILTER (deprivation_decile = '1') AS there,
        sum(residents) FILTER (deprivation_decile = '10') AS here
    FROM area GROUP BY ALL
)
SELECT counted.*, (most / there) / (least / here) FROM counted LEFT JOIN people USING (force_id)
"""
CHARGED_WITHIN = """
WITH charged AS (
    SELECT DISTINCT crime_id, unnest([
        strftime(strptime(month, '%Y-%m') - to_months(delay), '%Y-%m') FOR delay IN [0, 1, 2]
    ]) AS month
    FROM outcome WHERE outcome_type = 'Suspect charged'
)
SELECT crime.force_id, crime.month, count(DISTINCT charged.crime_id),
    count(DISTINCT crime.crime_id), count(*) FILTER (crime.crime_id IS NULL)
FROM crime LEFT JOIN charged ON crime.crime_id = charged.crime_id AND crime.month = charged.month
WHERE crime_type <> 'Anti-social behaviour' GROUP BY ALL
"""
CHARGED = """
WITH charged AS (SELECT DISTINCT crime_id FROM outcome WHERE outcome_type = 'Suspect charged')
SELECT crime.force_id, crime.month, count(DISTINCT charged.crime_id),
    count(DISTINCT crime.crime_id), count(*) FILTER (crime.crime_id IS NULL)
FROM crime LEFT JOIN charged ON crime.crime_id = charged.crime_id
WHERE crime_type <> 'Anti-social behaviour' GROUP BY ALL
"""
ANY_OUTCOME = """
WITH settled AS (SELECT DISTINCT crime_id FROM outcome)
SELECT crime.force_id, crime.month, count(DISTINCT settled.crime_id),
    count(DISTINCT crime.crime_id), count(*) FILTER (crime.crime_id IS NULL)
FROM crime LEFT JOIN settled ON crime.crime_id = settled.crime_id
WHERE crime_type <> 'Anti-social behaviour' GROUP BY ALL
"""
OUTCOMES = "SELECT force_id, month, count(DISTINCT crime_id) FROM outcome GROUP BY ALL"
BY_LSOA = """
WITH counted AS (
    SELECT lsoa_code, count(*) AS n FROM crime WHERE crime_type <> 'Anti-social behaviour'
    GROUP BY ALL
)
SELECT lsoa_code, coalesce(n, 0), residents, 1000.0 * coalesce(n, 0) / residents
FROM area FULL JOIN counted USING (lsoa_code)
"""

FORCE_MONTH = ("force", "month")
QUESTIONS = (
    Question("crime.recorded", FORCE_MONTH, RECORDED),
    Question("crime.asb", FORCE_MONTH, ASB),
    Question("crime.rate", FORCE_MONTH, RATE),
    Question("crime.asb_rate", FORCE_MONTH, ASB_RATE),
    Question("crime.deprivation_ratio", FORCE_MONTH, RATIO),
    Question("crime.charged_within_2_months", FORCE_MONTH, CHARGED_WITHIN),
    Question("crime.charged_share", FORCE_MONTH, CHARGED),
    Question("crime.any_outcome_share", FORCE_MONTH, ANY_OUTCOME),
    Question("crime.outcomes", FORCE_MONTH, OUTCOMES),
    Question("crime.rate", ("lsoa",), BY_LSOA),
)
