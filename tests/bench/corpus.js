// What all measurements share: where things are, and knowledge bases of invented post-mortems.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { run } from '../browser/support/processes.js';

export const here = fileURLToPath(new URL('.', import.meta.url));
export const repository = path.resolve(here, '../..');
export const program = path.resolve(repository, process.env.DEBRIEF_PROGRAM ?? 'build/debrief');

const folder = path.resolve(repository, process.env.DEBRIEF_BENCH ?? 'build/bench');

export const place_of = (name) => path.join(folder, String(name));

// Made once: the same number gives the same bytes.
export function make_knowledge_base(count) {
  const knowledge_base = path.join(place_of(count), 'kb');
  if (!fs.existsSync(knowledge_base)) {
    run('python3', [path.join(here, 'make_corpus.py'), String(count), `${knowledge_base}.new`]);
    fs.renameSync(`${knowledge_base}.new`, knowledge_base);
  }
  return knowledge_base;
}
