// Written by `npm run generate`. Do not edit.
import type { Platform } from './platforms/platform';
import type { Check } from './checks/check';
import { email } from './channels/email';
import { wecomApp } from './channels/wecom-app';
import { wxpusher } from './channels/wxpusher';
import type { Channel } from './channels/channel';
import { docx } from './reports/docx';
import { json } from './reports/json';
import type { Format } from './reports/format';

export const platforms: readonly Platform[] = [];
export const checks: readonly Check[] = [];
export const channels: readonly Channel[] = [email as Channel, wecomApp as Channel, wxpusher as Channel];
export const formats: readonly Format[] = [docx as Format, json as Format];
