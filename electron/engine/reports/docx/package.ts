import { Readable } from 'node:stream';
import { inflateRawSync } from 'node:zlib';
import { ZipFile } from 'yazl';

/** The part of a Word file that holds the text. */
const documentPart = 'word/document.xml';

type Part = { readonly name: string; readonly bytes: Buffer };

/**
 * Fills a Word file with a body: the file gives styles, numbering, header, footer and page, and its own body is left out.
 * The body is compressed as it is made, so that a report of any length costs little memory.
 *
 * @param shell a whole Word file
 * @param body the elements of the body in their order
 * @param modifiedAt epoch milliseconds, so that the same report gives the same bytes
 */
export async function fillPackage(shell: Uint8Array, body: Iterable<string>, modifiedAt: number): Promise<Uint8Array> {
  const zip = new ZipFile();
  const options = { mtime: new Date(modifiedAt), mode: 0o100600 };
  for (const { name, bytes } of partsOf(Buffer.from(shell))) {
    if (name !== documentPart) zip.addBuffer(bytes, name, options);
    else zip.addReadStream(Readable.from(documentBytes(bytes.toString('utf8'), body)), name, options);
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk));
  return new Uint8Array(Buffer.concat(chunks));
}

/** The shell's document with its body's elements taken out and the new ones put in; the page settings come last. */
function* documentBytes(shell: string, body: Iterable<string>): Generator<Buffer> {
  const start = shell.indexOf('<w:body>') + '<w:body>'.length;
  const end = shell.lastIndexOf('<w:sectPr>');
  if (start < '<w:body>'.length || end < start) throw new Error('the document has no body');
  yield Buffer.from(shell.slice(0, start));
  for (const part of body) yield Buffer.from(part);
  yield Buffer.from(shell.slice(end));
}

/** The text of a Word file's document. */
export function documentOf(file: Uint8Array): string {
  const part = partsOf(Buffer.from(file)).find(({ name }) => name === documentPart);
  if (part === undefined) throw new Error('the file has no document');
  return part.bytes.toString('utf8');
}

/** The files in a zip, by its central directory (APPNOTE.TXT 4.3.12 and 4.3.16). */
function partsOf(zip: Buffer): readonly Part[] {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  const count = zip.readUInt16LE(end + 10);
  const parts: Part[] = [];
  for (let index = 0, at = zip.readUInt32LE(end + 16); index < count; index += 1) {
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    if (!name.endsWith('/')) parts.push({ name, bytes: partAt(zip, at) });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return parts;
}

function partAt(zip: Buffer, entry: number): Buffer {
  const local = zip.readUInt32LE(entry + 42);
  const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(from, from + zip.readUInt32LE(entry + 20));
  return zip.readUInt16LE(entry + 10) === 0 ? packed : inflateRawSync(packed);
}
