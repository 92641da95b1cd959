import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { answerLines } from '../../text/answer-lines';
import { savedReading, serviceReading, userReading, weakPorts } from '../service-readings';
import { answerOf, unreadable } from '../values';
import { configSection, type Edit } from './config-section';

const accessLine = /^set allowaccess (\S.*)$/;

/** `show system interface`: whether any interface lets administrators in by telnet or by the plain web. */
export function parseInterfaceAccess(text: string): Parsed {
  const section = configSection(text, 'system interface');
  if (section.kind === 'unreadable') return section;
  if (section.edits.length === 0) return unreadable('no-row', section.title);
  const grants = section.edits.flatMap(({ settings }) => settings.filter((line) => accessLine.test(line)));
  const readings = (['telnet', 'http'] as const).map((name) => {
    const granting = grants.find((line) => accessLine.exec(line)?.[1]?.split(/\s+/).includes(name) === true);
    return serviceReading(name, weakPorts[name], granting !== undefined, granting ?? grants[0] ?? section.title);
  });
  return answerOf(readings, section.title);
}

const isOff = (edit: Edit, setting: string): boolean => edit.settings.includes(`set ${setting} disable`);

/** `show system snmp community`: communities that answer to version 1 or 2c. Their names are as good as passwords. */
export function parseCommunities(text: string): Parsed {
  const section = configSection(text, 'system snmp community');
  if (section.kind === 'unreadable') return section;
  const readings = (['v1', 'v2c'] as const).map((version): AnyReading => {
    const open = section.edits.find((edit) => !isOff(edit, 'status') && !isOff(edit, `query-${version}-status`));
    return serviceReading(`snmp-${version}`, 161, open !== undefined, open?.line ?? section.title);
  });
  return answerOf(readings, section.title);
}

/** `show system admin`: the local administrators. */
export function parseAdministrators(text: string): Parsed {
  const section = configSection(text, 'system admin');
  if (section.kind === 'unreadable') return section;
  return answerOf(
    section.edits.map(({ name, line }) => userReading(name, line)),
    section.title,
  );
}

const savingLine = /^\s*cfg-save\s*:\s*(\S+)\s*$/i;

/** `get system global | grep cfg-save`: whether every change is saved at once. */
export function parseSaving(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const line = answer.lines.find((each) => savingLine.test(each));
  const word = savingLine.exec(line ?? '')?.[1];
  if (line === undefined || word === undefined) return unreadable('not-understood', answer.lines[0]);
  // Saved by hand, or taken back at a restart: what runs may be lost, and nothing printed tells whether it would.
  const state = /^automatic$/i.test(word) ? 'SYNCHRONIZED' : word;
  return answerOf([savedReading('cfg-save', state, line)], line);
}
