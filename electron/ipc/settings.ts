import type { Handlers } from '../../shared/contract/define';
import { SettingsView, type settingsContract } from '../../shared/contract/settings';
import { askFirst } from './ask-to-move';
import type { Services } from './services';

export function settingsHandlers(services: Services): Handlers<typeof settingsContract> {
  const { settings, hostKeys, shell, ledger, clock } = services;
  return {
    'settings.get': () => SettingsView.parse(settings.get()),
    'settings.save': async (view) => {
      // FTP sends stored passwords in clear.
      if (view.allowFtp && !settings.get().allowFtp)
        await askFirst(services, { message: 'dialog.ftp', detail: 'dialog.ftp.detail' });
      const before = settings.get();
      const saved = settings.save({ ...before, ...view });
      if (before.startAtLogin !== saved.startAtLogin) shell.setStartAtLogin(saved.startAtLogin);
      services.changed();
      return SettingsView.parse(saved);
    },
    'settings.hostKeys': () => [...hostKeys.list()],
    'settings.forgetHostKey': ({ host, port }) => {
      hostKeys.forget(host, port);
      ledger.audit.add({ at: clock.now(), action: 'host key forgotten', detail: `${host}:${port}` });
    },
  };
}
