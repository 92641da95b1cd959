import type { ReadingOf } from '../../../shared/model/reading';
import { statusWord } from '../text/limits';
import { defineCheck, type Judgement } from './check';

type State = ReadingOf<'config-state'>['values'];

function judgeDirectory(directory: string | null, runningCmm: string | null): Judgement {
  if (statusWord(directory) === 'CERTIFIED') return { level: 'fail', reason: 'status-bad', value: directory };
  // Not the master of the virtual chassis: the files here may be old.
  if (/^SLAVE/.test(statusWord(runningCmm))) return { level: 'warn', reason: 'status-attention', value: runningCmm };
  return { level: 'pass', reason: 'status-good', value: directory };
}

function judgeWord(
  word: string | null,
  good: string,
  bad: string,
  worst: { readonly level: 'fail' | 'warn'; readonly reason: 'status-bad' | 'status-attention' },
): Judgement {
  if (statusWord(word) === good) return { level: 'pass', reason: 'status-good', value: word };
  if (statusWord(word) === bad) return { ...worst, value: word };
  // AOS 6 with one CMM says so: it has no word on it. Not green, and not a fault.
  if (statusWord(word) === 'NOT AVAILABLE') return { level: 'n/a', reason: 'no-such-part', value: word };
  return { level: 'unknown', reason: 'not-understood', value: word };
}

/** Each line of the answer has its own words; whole fields are compared, since they contain each other. */
function judgeLine(label: string, runningCmm: string | null, values: State): Judgement {
  const attention = { level: 'warn', reason: 'status-attention' } as const;
  switch (label) {
    case 'Running configuration':
      return judgeDirectory(values.runningDirectory, runningCmm);
    case 'Certify/Restore Status':
      return judgeWord(values.certifyStatus, 'CERTIFIED', 'CERTIFY NEEDED', attention);
    case 'Flash Between CMMs': {
      const broken = { level: 'fail', reason: 'status-bad' } as const;
      return judgeWord(values.flashBetweenCmms, 'SYNCHRONIZED', 'NOT SYNCHRONIZED', broken);
    }
    default:
      return judgeWord(values.synchronised, 'SYNCHRONIZED', 'NOT SYNCHRONIZED', attention);
  }
}

/** The configuration is saved, certified and equal on all members; the switch does not run from the certified copy. */
export const configSaved = defineCheck({
  id: 'config-saved',
  labels: { 'zh-CN': '配置保存状态', en: 'Configuration saved' },
  needs: 'config-state',
  advice: {
    'status-bad': {
      'zh-CN':
        '从 CERTIFIED 目录运行时不能保存配置，主备 Flash 不一致时倒换会丢配置；请在维护窗口同步并从工作目录重启。',
      en: 'Nothing can be saved while running from the certified directory, and unequal flash loses changes at a takeover; synchronise and restart from the working directory in a maintenance window.',
    },
    'status-attention': {
      'zh-CN': '当前运行的配置尚未完全保存，设备重启会丢失修改；确认修改无误后保存配置，并核对下次启动使用的配置。',
      en: 'What runs is not fully saved, and a restart loses the changes. Check them, save the configuration, and look at what the next start uses.',
    },
  },
  saveAdvice: ['status-attention'],
  judge: ({ subject, status, values }) => judgeLine(subject, status, values),
});
