-- The decision a second time, written by hand from section 3.3 and 3.4 of the specification and from nothing
-- else: the proof that the first is what it should be. Runs on SQLite and on PostgreSQL.
-- Gives per cell: role, relation, level, act, basis, assurance, blocked, case, reason, masks, obligations.
WITH
  may(role, level, acts) AS (VALUES
    ('case_lead',      0, ',read,see,create,update,delete,grant,export,'),
    ('case_lead',      1, ',read,see,create,update,delete,grant,export,log,emergency,'),
    ('case_lead',      2, ',read,see,create,update,delete,grant,export,log,emergency,'),
    ('case_lead',      3, ',read,see,create,update,delete,grant,export,log,emergency,'),
    ('case_lead',      4, ',read,see,'),
    ('helper',         0, ',read,see,create,update,'),
    ('helper',         1, ',read,see,create,update,grant,export,emergency,'),
    ('helper',         2, ',read,see,create,update,grant,export,emergency,'),
    ('helper',         3, ',read,see,create,update,emergency,'),
    ('family',         0, ',read,see,'),
    ('family',         1, ',read,see,create,update,export,log,'),
    ('family',         2, ',read,see,create,export,log,'),
    ('family',         3, ',read,see,create,export,log,'),
    ('family',         4, ',read,see,export,'),
    ('representative', 0, ',read,see,'),
    ('representative', 1, ',read,see,create,update,export,log,'),
    ('representative', 2, ',read,see,create,export,log,'),
    ('representative', 3, ',read,see,create,export,log,'),
    ('supporter',      0, ',read,see,'),
    ('supporter',      1, ',read,see,create,'),
    ('manager',        0, ',read,see,'),
    ('manager',        1, ',read,see,'),
    ('facilitator',    0, ',read,see,create,update,'),
    ('facilitator',    1, ',read,see,create,update,'),
    ('policy',         0, ',read,see,'),
    ('policy',         2, ',aggregate,'),
    ('administrator',  0, ',read,see,create,update,'),
    ('administrator',  1, ',see,'),
    ('oversight',      0, ',read,see,'),
    ('oversight',      1, ',read,see,log,'),
    ('oversight',      2, ',log,'),
    ('oversight',      3, ',log,'),
    ('oversight',      4, ',log,')
  ),
  roles(role) AS (VALUES ('case_lead'), ('helper'), ('family'), ('representative'), ('supporter'), ('manager'),
    ('facilitator'), ('policy'), ('administrator'), ('oversight'), ('nobody')),
  relations(relation) AS (VALUES ('none'), ('member'), ('expired'), ('subject'), ('representative'), ('source'),
    ('emergency')),
  levels(level) AS (VALUES (0), (1), (2), (3), (4)),
  acts(act) AS (VALUES ('read'), ('see'), ('create'), ('update'), ('delete'), ('grant'), ('export'),
    ('aggregate'), ('log'), ('emergency')),
  bases(basis) AS (VALUES ('none'), ('valid'), ('expired'), ('withdrawn')),
  assurances(assurance) AS (VALUES (0), (1), (2)),
  blockades(blocked) AS (VALUES (0), (1)),
  cases(case_state) AS (VALUES ('open'), ('closed'), ('destroyed')),
  cells AS (
    SELECT role, relation, level, act, basis, assurance, blocked, case_state,
      EXISTS (SELECT 1 FROM may
        WHERE may.role = roles.role AND may.level = levels.level
          AND may.acts LIKE '%,' || acts.act || ',%') AS in_matrix
    FROM roles CROSS JOIN relations CROSS JOIN levels CROSS JOIN acts CROSS JOIN bases
      CROSS JOIN assurances CROSS JOIN blockades CROSS JOIN cases
  ),
  answered AS (
    SELECT cells.*, CASE
      WHEN case_state = 'destroyed' THEN 'destroyed'
      WHEN level > 0 AND blocked = 1 THEN 'blocked'
      WHEN level IN (1, 2) AND assurance = 0 THEN 'sign_in_stronger'
      WHEN level IN (3, 4) AND assurance <> 2 THEN 'sign_in_stronger'
      WHEN level = 0 THEN CASE WHEN in_matrix THEN 'public' ELSE 'role_may_not' END
      WHEN act = 'aggregate' THEN CASE WHEN in_matrix THEN 'numbers_only' ELSE 'role_may_not' END
      WHEN role = 'oversight' AND act = 'log'
        THEN CASE WHEN in_matrix THEN 'oversight_log' ELSE 'role_may_not' END
      WHEN act = 'emergency' THEN CASE
        WHEN in_matrix AND case_state = 'open' AND relation IN ('none', 'expired') THEN 'emergency'
        ELSE 'no_emergency' END
      WHEN relation = 'none' THEN 'no_relation'
      WHEN relation = 'expired' THEN 'relation_over'
      WHEN case_state = 'closed' AND act IN ('create', 'update', 'delete', 'grant') THEN 'case_closed'
      WHEN relation = 'emergency' THEN CASE
        WHEN role IN ('case_lead', 'helper') AND level BETWEEN 1 AND 3 AND act IN ('read', 'see')
          THEN 'emergency'
        ELSE 'emergency_reads' END
      WHEN relation = 'subject' AND role <> 'family' THEN 'other_role'
      WHEN relation = 'representative' AND role <> 'representative' THEN 'other_role'
      WHEN relation = 'representative' AND level = 4 THEN 'shielded'
      WHEN NOT in_matrix THEN 'role_may_not'
      WHEN relation IN ('subject', 'representative') THEN 'own_data'
      WHEN relation = 'source' AND level <> 4 THEN 'own_source'
      WHEN level = 1 OR basis = 'valid' THEN 'role_may'
      WHEN basis = 'none' THEN 'no_basis'
      WHEN basis = 'expired' THEN 'basis_over'
      WHEN basis = 'withdrawn' THEN 'basis_withdrawn'
      END AS reason
    FROM cells
  )
SELECT role, relation, level, act, basis, assurance, blocked, case_state, reason,
  CASE WHEN reason NOT IN ('public', 'numbers_only', 'oversight_log', 'emergency', 'own_data', 'own_source',
      'role_may') THEN ''
    ELSE (CASE WHEN act = 'see' OR reason = 'oversight_log' THEN 'content ' ELSE '' END)
      || (CASE WHEN reason = 'numbers_only' THEN 'rows ' ELSE '' END)
      || (CASE WHEN level <> 4 THEN 'shielded_fields ' ELSE '' END)
      || (CASE WHEN reason = 'own_data' AND act = 'export' THEN 'third_parties ' ELSE '' END)
    END AS masks,
  CASE WHEN reason NOT IN ('public', 'numbers_only', 'oversight_log', 'emergency', 'own_data', 'own_source',
      'role_may') THEN 'log '
    ELSE 'log '
      || (CASE WHEN reason = 'emergency' THEN 'notify reason review ' ELSE '' END)
      || (CASE WHEN level = 3 OR act = 'export' THEN 'show_purpose ' ELSE '' END)
      || (CASE WHEN act = 'export' THEN 'watermark ' ELSE '' END)
    END AS obligations
FROM answered
