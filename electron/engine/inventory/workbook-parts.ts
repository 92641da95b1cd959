import { strFromU8, strToU8, unzipSync, type UnzipFileInfo } from 'fflate';
import { AppError } from '../../../shared/errors';

/** All that a sheet of text unpacks to at most, bytes. A real list of 50,000 devices has about 30 MB. */
const maxUnpackedBytes = 150 * 1024 * 1024;
/** Parts of one workbook; a sheet has two of them. */
const maxParts = 2000;

/** Parts that hold no values stay packed; without those of other formats the library reads none of these. */
const unneededPart =
  /(?:^|\/)(?:(?:META-INF|media|drawings|charts|embeddings|tables|theme|externalLinks|customXml|docProps|threadedComments)\d*|pivot\w*|comments\w*)(?:\/|\.xml$)|^(?:objectdata|index)\.xml$/i;

/**
 * What is put otherwise before the library sees a part: what it would misread, and what lets a small file make it
 * work for hours. Each pattern stays inside one tag or one cell.
 */
const putOtherwise: readonly (readonly [RegExp, string])[] = [
  // Widths: the library lays out a range of columns one by one.
  [/<(?:\w+:)?col\s[^<>]*>/g, ''],
  // Array formulas: the library compares each with every cell that follows.
  [/(<(?:\w+:)?f\s[^<>]*?)\bt=(["'])array\2/g, '$1'],
  // A link over a range: the library makes every cell of the range. The first one is kept.
  [/(<(?:\w+:)?hyperlink\s[^<>]*?\bref=["'][A-Z]+\d+):\w*/g, '$1'],
  // A formula that was never calculated: the library makes it 0.
  [
    /(<(?:\w+:)?c\s[^<>]*)(>\s*<(?:\w+:)?f\b[^<>]*(?:\/>|>[^<>]*<\/(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*(?:\/>|><\/(?:\w+:)?v>)\s*)?<\/(?:\w+:)?c>)/g,
    '$1 t="str"$2',
  ],
  // An empty shared text: the library leaves it out and takes the next text in its place.
  [/<((?:\w+:)?si)(?:\s[^<>]*)?\/>/g, '<$1></$1>'],
  [/<((?:\w+:)?si)\s[^<>]*>/g, '<$1>'],
];

/**
 * The parts of a workbook that its values are in, by their names, fit for the library. Memory is bounded by what the
 * list of parts announces.
 *
 * @throws AppError `inventory.unreadable` when it is no zip, damaged or too large
 */
export function workbookParts(bytes: Uint8Array, fileName: string): Record<string, Uint8Array> {
  const unreadable = (detail: string, cause?: unknown): AppError =>
    new AppError('inventory.unreadable', { file: fileName, detail }, { cause });
  let total = 0;
  let count = 0;
  const filter = (part: UnzipFileInfo): boolean => {
    const name = partName(part.name);
    if (!/\.(?:xml|rels)$/i.test(name) || unneededPart.test(name)) return false;
    total += part.originalSize;
    count += 1;
    if (total > maxUnpackedBytes) throw unreadable('ZIP > 150 MB');
    if (count > maxParts) throw unreadable(`ZIP > ${maxParts}`);
    return true;
  };
  try {
    const unzipped = Object.entries(unzipSync(bytes, { filter }));
    return Object.fromEntries(unzipped.map(([name, content]) => [partName(name), plainPart(content)]));
  } catch (cause) {
    throw cause instanceof AppError ? cause : unreadable('ZIP', cause);
  }
}

/** Some programs write the names in the way of Windows, or from the root. */
function partName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\//, '');
}

function plainPart(content: Uint8Array): Uint8Array {
  // One character a byte: marks are ASCII, and the texts between them stay as they are.
  const text = putOtherwise.reduce((part, [from, to]) => part.replace(from, to), strFromU8(content, true));
  if (/<(?:\w+:)?sheetData\s*>/.test(text) && !/<\/(?:\w+:)?sheetData\s*>/.test(text)) throw new Error('cut short');
  return strToU8(text, true);
}
