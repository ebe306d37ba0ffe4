// The sites that are photographed, built anew. Equal programs give equal sites.
//
//   sample   content/ of this repository, with its drafts
//   german   a few texts in German with long words, and a logo, colour, menu and footer of its own
//   large    3,000 invented post-mortems
//   empty    nothing but a title
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { run } from '../browser/support/processes.js';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const program = path.resolve(repository, process.env.DEBRIEF_PROGRAM ?? 'build/debrief');
// What is overdue, and what is lately, depends on it.
const today = '2026-11-21';
const folder = path.resolve(repository, process.env.DEBRIEF_SCREENSHOT_SITES ?? 'build/screenshot-sites');

// Of a site such as "sample-internal".
export function folder_of(site) {
  const [name, view] = site.split('-');
  return path.join(folder, name, view);
}

export function make_sites() {
  fs.rmSync(folder, { recursive: true, force: true });
  build('sample', path.join(repository, 'content'), '--drafts');
  build('german', fileURLToPath(new URL('german', import.meta.url)));

  const large = path.join(folder, 'large-kb');
  run('python3', [path.join(repository, 'tests/bench/make_corpus.py'), '3000', large]);
  build('large', large);

  const empty = path.join(folder, 'empty-kb');
  fs.mkdirSync(empty, { recursive: true });
  fs.writeFileSync(path.join(empty, 'debrief.yaml'), 'title: Our post-mortems\n');
  build('empty', empty);
}

function build(name, knowledge_base, ...options) {
  const output = path.join(folder, name);
  run(program, ['--root', knowledge_base, 'build', '--output', output, '--today', today, ...options]);
}
