import type { Handlers } from '../../shared/contract/define';
import type { runsContract } from '../../shared/contract/runs';
import { AppError } from '../../shared/errors';
import type { Services } from './services';

export function runsHandlers(services: Services): Handlers<typeof runsContract> {
  return {
    'runs.start': ({ deviceIds }) => ({ runId: services.startRun('manual', deviceIds).id }),
    'runs.cancel': ({ runId }) => services.runner.cancel(runId),
    'runs.snapshot': ({ runId }) => services.live.snapshot(runId),
    'runs.list': ({ limit }) => [...services.ledger.runs.list(limit)],
    'runs.device': async ({ runId, deviceId }) => {
      const device = await services.deviceReport(runId, deviceId);
      if (device === undefined) throw new AppError('device.not-found');
      return device;
    },
  };
}
