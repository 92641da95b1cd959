/** Tables of version 1. A released version is never edited; a change is the next version's file. */
export const v1 = `
CREATE TABLE runs (
  id TEXT PRIMARY KEY,
  "trigger" TEXT NOT NULL,
  state TEXT NOT NULL,
  started_at REAL NOT NULL,
  ended_at REAL,
  devices INTEGER NOT NULL,
  pass INTEGER NOT NULL,
  warn INTEGER NOT NULL,
  fail INTEGER NOT NULL,
  unknown INTEGER NOT NULL,
  folder TEXT NOT NULL
);
CREATE INDEX runs_by_start ON runs (started_at);
CREATE INDEX runs_going_on ON runs (state) WHERE state = 'running';

CREATE TABLE outcomes (
  run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  device_id TEXT NOT NULL,
  device_name TEXT NOT NULL,
  host TEXT NOT NULL,
  verdict TEXT NOT NULL,
  code TEXT,
  started_at REAL NOT NULL,
  record TEXT NOT NULL,
  PRIMARY KEY (run_id, device_id)
) WITHOUT ROWID;
CREATE INDEX outcomes_by_device ON outcomes (device_id, started_at);

CREATE TABLE findings (
  run_id TEXT NOT NULL,
  device_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  "check" TEXT NOT NULL,
  subject TEXT NOT NULL,
  level TEXT NOT NULL,
  record TEXT NOT NULL,
  PRIMARY KEY (run_id, device_id, position),
  FOREIGN KEY (run_id, device_id) REFERENCES outcomes (run_id, device_id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE readings (
  run_id TEXT NOT NULL,
  device_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  record TEXT NOT NULL,
  PRIMARY KEY (run_id, device_id, position),
  FOREIGN KEY (run_id, device_id) REFERENCES outcomes (run_id, device_id) ON DELETE CASCADE
) WITHOUT ROWID;

-- One number a row, for trends over many runs.
CREATE TABLE reading_values (
  run_id TEXT NOT NULL,
  device_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  "key" TEXT NOT NULL,
  at REAL NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  value REAL NOT NULL,
  PRIMARY KEY (run_id, device_id, position, "key"),
  FOREIGN KEY (run_id, device_id) REFERENCES outcomes (run_id, device_id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX reading_values_trend ON reading_values (device_id, kind, subject, "key", at);

-- No reference to runs: a configuration outlives the run that fetched it.
CREATE TABLE snapshots (
  device_id TEXT NOT NULL,
  path TEXT NOT NULL,
  taken_at REAL NOT NULL,
  run_id TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  sealed BLOB NOT NULL,
  PRIMARY KEY (device_id, path, taken_at)
);
CREATE INDEX snapshots_by_run ON snapshots (run_id);

-- No reference to runs: a message on its way outlives its run.
CREATE TABLE outbox (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  run_id TEXT,
  channel_id TEXT NOT NULL,
  channel_kind TEXT NOT NULL,
  channel_name TEXT NOT NULL,
  title TEXT NOT NULL,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  created_at REAL NOT NULL,
  next_attempt_at REAL,
  settled_at REAL,
  words TEXT,
  message TEXT NOT NULL
);
CREATE INDEX outbox_open ON outbox (state, next_attempt_at) WHERE state IN ('queued', 'sending');
CREATE INDEX outbox_by_run ON outbox (run_id);

CREATE TABLE schedules (
  id TEXT PRIMARY KEY,
  last_fired_at REAL NOT NULL
) WITHOUT ROWID;

CREATE TABLE audit (
  position INTEGER PRIMARY KEY,
  at REAL NOT NULL,
  action TEXT NOT NULL,
  detail TEXT NOT NULL
);
`;
