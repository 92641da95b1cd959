import type { Notification } from 'electron';
import type { DesktopNotice, Log } from '../engine/ports';

export type NoticeOptions = {
  readonly create: (options: { title: string; body: string; icon: string }) => Notification;
  readonly isSupported: () => boolean;
  readonly icon: string;
  readonly log: Log;
  readonly onClick: () => void;
};

/** Native notifications. Kept until they are closed: a collected object never tells of its click. */
export function desktopNotices(options: NoticeOptions): DesktopNotice {
  const shown = new Set<Notification>();
  return ({ title, body }) => {
    if (!options.isSupported()) {
      options.log.warn('this desktop shows no notifications');
      return;
    }
    const notification = options.create({ title, body, icon: options.icon });
    shown.add(notification);
    notification.on('click', options.onClick);
    notification.on('close', () => shown.delete(notification));
    notification.on('show', () => options.log.info('notification shown', { title }));
    notification.on('failed', (_event, error) => options.log.warn('notification failed', { error }));
    notification.show();
  };
}
