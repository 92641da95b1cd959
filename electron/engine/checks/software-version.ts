import { defineCheck } from './check';

/** All packages of the directory are of one release. */
export const softwareVersion = defineCheck({
  id: 'software-version',
  labels: { 'zh-CN': '软件版本', en: 'Software version' },
  needs: 'software',
  advice: {
    'status-attention': {
      'zh-CN': '同一目录中的软件包版本不一致，重启后可能无法正常加载；请重新上传整套软件包。',
      en: 'The packages of one directory are of different releases and may not load; upload the whole set again.',
    },
  },
  judge: ({ values: { release } }, { siblings }) => {
    const said = { value: release };
    if (release === null) return { level: 'unknown', reason: 'no-number', ...said };
    const isMixed = siblings.some((each) => 'release' in each.values && each.values.release !== release);
    return isMixed
      ? { level: 'warn', reason: 'status-attention', ...said }
      : { level: 'pass', reason: 'status-good', ...said };
  },
});
