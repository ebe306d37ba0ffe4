// The site that Hugo makes of a generated knowledge base, with the layouts in hugo/.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

import { run } from '../browser/support/processes.js';
import { here } from './corpus.js';

// The version, or nothing.
export function hugo_version() {
  const asked = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  return asked.status === 0 ? /v[\d.]+/.exec(asked.stdout)?.[0] ?? '' : '';
}

// Returns the folder of the site.
export function make_hugo_site(knowledge_base, place) {
  fs.rmSync(place, { recursive: true, force: true });
  fs.cpSync(path.join(here, 'hugo'), place, { recursive: true });
  const incidents = path.join(knowledge_base, 'incidents');
  for (const file of fs.readdirSync(incidents, { recursive: true }).filter((name) => name.endsWith('.md'))) {
    const content = path.join(place, 'content/incidents', path.basename(file));
    fs.mkdirSync(path.dirname(content), { recursive: true });
    fs.writeFileSync(content, for_hugo(fs.readFileSync(path.join(incidents, file), 'utf8')));
  }
  run('hugo', ['--quiet', '--source', place, '--destination', 'site']);
  return path.join(place, 'site');
}

// Front matter as Hugo wants it, and the text without our marks: an internal site shows what they enclose.
function for_hugo(text) {
  const started = /^started: (.*)$/m.exec(text)[1];
  return text.replace(/^severity: (.*)$/m, 'severities: [$1]').replace('---\n', `---\ndate: ${started}\n`)
    .replace(/<!-- \/?internal.*?-->/g, '');
}
