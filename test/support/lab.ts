import type { DeviceSpec, Fleet, FleetOptions } from '../../electron/lab/device-spec';
import { startFleet } from '../../electron/lab/fleet';

/** Runs a test against simulated devices and closes them afterwards, whatever the test did. */
export async function withFleet<T>(
  specs: readonly DeviceSpec[],
  act: (fleet: Fleet) => Promise<T>,
  options?: FleetOptions,
): Promise<T> {
  const fleet = await startFleet(specs, options);
  try {
    return await act(fleet);
  } finally {
    await fleet.close();
  }
}
