-- What a legal basis covers a second time: whose data, which recipient, category, purpose and level.
WITH
  persons(ground_person, person) AS (VALUES ('', 'ada'), ('ada', 'ada'), ('bas', 'ada'), ('', ''), ('ada', '')),
  recipients(ground_recipient, recipient) AS (VALUES ('haven', 'haven'), ('haven', 'kade'), ('haven', '')),
  categories(category) AS (VALUES ('ordinary'), ('financial'), ('health'), ('criminal'), ('safety'),
    ('citizen_number')),
  uses(use_for) AS (VALUES ('helping'), ('safety'), ('paying'), ('learning'), ('overseeing')),
  levels(level) AS (VALUES (0), (1), (2), (3), (4))
SELECT ground_person, person, ground_recipient, recipient, g.category AS ground_category,
  w.category AS category, gu.use_for AS ground_use, wu.use_for AS use_for, gl.level AS level_max,
  wl.level AS level, CASE
  WHEN wl.level = 4 OR wl.level > gl.level THEN 0
  WHEN ground_person <> '' AND ground_person <> person THEN 0
  WHEN ground_recipient <> recipient THEN 0
  WHEN g.category <> w.category OR gu.use_for <> wu.use_for THEN 0
  ELSE 1 END AS covered
FROM persons CROSS JOIN recipients CROSS JOIN categories g CROSS JOIN categories w CROSS JOIN uses gu
  CROSS JOIN uses wu CROSS JOIN levels gl CROSS JOIN levels wl
