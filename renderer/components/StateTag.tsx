import {
  CheckOutlined,
  ClockCircleOutlined,
  CloseOutlined,
  DisconnectOutlined,
  PauseOutlined,
  QuestionOutlined,
  SyncOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { OutboxState } from '../../shared/model/channel';
import type { RunState } from '../../shared/model/run';
import { useT } from '../i18n';
import styles from './StateTag.module.css';

type Tone = 'quiet' | 'active' | 'pass' | 'warn' | 'fail';
type Look = { readonly tone: Tone; readonly icon: ReactNode };

const outboxLooks: Readonly<Record<OutboxState, Look>> = {
  queued: { tone: 'quiet', icon: <ClockCircleOutlined /> },
  sending: { tone: 'active', icon: <SyncOutlined spin /> },
  accepted: { tone: 'pass', icon: <CheckOutlined /> },
  partial: { tone: 'warn', icon: <CheckOutlined /> },
  refused: { tone: 'fail', icon: <CloseOutlined /> },
  uncertain: { tone: 'warn', icon: <QuestionOutlined /> },
};

const runLooks: Readonly<Record<RunState, Look>> = {
  running: { tone: 'active', icon: <SyncOutlined spin /> },
  finished: { tone: 'quiet', icon: <CheckOutlined /> },
  cancelled: { tone: 'warn', icon: <PauseOutlined /> },
  'cut-off': { tone: 'fail', icon: <DisconnectOutlined /> },
};

/** State of a message in the outbox: icon, colour and word. */
export function OutboxTag({ state }: { readonly state: OutboxState }) {
  const t = useT();
  return <Tag look={outboxLooks[state]} word={t(`outbox.${state}`)} />;
}

/** State of a run: icon, colour and word. */
export function RunTag({ state }: { readonly state: RunState }) {
  const t = useT();
  return <Tag look={runLooks[state]} word={t(`runstate.${state}`)} />;
}

function Tag({ look, word }: { readonly look: Look; readonly word: string }) {
  return (
    <span className={`${styles.tag} ${styles[look.tone]}`}>
      <span aria-hidden="true">{look.icon}</span>
      {word}
    </span>
  );
}
