import { app } from 'electron';
import { translate } from '../../shared/i18n/translate';
import { refusedSwitch } from './refused-switch';

// Imported before all else: nothing of the program is read or opened under a debugger.
const builtFor = process.env.XUNJIAN_DEBUGGABLE;
const isDebuggable = builtFor === undefined ? !app.isPackaged : builtFor === 'true';
const found = isDebuggable ? undefined : refusedSwitch(process.argv.slice(1), process.env);
if (found !== undefined) {
  const params = { switch: found };
  process.stderr.write(`${translate('zh-CN', 'app.refused', params)}\n${translate('en', 'app.refused', params)}\n`);
  // Not `app.exit`: it lets the start go on for a moment.
  process.exit(64);
}
