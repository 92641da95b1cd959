import type { Bastion } from '../../../../shared/model/bastion';
import { bastionScript } from '../../../../shared/model/bastion-presets';
import type { Target } from '../../../../electron/engine/session/session';
import { startBastion, type BastionSpec, type LabBastion } from '../../../../electron/lab/bastion/bastion';
import type { DeviceSpec, Fleet, LabDevice } from '../../../../electron/lab/device-spec';
import { withFleet } from '../../../support/lab';

/** Addresses under which the bastion of a test knows its devices: 192.0.2.11 and on. */
function addressOf(index: number): string {
  return `192.0.2.${11 + index}`;
}

type Room = {
  readonly fleet: Fleet;
  readonly bastion: LabBastion;
  readonly targetOf: (name: string, how: Bastion) => Target;
};

/** Devices behind a bastion, for one test. */
export function withBastion<T>(
  specs: readonly DeviceSpec[],
  spec: Omit<BastionSpec, 'assets'> & { readonly extraAccounts?: boolean },
  act: (room: Room) => Promise<T>,
): Promise<T> {
  return withFleet(specs, async (fleet) => {
    const assetOf = ({ name, host, port, protocol, username, password }: LabDevice, index: number) => {
      const other = { username: 'guest', password: 'never' };
      const accounts = [...(spec.extraAccounts === true ? [other] : []), { username, password }];
      return { name, address: addressOf(index), host, port, protocol, accounts };
    };
    const bastion = await startBastion({ ...spec, assets: fleet.devices.map(assetOf) });
    const targetOf = (name: string, how: Bastion): Target => {
      const device = fleet.device(name);
      const { protocol, username, password } = device;
      const host = addressOf(fleet.devices.indexOf(device));
      const script = bastionScript(how, protocol);
      const jump = { ...placeOf(bastion), script };
      const port = protocol === 'ssh' ? 22 : 23;
      return { host, port, protocol, username, password, enableSecret: undefined, jump };
    };
    try {
      return await act({ fleet, bastion, targetOf });
    } finally {
      await bastion.close();
    }
  });
}

function placeOf({ host, port, username, password }: LabBastion): Target {
  return { host, port, username, password, protocol: 'ssh', enableSecret: undefined };
}
