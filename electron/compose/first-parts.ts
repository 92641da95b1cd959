// What an entry needs before it can compose: the log blanks secrets, the stores sit on files.
export { loadElectronJsonFile } from '../engine/store/electron-json-file';
export { createFilter } from '../engine/text/filter';
export { createRedactor } from '../engine/text/redact';
