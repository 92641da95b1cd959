import type { Parsed } from '../platform';
import { cleanText, readTable } from '../../text/table';
import { releaseIn } from './release';

type Package = { readonly name: string; readonly release: string; readonly sizeBytes: number };

// The columns of the rows do not stand under their headings: split by blanks, the description is the rest.
function packageOf(line: string): Package | undefined {
  const match = /^\s*(\S+)\s+(\S+)\s+(\d+)(?:\s+\S.*)?$/.exec(line);
  const [name, release, size] = match?.slice(1) ?? [];
  if (name === undefined || release === undefined || releaseIn(release) !== release) return undefined;
  return { name, release, sizeBytes: Number(size) };
}

/** `show microcode [working | certified | loaded]`: one row per image file. */
export function parseMicrocode(text: string): Parsed {
  const directory = /^\s*(\/flash\/\S+)\s*$/;
  const table = readTable(text, {
    heading: /^\s*Package\s+Release\s+Size\s+Description\s*$/i,
    row: packageOf,
    skip: directory,
  });
  if (table.kind === 'unreadable') return table;
  const printed =
    cleanText(text)
      .lines.find((line) => directory.test(line))
      ?.trim() ?? null;
  return {
    kind: 'readings',
    readings: table.rows.map(({ value: { name, release, sizeBytes }, line }) => ({
      kind: 'software',
      subject: name,
      values: { package: name, release, sizeBytes, directory: printed },
      status: null,
      line,
    })),
  };
}
