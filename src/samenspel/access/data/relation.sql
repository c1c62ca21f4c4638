-- The relation a second time: taking part, role, own row, authority, age, source organisation, emergency.
WITH
  parts(part) AS (VALUES ('none'), ('asked'), ('later'), ('now'), ('over'), ('ended')),
  roles(role) AS (VALUES ('case_lead'), ('helper'), ('family'), ('representative'), ('supporter'), ('manager'),
    ('facilitator'), ('policy'), ('administrator'), ('oversight'), ('nobody')),
  owns(own) AS (VALUES (0), (1)),
  standing(stands_for) AS (VALUES (0), (1)),
  bands(band) AS (VALUES ('under_12'), ('from_12'), ('from_16'), ('unknown')),
  sources(source) AS (VALUES (0), (1)),
  emergencies(emergency) AS (VALUES (0), (1))
SELECT part, role, own, stands_for, band, source, emergency, CASE
  WHEN part <> 'now' AND emergency = 1 THEN 'emergency'
  WHEN part IN ('none', 'asked', 'later') THEN 'none'
  WHEN part IN ('over', 'ended') THEN 'expired'
  WHEN role = 'family' AND own = 1 AND band = 'under_12' THEN 'none'
  WHEN role = 'family' AND own = 1 THEN 'subject'
  WHEN role = 'representative' AND stands_for = 1 AND band IN ('under_12', 'from_12') THEN 'representative'
  WHEN role = 'representative' AND stands_for = 1 THEN 'expired'
  WHEN source = 1 THEN 'source'
  ELSE 'member' END AS relation
FROM parts CROSS JOIN roles CROSS JOIN owns CROSS JOIN standing CROSS JOIN bands CROSS JOIN sources
  CROSS JOIN emergencies
