import { expect, test } from 'vitest';
import { missingMembers } from '../../../../electron/engine/judge/missing-members';
import type { MemberRole, Reading, ReadingKind } from '../../../../shared/model/reading';

const reading = (kind: ReadingKind, subject: string, role: MemberRole | null = null): Reading => ({
  ...{ kind, subject, values: {}, status: 'a word', state: 'good', role },
  ...{ command: `show ${kind}`, line: '' },
});
const missingIn = (readings: readonly Reading[]) =>
  missingMembers(readings).map(({ check, subject, level }) => [check, subject, level]);

test('a member without a row in a table of the others is 判不了, whatever the vendor calls it', () => {
  const members = [reading('chassis', '1', 'active'), reading('chassis', '2', 'standby')];

  expect(missingIn([...members, reading('fan', '1/1')])).toEqual([['fan', '2', 'unknown']]);
  expect(missingIn([...members, reading('fan', '1/1'), reading('fan', '2/1')])).toEqual([]);
});

test('a member that is not at work has no parts to be missed', () => {
  const off = { ...reading('chassis', '2', 'member'), state: 'attention' as const };

  expect(missingIn([reading('chassis', '1', 'active'), off, reading('fan', '1/1')])).toEqual([]);
});

test('a numbered part that is no member is missed where another table has it', () => {
  const cards = [reading('chassis', '1'), reading('chassis', '2')];
  const heat = [reading('temperature', '1/CPU'), reading('temperature', '2/CPU')];

  expect(missingIn([...cards, ...heat, reading('power', '1/A')])).toEqual([['power-supply', '2', 'unknown']]);
  expect(missingIn([...cards, reading('power', '1/A')])).toEqual([]);
});

test('a table that names only a member out of work still misses the others', () => {
  const off = { ...reading('chassis', '2', 'member'), state: 'bad' as const };

  expect(missingIn([reading('chassis', '1', 'active'), off, reading('fan', '2/1')])).toEqual([['fan', '1', 'unknown']]);
});

test('parts with numbers of their own are no members', () => {
  const boards = [reading('chassis', '0', 'active'), reading('chassis', '1', 'standby')];

  expect(missingIn([...boards, reading('fan', '1'), reading('fan', '2')])).toEqual([]);
});

test('a table that numbers its parts in another way names no member', () => {
  const members = [reading('chassis', '1', 'active'), reading('chassis', '2', 'standby')];

  expect(missingIn([...members, reading('fan', 'FAN1'), reading('power', 'PWR2')])).toEqual([]);
});
