-- Whether one legal basis holds a second time: kind, term, withdrawal, age, who said yes, and what it covers.
WITH
  kinds(kind) AS (VALUES ('task'), ('consent'), ('vital'), ('court'), ('agreement')),
  terms(term) AS (VALUES ('before'), ('within'), ('after')),
  withdrawals(withdrawn) AS (VALUES (0), (1), (2)),  -- never, earlier, later than the moment asked
  bands(band) AS (VALUES ('under_12'), ('from_12'), ('from_16'), ('unknown')),
  givers(given_by) AS (VALUES ('nobody'), ('person'), ('parents'), ('both')),
  covering(covered) AS (VALUES (0), (1))
SELECT kind, term, withdrawn, band, given_by, covered, CASE
  WHEN covered = 0 THEN 'none'
  WHEN kind = 'consent' AND given_by = 'nobody' THEN 'none'
  WHEN kind = 'consent' AND band = 'under_12' AND given_by = 'person' THEN 'none'
  WHEN kind = 'consent' AND band = 'from_12' AND given_by <> 'both' THEN 'none'
  WHEN kind = 'consent' AND band IN ('from_16', 'unknown') AND given_by = 'parents' THEN 'none'
  WHEN term = 'before' THEN 'none'
  WHEN withdrawn = 1 THEN 'withdrawn'
  WHEN term = 'after' THEN 'expired'
  ELSE 'valid' END AS basis
FROM kinds CROSS JOIN terms CROSS JOIN withdrawals CROSS JOIN bands CROSS JOIN givers CROSS JOIN covering
