import type { findings as source } from './zh-CN';

export const findings: Record<keyof typeof source, string> = {};
