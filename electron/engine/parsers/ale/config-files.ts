import type { ConfigFiles } from '../../platforms/platform';
import { runningDirectoryOf } from './running-directory';

/**
 * Where the configuration file lies: in the directory that the switch booted from, `/flash/working` while that is not
 * known. A user directory is taken as printed.
 *
 * @param file `boot.cfg` on AOS 6, `vcboot.cfg` on AOS 5, 7 and 8
 */
export function configFilesIn(file: string): ConfigFiles {
  return (outputs) => {
    const answer = [...outputs].find(([command]) => /^\s*show\s+running-directory\s*$/i.test(command))?.[1];
    const printed = answer === undefined ? undefined : runningDirectoryOf(answer);
    if (printed === undefined || /^working$/i.test(printed)) return [`/flash/working/${file}`];
    if (/^certified$/i.test(printed)) return [`/flash/certified/${file}`];
    // A name with other characters is no directory of /flash.
    return /^[\w][\w.-]*$/.test(printed) ? [`/flash/${printed}/${file}`] : [];
  };
}
