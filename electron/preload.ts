import { contextBridge, ipcRenderer } from 'electron';
import { contract, type WindowApi } from '../shared/contract/index';

// The names are the contract's and no others: the window cannot reach any other channel of main.
const names = new Map(Object.entries(contract).map(([name, { kind }]) => [name, kind]));

const api: WindowApi = {
  call(name, input) {
    if (names.get(name) !== 'call') return Promise.reject(new Error(`no such call: ${name}`));
    return ipcRenderer.invoke('xunjian:call', name, input);
  },
  on(name, listener) {
    if (names.get(name) !== 'push') throw new Error(`no such push: ${name}`);
    const receive = (_event: unknown, pushed: unknown, payload: unknown) => {
      if (pushed === name) listener(payload);
    };
    ipcRenderer.on('xunjian:push', receive);
    return () => ipcRenderer.off('xunjian:push', receive);
  },
};

contextBridge.exposeInMainWorld('api', api);
