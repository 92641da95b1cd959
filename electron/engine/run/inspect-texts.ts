import type { InspectedTexts, InspectOrder, TextWork } from '../workers/text-work';
import { isTooHard } from '../workers/text-work';

/** Time that reading any device's texts may take, and a share for each megabyte, milliseconds. */
const leastMs = 5000;
const perMegabyteMs = 2000;
/** So many texts that stopped the work are looked for; what has not been tried by then is not read. */
const mostStops = 3;

const code = 'text.too-hard';

/** The texts of one device, read and blanked, and the order that was read in the end. */
export type Inspection = { readonly order: InspectOrder; readonly texts: InspectedTexts };

/**
 * Reads, judges and blanks all that a device gave. A text over which the work does not come to an end is neither read nor
 * kept: it becomes 判不了 with `text.too-hard`, and the others are read as if it had not come.
 */
export async function inspectWithinBudget(order: InspectOrder, work: TextWork): Promise<Inspection> {
  const whole = await tried(order, work);
  if (whole !== undefined) return { order, texts: whole };
  const readable = await withoutHardTexts(order, work);
  const rest = await tried(readable, work);
  if (rest !== undefined) return { order: readable, texts: rest };
  const nothing = {
    ...order,
    outputs: order.outputs.map(notRead),
    copies: [],
    files: order.files.map(({ path }) => ({ path, isFetched: false, code })),
    history: [],
  };
  return { order: nothing, texts: await work.inspect(nothing, leastMs) };
}

async function tried(order: InspectOrder, work: TextWork): Promise<InspectedTexts | undefined> {
  try {
    return await work.inspect(order, budgetOf(order));
  } catch (error) {
    if (!isTooHard(error)) throw error;
    return undefined;
  }
}

/** The order without the texts over which the work stops when it has them alone. */
async function withoutHardTexts(order: InspectOrder, work: TextWork): Promise<InspectOrder> {
  let stops = 0;
  const isReadable = async (alone: Pick<InspectOrder, 'outputs' | 'copies'>): Promise<boolean> => {
    if (stops >= mostStops) return false;
    const texts = await tried({ ...order, ...alone, files: [], history: [] }, work);
    if (texts === undefined) stops += 1;
    return texts !== undefined;
  };
  const outputs: InspectOrder['outputs'][number][] = [];
  for (const output of order.outputs) {
    outputs.push((await isReadable({ outputs: [output], copies: [] })) ? output : notRead(output));
  }
  const copies: InspectOrder['copies'][number][] = [];
  for (const copy of order.copies) if (await isReadable({ outputs: [], copies: [copy] })) copies.push(copy);
  const kept = new Set(copies.map(({ path }) => path));
  const lost = new Set(order.copies.map(({ path }) => path).filter((path) => !kept.has(path)));
  const files = order.files.map((file) => (lost.has(file.path) ? { path: file.path, isFetched: false, code } : file));
  return { ...order, outputs, copies, files };
}

function notRead(output: InspectOrder['outputs'][number]): InspectOrder['outputs'][number] {
  return { ...output, text: '', end: 'unknown', code };
}

function budgetOf({ outputs, copies }: InspectOrder): number {
  const characters = outputs.reduce((sum, { text }) => sum + text.length, 0);
  const bytes = copies.reduce((sum, copy) => sum + copy.bytes.byteLength, characters);
  return leastMs + (bytes / 1e6) * perMegabyteMs;
}
