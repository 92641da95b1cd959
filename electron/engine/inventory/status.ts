import { isSkipMark, tidy } from './cells';

const offWords = [
  '停用',
  '禁用',
  '跳过',
  '不启用',
  '否',
  'disabled',
  'disable',
  'skip',
  'skipped',
  'off',
  'no',
  'false',
  '0',
  'n',
];
const onWords = ['', '启用', '正常', '是', 'enabled', 'enable', 'on', 'yes', 'true', '1', 'y'];

/** True when a status cell takes its row out. */
export function isSwitchedOff(text: string): boolean {
  return isSkipMark(text) || offWords.includes(tidy(text).toLowerCase());
}

/** True when a status cell says something that we know. */
export function isKnownStatus(text: string): boolean {
  return isSwitchedOff(text) || onWords.includes(tidy(text).toLowerCase());
}
