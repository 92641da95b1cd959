/** The items of an outcome's list, each with its place. */
const items = (table: 'findings' | 'readings') =>
  `(SELECT json_group_array(json(record)) FROM
     (SELECT record FROM ${table} WHERE ${table}.run_id = old.run_id AND ${table}.device_id = old.device_id
      ORDER BY position))`;

/**
 * Version 2: an outcome is one row with all that was found. Findings, readings and their numbers are looked up in it when
 * somebody asks, instead of being written a second and third time for every device of every run.
 */
export const v2 = `
CREATE TABLE whole_outcomes (
  run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  device_id TEXT NOT NULL,
  device_name TEXT NOT NULL,
  host TEXT NOT NULL,
  verdict TEXT NOT NULL,
  code TEXT,
  started_at REAL NOT NULL,
  record TEXT NOT NULL,
  PRIMARY KEY (run_id, device_id)
);
INSERT INTO whole_outcomes
  SELECT run_id, device_id, device_name, host, verdict, code, started_at,
         json_set(record, '$.findings', json(${items('findings')}), '$.readings', json(${items('readings')}))
  FROM outcomes AS old ORDER BY started_at;
DROP TABLE reading_values;
DROP TABLE readings;
DROP TABLE findings;
DROP TABLE outcomes;
ALTER TABLE whole_outcomes RENAME TO outcomes;
CREATE INDEX outcomes_by_device ON outcomes (device_id, started_at, run_id, verdict);

CREATE VIEW findings AS
  SELECT run_id, device_id, item.key AS position, item.value ->> 'check' AS "check", item.value ->> 'subject' AS subject,
         item.value ->> 'level' AS level, item.value AS record
  FROM outcomes, json_each(outcomes.record, '$.findings') AS item;

CREATE VIEW readings AS
  SELECT run_id, device_id, item.key AS position, item.value ->> 'kind' AS kind, item.value ->> 'subject' AS subject,
         item.value AS record
  FROM outcomes, json_each(outcomes.record, '$.readings') AS item;

-- One number a row, for trends over many runs.
CREATE VIEW reading_values AS
  SELECT run_id, device_id, item.key AS position, number.key AS "key", started_at AS at, item.value ->> 'kind' AS kind,
         item.value ->> 'subject' AS subject, number.value AS value
  FROM outcomes, json_each(outcomes.record, '$.readings') AS item, json_each(item.value, '$.values') AS number
  WHERE number.type IN ('integer', 'real');
`;
