import type { Message } from '../../shared/model/channel';
import { RunId } from '../../shared/model/ids';

/** A message as a run makes it. */
export function sampleMessage(change: Partial<Message> = {}): Message {
  const notice = '4 台：正常 1 · 注意 1 · 异常 1 · 判不了 1。SW-AGG-01：风扇 2 停转';
  return {
    id: 'run-20261122-090300-k3f9',
    runId: RunId.parse('20261122-090300-k3f9'),
    title: '【异常】网络巡检 11-22 09:03',
    notice,
    text: `${notice}\n\n【异常】SW-AGG-01 192.0.2.3\n- 风扇 2 停转\n`,
    markdown: `${notice}\n\n**SW-AGG-01**\n> 风扇 2 停转`,
    html: `<div><p>${notice}</p><table><tr><td>风扇 2</td></tr></table></div>`,
    attachments: [],
    ...change,
  };
}
