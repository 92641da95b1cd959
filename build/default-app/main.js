// Makes a bare Electron runtime behave like the `electron` command: electron [switches] [-r module] <app folder> [args].
const { app } = require('electron');
const Module = require('node:module');
const path = require('node:path');

const words = process.argv.slice(1);
const preloads = [];
let target;
while (words.length > 0 && target === undefined) {
  const word = words.shift();
  if (word === '-r' || word === '--require') preloads.push(words.shift());
  else if (!word.startsWith('-')) target = path.resolve(word);
}
if (target === undefined) {
  console.error('no application given');
  app.exit(64);
} else {
  process.defaultApp = true;
  for (const preload of preloads) Module._load(preload, Module, true);
  const manifest = require(path.join(target, 'package.json'));
  if (manifest.version) app.setVersion(manifest.version);
  app.name = manifest.productName || manifest.name;
  if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', path.join(app.getPath('appData'), app.name));
  app.setAppPath(target);
  Module._load(Module._resolveFilename(target, Module), Module, true);
}
