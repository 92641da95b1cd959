/**
 * Version 2: the numbers of readings are looked up in the readings when somebody asks, instead of being written a second
 * time for every device of every run.
 */
export const v2 = `
DROP TABLE reading_values;

CREATE VIEW reading_values AS
  SELECT readings.run_id, readings.device_id, readings.position, number.key AS "key", outcomes.started_at AS at,
         readings.kind, readings.subject, number.value AS value
  FROM readings JOIN outcomes USING (run_id, device_id), json_each(readings.record, '$.values') AS number
  WHERE number.type IN ('integer', 'real');
`;
