import { expect, test } from 'vitest';
import { openSession } from '../../electron/engine/access/open-session';
import { ed25519Key } from '../support/ed25519-key';
import { allHazards } from '../support/torture/all-hazards';
import { whole, type Hazard } from '../support/torture/hazard';
import { torturePersonalities, type TorturePersonality } from '../support/torture/personalities';
import { scenesOf, seeded } from '../support/torture/torture';
import { atRandom, type DeviceScript } from '../support/torture/torture-device';
import { sshDevice, telnetDevice, type WireDevice } from '../support/torture/wire-servers';
import { memoryHostKeys } from '../unit/engine/access/lab-session';
import { silentLog } from '../support/silent-log';
import { systemClock } from '../../electron/node-clock';

// On a real clock: what waits for many seconds is left to the devices in memory.
const isSlow = ({ name, refusesWith, isShort }: Hazard): boolean =>
  refusesWith !== undefined || isShort === true || /^hangs|eight seconds|5 MB|exact prompt|another prompt/.test(name);
const hazards = allHazards.filter((hazard) => !isSlow(hazard));
const names = ['lab os6860-aos8', 'lab ngfw-telnet', 'hp-comware', 'juniper-junos'];
const atOnce = 80;
const hostKey = ed25519Key();

type Case = { readonly personality: TorturePersonality; readonly hazard: Hazard; readonly protocol: 'ssh' | 'telnet' };

/** Asks the hazardous and the plain command on a real connection; what was wrong. */
async function ordeal({ personality, hazard, protocol }: Case, seed: number): Promise<readonly string[]> {
  const { short, long } = scenesOf(personality);
  const [plain] = short;
  const hazardous = long.find(({ command }) => command !== plain?.command);
  if (plain === undefined || hazardous === undefined) return ['too few answers'];
  const prompt = hazard.prompt?.(personality.prompt) ?? personality.prompt;
  const script: DeviceScript = { hazard, banner: personality.banner, prompt, hazardous, plain };
  const random = seeded(seed);
  const split = atRandom(random, 300, 5);
  const device = await (protocol === 'ssh' ? sshDevice(script, split, hostKey) : telnetDevice(script, split, random));
  try {
    return await talk({ personality, hazard, protocol }, script, device);
  } finally {
    await device.close();
  }
}

async function talk({ personality, hazard, protocol }: Case, script: DeviceScript, { port }: WireDevice) {
  const credential = { username: 'inspector', password: 'Lab-0nly', enableSecret: undefined };
  const session = await openSession(
    { host: '127.0.0.1', port, protocol, ...credential },
    {
      budgets: { connectMs: 20_000, commandMs: 10_000, fileMs: 5000, deviceMs: 60_000 },
      traits: { ...personality.traits, pagerOff: [] },
      hostKeys: memoryHostKeys(),
      clock: systemClock,
      log: silentLog,
      signal: new AbortController().signal,
      onPhase: () => undefined,
    },
  );
  const wrong: string[] = [];
  try {
    const scene = { ...script.hazardous, prompt: session.prompt };
    const wanted = hazard.outcome?.(scene) ?? whole(scene.lines);
    const output = await session.run(scene.command);
    if (output.text !== wanted.text || output.end !== wanted.end) {
      wrong.push(`${output.end} ${output.code ?? ''}: ${JSON.stringify(output.text.slice(0, 200))}`);
    }
    if (hazard.isLast !== true) {
      const next = await session.run(script.plain.command);
      if (next.text !== whole(script.plain.lines).text) wrong.push(`next: ${JSON.stringify(next.text.slice(0, 200))}`);
    }
  } finally {
    await session.close();
  }
  return wrong;
}

test('the hazards over real SSH and over telnet with negotiation in the data', async () => {
  const personalities = torturePersonalities().filter(({ name }) => names.includes(name));
  const cases = personalities.flatMap((personality) =>
    hazards.flatMap((hazard) =>
      (['ssh', 'telnet'] as const).map((protocol): Case => ({ personality, hazard, protocol })),
    ),
  );
  const failures: string[] = [];
  const queue = [...cases.entries()];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [seed, each] = next;
      const title = `${each.protocol}, ${each.personality.name} × ${each.hazard.name}`;
      const wrong = await ordeal(each, seed).catch((error: unknown) => [String(error)]);
      failures.push(...wrong.map((what) => `${title}: ${what}`));
    }
  };

  await Promise.all(Array.from({ length: atOnce }, work));

  console.info(`torture on the wire: ${personalities.length} personalities × ${hazards.length} hazards × 2 protocols`);
  expect(failures).toEqual([]);
  expect(cases.length).toBeGreaterThan(600);
}, 120_000);
