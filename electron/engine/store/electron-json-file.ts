import { withoutByteOrderMark } from '../text/byte-order-mark';
import { onDisk } from './disk-failure';
import { jsonPath, type OpenJsonFile } from './json-file';

/**
 * The file of the app: electron-store. It is loaded here and not on import, since loading it asks for `electron`,
 * which plain Node does not have.
 */
export async function loadElectronJsonFile(): Promise<OpenJsonFile> {
  const { default: Store } = await import('electron-store');
  return (folder, name) => {
    const path = jsonPath(folder, name);
    const store = new Store<Record<string, unknown>>({
      cwd: folder,
      name,
      configFileMode: 0o600,
      deserialize: (text) => JSON.parse(withoutByteOrderMark(text)) as Record<string, unknown>,
    });
    return {
      path,
      write: (value) =>
        onDisk(path, () => {
          store.store = { ...value };
        }),
    };
  };
}
