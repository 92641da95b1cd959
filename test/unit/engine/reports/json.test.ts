import { expect, test } from 'vitest';
import * as z from 'zod';
import { json } from '../../../../electron/engine/reports/json';
import { Level, Verdict } from '../../../../shared/model/verdict';
import { sampleReport } from '../../../support/sample-report';

/** What scripts rely on. */
const Promised = z.object({
  schema: z.literal(1),
  run: z.object({ id: z.string(), startedAt: z.number(), endedAt: z.number() }),
  devices: z
    .array(
      z.object({
        name: z.string(),
        host: z.string(),
        platform: z.string(),
        member: z.string().nullable(),
        verdict: Verdict,
        phase: z.string().nullable(),
        code: z.string().nullable(),
        readings: z.array(
          z.object({
            kind: z.string(),
            subject: z.string(),
            values: z.record(z.string(), z.unknown()),
            status: z.string().nullable(),
            command: z.string(),
          }),
        ),
        findings: z.array(
          z.object({
            check: z.string(),
            subject: z.string(),
            level: Level,
            value: z.unknown(),
            unit: z.string().nullable(),
            limit: z.unknown(),
            limitSource: z.string().nullable(),
            proof: z.object({ command: z.string(), line: z.string() }),
          }),
        ),
        files: z.array(z.object({ path: z.string(), bytes: z.int(), sha256: z.string() })),
      }),
    )
    .length(12),
  messages: z.array(z.unknown()),
});

const written = async () => new TextDecoder().decode(await json.write(sampleReport()));

test('report.json has the promised fields', async () => {
  expect(Promised.safeParse(JSON.parse(await written())).error).toBeUndefined();
});

test('report.json holds no output and no path of this machine', async () => {
  const text = await written();

  expect(text).not.toContain('Object ID:');
  expect(text).not.toContain('/home/inspector');
  expect(text).not.toContain('"text"');
});
