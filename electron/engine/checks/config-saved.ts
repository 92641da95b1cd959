import { statusWord } from '../text/limits';
import { defineCheck } from './check';

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
      'zh-CN': '保存并认证配置（write memory flash-synchro），否则重启后丢失未保存的修改。',
      en: 'Save and certify the configuration (write memory flash-synchro), or a restart loses the changes.',
    },
  },
  judge: ({ status, values }) => {
    const directory = statusWord(values.runningDirectory);
    const certify = statusWord(values.certifyStatus);
    const saved = statusWord(values.synchronised);
    const flash = values.flashBetweenCmms === null ? 'SYNCHRONIZED' : statusWord(values.flashBetweenCmms);

    if (directory === 'CERTIFIED') return { level: 'fail', reason: 'status-bad', value: values.runningDirectory };
    if (flash === 'NOT SYNCHRONIZED') return { level: 'fail', reason: 'status-bad', value: values.flashBetweenCmms };
    if (saved === 'NOT SYNCHRONIZED') {
      return { level: 'warn', reason: 'status-attention', value: values.synchronised };
    }
    if (certify === 'CERTIFY NEEDED') {
      return { level: 'warn', reason: 'status-attention', value: values.certifyStatus };
    }
    if (/^SLAVE/.test(statusWord(status))) return { level: 'warn', reason: 'status-attention', value: status };
    if (certify !== 'CERTIFIED' || flash !== 'SYNCHRONIZED') {
      return { level: 'unknown', reason: 'not-understood', value: certify === 'CERTIFIED' ? flash : certify };
    }
    // A single AOS 6 says so: it has no word on whether memory is saved. Not green, and not a fault.
    if (saved === 'NOT AVAILABLE') return { level: 'n/a', reason: 'no-such-part', value: values.synchronised };
    return saved === 'SYNCHRONIZED'
      ? { level: 'pass', reason: 'status-good', value: values.synchronised }
      : { level: 'unknown', reason: 'not-understood', value: values.synchronised };
  },
});
