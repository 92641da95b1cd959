import * as z from 'zod';

/** Languages the product speaks; Chinese is the source. */
export const Locale = z.enum(['zh-CN', 'en']);
export type Locale = z.infer<typeof Locale>;

/** One text in every language. */
export const LocalText = z.object({ 'zh-CN': z.string(), en: z.string() });
export type LocalText = z.infer<typeof LocalText>;
