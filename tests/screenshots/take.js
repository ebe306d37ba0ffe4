// take.js [FOLDER]: builds the sites, takes every page of kinds.js in all variants, and makes the page that shows them.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { launch, open_page } from '../browser/support/browsers.js';
import { StaticServer } from '../browser/support/static_server.js';
import { prepare, screens, take } from './camera.js';
import { contact_sheet } from './contact_sheet.js';
import { kinds } from './kinds.js';
import { folder_of, make_sites } from './sites.js';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const folder = process.argv[2] ? path.resolve(process.argv[2]) : path.join(repository, 'build/screenshots');

async function take_site(launched, site) {
  const server = await new StaticServer(folder_of(site)).start();
  const shots = kinds[site].map(([kind, address, options = {}]) => ({ site, kind, address, options, files: {}, notes: [] }));
  const work = async (screen, todo) => {
    const view = await open_page(launched, server.url);
    await prepare(view.page, screen);
    for (let shot = todo.shift(); shot; shot = todo.shift()) {
      const taken = await take(view, server.url + shot.address, `${site}-${shot.kind}`, screen, shot.options, folder);
      Object.assign(shot.files, taken.files);
      shot.notes.push(...taken.notes);
    }
    await view.close();
  };
  const workers = Math.max(1, os.cpus().length >> 1);
  await Promise.all(Object.keys(screens).flatMap((screen) => {
    const todo = [...shots];
    return Array.from({ length: workers }, () => work(screen, todo));
  }));
  await server.stop();
  return shots;
}

// Nothing else than pictures of earlier times is removed from a folder that somebody names.
fs.mkdirSync(folder, { recursive: true });
for (const file of fs.readdirSync(folder)) {
  if (Object.keys(kinds).some((site) => file.startsWith(`${site}-`))) fs.rmSync(path.join(folder, file));
}

process.stderr.write('building the sites…\n');
make_sites();
const launched = await launch('chromium');
const shots = [];
for (const site of Object.keys(kinds)) {
  process.stderr.write(`${site}…\n`);
  shots.push(...await take_site(launched, site));
}
await launched.close();
fs.writeFileSync(path.join(folder, 'index.html'), contact_sheet(shots));

for (const { site, kind, notes } of shots) for (const note of notes) console.log(`${site}-${kind}: ${note}`);
const count = shots.reduce((sum, { files }) => sum + Object.values(files).flat().length, 0);
console.log(`${count} pictures; look at ${path.join(folder, 'index.html')}`);
