import type { appContract } from '../../shared/contract/app';
import type { Handlers } from '../../shared/contract/define';
import { deviceTypes } from '../engine/judge/platform-lookup';
import { channels, checks, formats, platforms } from '../engine/registries.generated';
import type { Services } from './services';

export function appHandlers(services: Services): Handlers<typeof appContract> {
  const { settings, inventory, ledger, info } = services;
  return {
    'app.info': () => ({
      ...info,
      locale: settings.get().locale,
      theme: settings.get().theme,
      isFirstStart: inventory.list().length === 0 && ledger.runs.list(1).length === 0,
      notices: info.notices(),
      state: services.state(),
    }),
    'app.catalogue': () => ({
      deviceTypes: [...deviceTypes()],
      platforms: platforms.map(({ id, labels }) => ({ id, labels })),
      checks: checks.map(({ id, labels }) => ({ id, labels })),
      formats: formats.map(({ id, labels }) => ({ id, labels })),
      channels: channels.map(({ id, labels, note, fields, mirrorsNotice }) => ({
        id,
        labels,
        note,
        fields: [...fields],
        mirrorsNotice,
      })),
    }),
    'app.startDemo': async () => ({ devices: await services.startDemo() }),
    'app.openDataFolder': () => services.shell.open(info.dataFolder),
  };
}
