// The sites that all browser tests share, built once into a folder, with the answers of the terminal to all queries.
//
//   sample      content/ of this repository
//   generated   1,000 invented post-mortems
//   hostile     a few whose texts try to be markup
//   empty       none at all, as on the first day
//   german      a few in another language, in a place below the root of their host
//
// Each has an internal and a public view.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { ask_all_natively } from './native.js';
import { run } from './processes.js';
import { read_queries } from './queries.js';

const repository = fileURLToPath(new URL('../../../', import.meta.url));

export const program = path.resolve(repository, process.env.DEBRIEF_PROGRAM ?? 'build/dev/generator/cli/debrief');
const folder = path.resolve(repository, process.env.DEBRIEF_BROWSER_SITES ?? 'build/browser');

export const views = ['internal', 'public'];

// {name, view, knowledge_base, output: what `debrief build` wrote, site: the site of the view}
export function site(name, view = 'internal') {
  const output = path.join(folder, name, 'site');
  return { name, view, knowledge_base: path.join(folder, name, 'kb'), output, site: path.join(output, view) };
}

export function queries_with_answers(name) {
  const answers = JSON.parse(fs.readFileSync(path.join(folder, name, 'answers.json'), 'utf8'));
  return read_queries(name).map((request, index) => ({ request, expected: answers[index] }));
}

export async function make_sites() {
  await make('sample', (knowledge_base) => fs.cpSync(path.join(repository, 'content'), knowledge_base, {
    recursive: true, filter: (source) => source !== path.join(repository, 'content/site'),
  }));
  await make('generated', (knowledge_base) => run('python3', [path.join(repository, 'tests/bench/make_corpus.py'), '1000',
    knowledge_base]));
  for (const name of ['hostile', 'empty', 'german']) {
    const source = fileURLToPath(new URL(`../${name}`, import.meta.url));
    await make(name, (knowledge_base) => fs.cpSync(source, knowledge_base, { recursive: true }));
  }
}

async function make(name, fill) {
  const { knowledge_base, output } = site(name);
  fs.rmSync(path.join(folder, name), { recursive: true, force: true });
  fs.mkdirSync(path.join(folder, name), { recursive: true });
  fill(knowledge_base);
  run(program, ['--root', knowledge_base, 'build', '--view', 'all', '--output', output]);
  if (!fs.existsSync(new URL(`../queries/${name}.json`, import.meta.url))) return;
  const answers = await ask_all_natively(program, knowledge_base, output, read_queries(name));
  fs.writeFileSync(path.join(folder, name, 'answers.json'), JSON.stringify(answers));
}
