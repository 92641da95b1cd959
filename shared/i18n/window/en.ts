import type { window as source } from './zh-CN';

export const window: Record<keyof typeof source, string> = {};
