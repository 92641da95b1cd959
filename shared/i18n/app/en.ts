import type { app as source } from './zh-CN';

export const app: Record<keyof typeof source, string> = {};
