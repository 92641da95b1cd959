import { defineCheck } from './check';

/** Accounts of the device against those of the last run. A first run has nothing to compare with and no finding. */
export const userChanged = defineCheck({
  id: 'user-changed',
  labels: { 'zh-CN': '用户变更', en: 'Users changed' },
  needs: 'user',
  isComparison: true,
  advice: {
    appeared: {
      'zh-CN': '确认新增账号由谁创建、是否经过审批；不明账号请立即停用。',
      en: 'Find out who made the account and whether it was approved; disable an account nobody knows.',
    },
    gone: {
      'zh-CN': '确认该账号的删除是否经过审批。',
      en: 'Confirm that the removal of the account was approved.',
    },
  },
  gone: (was) => ({ level: 'warn', reason: 'gone', value: was.subject }),
  judge: ({ subject }, { previous, previousSiblings }) => {
    if (previousSiblings.length === 0) return undefined;
    return previous.length > 0
      ? { level: 'pass', reason: 'unchanged', value: subject }
      : { level: 'warn', reason: 'appeared', value: subject };
  },
});
