import type { report as source } from './zh-CN';

export const report: Record<keyof typeof source, string> = {};
