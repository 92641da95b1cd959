/** A message as it reached a service, in one form for all of them. */
export type ReceivedMessage = {
  readonly service: 'smtp' | 'wxpusher' | 'wecom';
  /** Epoch milliseconds. */
  readonly at: number;
  readonly to: readonly string[];
  /** Subject of a mail, summary of WxPusher, first line in WeCom. */
  readonly title: string;
  /** The text of a mail, the content of a push. */
  readonly body: string;
  readonly attachments: readonly { readonly name: string; readonly bytes: number }[];
};
