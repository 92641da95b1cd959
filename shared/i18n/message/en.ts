import type { message as source } from './zh-CN';

export const message: Record<keyof typeof source, string> = {};
