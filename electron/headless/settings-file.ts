import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { withoutByteOrderMark } from '../engine/text/byte-order-mark';
import { AppError } from '../../shared/errors';
import type { SecretRef } from '../../shared/model/ids';
import { Settings, defaultSettings } from '../../shared/model/settings';

const EnvSecret = z.object({ env: z.string().min(1) });
const ChannelDraft = z.looseObject({ kind: z.string(), secrets: z.record(z.string(), EnvSecret).default({}) });
const SettingsDraft = z.looseObject({ channels: z.array(ChannelDraft).default([]) });

/**
 * Reads settings for the command line: the app's own schema, every field optional, and each secret as
 * `{"env": "NAME"}`, so that no secret stands in a file or on the command line.
 *
 * @param keep puts a secret's text where the engine reads it
 * @throws AppError `args.invalid` naming what is wrong
 */
export function readSettingsFile(
  path: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
  keep: (text: string) => SecretRef,
): Settings {
  if (path === undefined) return defaultSettings();
  const { channels, ...rest } = checked(SettingsDraft, parseJson(path), path);
  const withRefs = channels.map(({ secrets, ...channel }, index) => ({
    id: `${channel.kind}-${index + 1}`,
    name: channel.kind,
    options: {},
    ...channel,
    secrets: Object.fromEntries(
      Object.entries(secrets).map(([field, { env: name }]) => {
        const text = env[name];
        if (text === undefined || text === '') {
          throw new AppError('args.invalid', { detail: `${path}: environment variable ${name} is not set` });
        }
        return [field, keep(text)];
      }),
    ),
  }));
  // A file of the app may be of any version; one that is written by hand has none.
  const { version = 1 } = rest;
  return checked(Settings, { ...rest, version: version === 1 ? 2 : version, channels: withRefs }, path);
}

function parseJson(path: string): unknown {
  try {
    return JSON.parse(withoutByteOrderMark(readFileSync(path, 'utf8')));
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : '';
    throw new AppError('args.invalid', { detail: `${path}: ${detail}` }, { cause });
  }
}

function checked<S extends z.ZodType>(schema: S, value: unknown, path: string): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const detail = parsed.error.issues.map((issue) => `${issue.path.map(String).join('.')}: ${issue.message}`).join('; ');
  throw new AppError('args.invalid', { detail: `${path}: ${detail}` });
}
