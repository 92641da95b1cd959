import type { ReceivedMessage } from './received';
import { startSmtp, type SmtpOptions, type SmtpSink } from './smtp';
import { startWecom, type WecomOptions, type WecomSink } from './wecom';
import { startWxPusher, type WxPusherOptions, type WxPusherSink } from './wxpusher';

export type Sinks = {
  readonly smtp: SmtpSink;
  readonly wxpusher: WxPusherSink;
  readonly wecom: WecomSink;
  /** Everything that arrived anywhere, oldest first. */
  received(): readonly ReceivedMessage[];
  close(): Promise<void>;
};

export type SinksOptions = {
  readonly smtp?: SmtpOptions;
  readonly wxpusher?: WxPusherOptions;
  readonly wecom?: WecomOptions;
};

/** Starts a mail server and stand-ins for WxPusher and WeCom on loopback, on free ports where none is given. */
export async function startSinks(options: SinksOptions = {}): Promise<Sinks> {
  const smtp = await startSmtp(options.smtp);
  const wxpusher = await startWxPusher(options.wxpusher);
  const wecom = await startWecom(options.wecom);
  return {
    smtp,
    wxpusher,
    wecom,
    received: () => [...smtp.received, ...wxpusher.received, ...wecom.received].toSorted((a, b) => a.at - b.at),
    close: async () => {
      await Promise.all([smtp.close(), wxpusher.close(), wecom.close()]);
    },
  };
}
