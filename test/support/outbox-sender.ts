import { writeSync } from 'node:fs';
import { createOutbox } from '../../electron/engine/delivery/outbox';
import { channels } from '../../electron/engine/registries.generated';
import { openLedger } from '../../electron/engine/store/ledger/open-ledger';
import { systemClock } from '../../electron/node-clock';
import { nodeHttp } from '../../electron/node-http';
import { nodeMail } from '../../electron/node-mail';
import { ChannelConfig } from '../../shared/model/channel';
import { sampleMessage } from './channel-messages';
import * as z from 'zod';

/** A process that queues one message and sends it until it is killed: ledger, then the channels as JSON. */
const { ledger } = openLedger(process.argv[2] ?? '');
const configs = z.array(ChannelConfig).parse(JSON.parse(process.argv[3] ?? '[]'));
const random = { bytes: (count: number) => new Uint8Array(count), id: () => 'a', fraction: () => 0.5 };
const silent = () => undefined;
const outbox = createOutbox({
  ledger,
  channels,
  configs: () => configs,
  secrets: { read: () => 'AT_any-secret' },
  world: { http: nodeHttp, mail: nodeMail, clock: systemClock, random, tokens: new Map() },
  clock: systemClock,
  log: { debug: silent, info: silent, warn: silent, error: silent },
  locale: () => 'zh-CN',
  redact: (text) => text,
  clean: (value) => value,
  onChange: ({ id, state }) => writeSync(1, `${id} ${state}\n`),
});
outbox.start();
outbox.enqueue(sampleMessage());
