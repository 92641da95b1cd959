import * as z from 'zod';
import type { Ledger } from './ledger';
import type { Database } from './sqlite';

const Entry = z.object({ at: z.number(), action: z.string(), detail: z.string() });

/** Who did what, in the order it was done. */
export function ledgerAudit(database: Database): Ledger['audit'] {
  return {
    add: ({ at, action, detail }) => {
      database.durable(() =>
        database.run('INSERT INTO audit (at, action, detail) VALUES (?, ?, ?)', at, action, detail),
      );
    },
    list: (limit) =>
      database
        .all('SELECT at, action, detail FROM audit ORDER BY position DESC LIMIT ?', limit)
        .map((row) => Entry.parse(row)),
  };
}
