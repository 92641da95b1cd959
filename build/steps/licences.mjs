import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from './say.mjs';

const licenceName = /^(?:un)?licen[cs]e|^copying|^copyright|^notice/i;
const codeName = /\.(?:[cm]?[jt]sx?|json|map)$/i;

/** An entry of `author`, `license` or `licenses` as words: packages write them as texts, as objects and as lists. */
function wordsOf(entry) {
  if (Array.isArray(entry)) return entry.map(wordsOf).filter(Boolean).join(' OR ');
  if (typeof entry === 'object' && entry !== null) return entry.type ?? entry.name ?? '';
  return typeof entry === 'string' ? entry.trim() : '';
}

/**
 * What a package says of itself.
 *
 * @param folder the package's own
 * @returns licence and text are empty where the package has none, forbids to pass it on, or is not installed
 */
export function licenceOf(folder) {
  if (!existsSync(join(folder, 'package.json')))
    return { name: folder, version: 'is not installed', author: '', licence: '', text: '' };
  const { name, version, author, license, licenses } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const said = wordsOf(license) || wordsOf(licenses);
  const named = /^see licen[cs]e in (.+)$/i.exec(said)?.[1];
  const texts = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !codeName.test(entry.name))
    .filter((entry) => licenceName.test(entry.name) || entry.name === named)
    .map((entry) => readFileSync(join(folder, entry.name), 'utf8').replaceAll('\r\n', '\n').trim())
    .filter((text) => text !== '');
  // The word of package managers for what nobody may pass on.
  const isClosed = said === 'UNLICENSED';
  return {
    name,
    version,
    author: wordsOf(author),
    licence: isClosed ? '' : said,
    text: isClosed ? '' : texts.join('\n\n'),
  };
}

const line = '='.repeat(80);

function chapterOf({ name, version, author, licence, text }) {
  const head = `${line}\n${name} ${version}\nLicence: ${licence || 'the text below'}\n`;
  const without = `The package ships no text of its licence.${author === '' ? '' : ` Author: ${author}`}`;
  return `${head}\n${text || without}\n`;
}

/**
 * The licences of all packages that a built program holds, as one text.
 *
 * @param folders the packages' own
 * @throws SetupError names each package that may not be passed on because it has no licence
 */
export function thirdPartyLicences(folders) {
  const packages = folders.map((folder) => ({ folder, ...licenceOf(folder) }));
  const without = packages.filter(({ licence, text }) => licence === '' && text === '');
  if (without.length > 0) {
    const names = without.map(({ name, version, folder }) => `  ${name} ${version} (${folder})`).join('\n');
    throw new SetupError(`No licence, so it cannot be in a package:\n${names}\nReplace it, or leave it out.`);
  }
  return [
    'Xunjian contains these packages of others, each under its own licence. Electron and Chromium have files of',
    'their own: LICENSE.electron.txt and LICENSES.chromium.html.\n',
    ...packages.map(chapterOf),
  ].join('\n');
}
