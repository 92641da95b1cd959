import { Message, OutboxEntry } from '../../../../shared/model/channel';
import type { Ledger, OutboxItem } from './ledger';
import type { Database, Row } from './sqlite';

const columns = `id, run_id AS runId, channel_id AS channelId, channel_kind AS channelKind, channel_name AS channelName,
  title, state, attempts, created_at AS createdAt, next_attempt_at AS nextAttemptAt, settled_at AS settledAt, words`;

/** Messages on their way. Every change is on the disk before the call returns: it outlives a power cut. */
export function ledgerOutbox(database: Database): Ledger['outbox'] {
  return {
    add: (items) =>
      database.durable(() => items.reduce((added, { entry, message }) => added + insert(database, entry, message), 0)),
    claim: (now, limit) => database.durable(() => claim(database, now, limit)),
    settle(id, { state, attempts, nextAttemptAt, settledAt, words }) {
      const changed = database.durable(() =>
        database.run(
          'UPDATE outbox SET state = ?, attempts = ?, next_attempt_at = ?, settled_at = ?, words = ? WHERE id = ?',
          ...[state, attempts, nextAttemptAt, settledAt, words, id],
        ),
      );
      if (changed === 0) throw new Error(`no outbox entry ${id} to settle`);
    },
    interrupted: () =>
      database.all(`SELECT ${columns}, message FROM outbox WHERE state = 'sending' ORDER BY position`).map(asItem),
    disbelieve: (now, longestWaitMs) =>
      database.durable(() =>
        database.run(
          `UPDATE outbox SET next_attempt_at = min(next_attempt_at, ?), created_at = min(created_at, ?)
           WHERE state = 'queued' AND (created_at > ? OR next_attempt_at > ?)`,
          ...[now, now, now, now + longestWaitMs],
        ),
      ),
    nextDue() {
      const due = database.get(`SELECT min(next_attempt_at) AS due FROM outbox WHERE state = 'queued'`)?.due;
      return typeof due === 'number' ? due : undefined;
    },
    find(id) {
      const row = database.get(`SELECT ${columns}, message FROM outbox WHERE id = ?`, id);
      return row === undefined ? undefined : asItem(row);
    },
    ofRun: (id) =>
      database.all(`SELECT ${columns} FROM outbox WHERE run_id = ? ORDER BY position`, id).map((row) => asEntry(row)),
    list: (limit) =>
      database.all(`SELECT ${columns} FROM outbox ORDER BY position DESC LIMIT ?`, limit).map((row) => asEntry(row)),
  };
}

/** A queued entry without a time is due from its making, so that none can wait for ever. */
function insert(database: Database, entry: OutboxEntry, message: Message): number {
  const due = entry.state === 'queued' ? (entry.nextAttemptAt ?? entry.createdAt) : entry.nextAttemptAt;
  return database.run(
    `INSERT INTO outbox (id, run_id, channel_id, channel_kind, channel_name, title, state, attempts, created_at,
       next_attempt_at, settled_at, words, message)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
    ...[entry.id, entry.runId, entry.channelId, entry.channelKind, entry.channelName, entry.title, entry.state],
    ...[entry.attempts, entry.createdAt, due, entry.settledAt, entry.words, JSON.stringify(message)],
  );
}

function claim(database: Database, now: number, limit: number): readonly OutboxItem[] {
  const due = database.all(
    `SELECT ${columns}, message FROM outbox WHERE state = 'queued' AND next_attempt_at <= ?
     ORDER BY position LIMIT ?`,
    ...[now, limit],
  );
  const items = due.map((row) => asItem({ ...row, state: 'sending' }));
  for (const { entry } of items) database.run(`UPDATE outbox SET state = 'sending' WHERE id = ?`, entry.id);
  return items;
}

function asItem(row: Row): OutboxItem {
  return { entry: asEntry(row), message: Message.parse(JSON.parse(String(row.message))) };
}

function asEntry(row: Row): OutboxEntry {
  return OutboxEntry.parse(row);
}
