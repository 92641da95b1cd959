import type { Ledger } from './ledger';
import type { Database } from './sqlite';

/** When each schedule fired last. */
export function ledgerSchedules(database: Database): Ledger['schedules'] {
  return {
    lastFiredAt(id) {
      const at = database.get('SELECT last_fired_at AS at FROM schedules WHERE id = ?', id)?.at;
      return typeof at === 'number' ? at : undefined;
    },
    setFired: (id, at) => {
      const sql = `INSERT INTO schedules (id, last_fired_at) VALUES (?, ?)
        ON CONFLICT (id) DO UPDATE SET last_fired_at = excluded.last_fired_at`;
      database.durable(() => database.run(sql, id, at));
    },
  };
}
