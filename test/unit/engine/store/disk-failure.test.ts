import { expect, test } from 'vitest';
import { diskFailure } from '../../../../electron/engine/store/disk-failure';
import { AppError } from '../../../../shared/errors';

const systemError = (code: string) => Object.assign(new Error(code), { code });
const sqliteError = (errcode: number) => Object.assign(new Error('SQLite'), { errcode });

test.each([
  ['disk.full', systemError('ENOSPC')],
  ['disk.full', systemError('EDQUOT')],
  ['disk.full', systemError('EFBIG')],
  ['disk.full', sqliteError(13)],
  ['disk.denied', systemError('EACCES')],
  ['disk.denied', systemError('EROFS')],
  ['disk.denied', sqliteError(8)],
  // 1032 is SQLITE_READONLY_DBMOVED: the low byte counts.
  ['disk.denied', sqliteError(1032)],
  ['disk.blocked', systemError('EISDIR')],
  ['disk.blocked', systemError('ENOTDIR')],
  ['disk.blocked', systemError('ELOOP')],
  ['disk.failed', systemError('EIO')],
  ['disk.failed', sqliteError(10)],
] as const)('%s is told for %s', (code, cause) => {
  expect(diskFailure('/data/report.docx', cause)).toMatchObject({
    code,
    params: { file: '/data/report.docx' },
    cause,
  });
});

test('any other failure stays as it is', () => {
  const failures = [systemError('ENOENT'), sqliteError(11), new AppError('vault.locked'), 'text'];

  expect(failures.map((cause) => diskFailure('/data/x', cause))).toEqual(failures);
});
