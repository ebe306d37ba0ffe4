// search.js [N...]: what the search of a site costs its readers, beside Pagefind over the same pages.
//
// Bytes are those that a host sends: brotli for what hosts compress, as it is for the rest. Round trips are requests in
// sequence. Both are counted by a server that speaks HTTP/2, as hosts do, and answers each request 50 ms late, so that
// requests side by side are told from those that wait for one another.
//
//   open           the engine and what it needs before it knows the query
//   first query    all told: open, a query, ten results with their snippets
//   next query     the same page, other words; median
//   phrase         the same page, other words in quotation marks; median
import fs from 'node:fs';
import path from 'node:path';

import { launch, open_page } from '../browser/support/browsers.js';
import { run } from '../browser/support/processes.js';
import { complete } from '../browser/support/queries.js';
import { ask_worker, open_worker } from '../browser/support/search_worker.js';
import { eventually, press } from '../browser/support/search_page.js';
import { StaticServer } from '../browser/support/static_server.js';
import { here, make_knowledge_base, place_of, program } from './corpus.js';

const first_query = 'certificate renewal';
const next_queries = ['vacuum planner', 'kernel heap leak', 'courier webhook', 'quorum election', 'battery firmware',
  'mail relay queue', 'tombstone', 'redaction audit policy', 'checkout timeout'];
const phrases = ['"connection pool"', '"race condition"', '"schema migration"', '"bought time but no cure"',
  '"clock drift"'];
const facets = ['service', 'cause', 'severity', 'year', 'status'];
const rounds = 3;

// ---- The sites ----

function make_site(count) {
  const place = place_of(count);
  const knowledge_base = make_knowledge_base(count);
  run(program, ['--root', knowledge_base, 'build', '--view', 'internal', '--output', path.join(place, 'site')]);
  const site = path.join(place, 'site/internal');
  // The pages that Debrief's index knows, of each what it knows.
  run(path.join(here, `node_modules/@pagefind/linux-${process.arch}/bin/pagefind_extended`), ['--site', site,
    '--root-selector', 'main', '--glob', '{incidents,guides}/*/index.html', '--output-path', path.join(place, 'pagefind')]);
  fs.cpSync(path.join(place, 'pagefind'), path.join(site, 'pagefind'), { recursive: true });
  return site;
}

// ---- The two engines, each with the same two verbs on a page: open, and ask for ten results ----

const debrief = {
  name: 'Debrief',
  async open(page) {
    const opened = await open_worker(page, 60000);
    if (opened.type !== 'ready') throw new Error(`the search does not open: ${JSON.stringify(opened)}`);
  },
  async ask(page, query, fields = []) {
    const [outcome] = await ask_worker(page, [complete({ query, facets: fields })]);
    if (outcome.error) throw new Error(`no answer to ${query}: ${JSON.stringify(outcome.error)}`);
    return outcome.answer.results.length;
  },
};

const pagefind = {
  name: 'Pagefind',
  open: (page) => page.evaluate(async () => {
    window.pagefind = await import('/pagefind/pagefind.js');
    await window.pagefind.init();
  }),
  ask: (page, query) => page.evaluate(async (query) => {
    const found = await window.pagefind.search(query);
    return (await Promise.all(found.results.slice(0, 10).map((result) => result.data()))).length;
  }, query),
};

// ---- Bytes and round trips ----

async function measure(launched, site, engine) {
  const server = await new StaticServer(site, { encoding: 'br', secure: true }).start();
  server.measuring = true;
  if (engine === pagefind) server.rules = [];
  // Once unmeasured: compressing takes the server longer than answering.
  const rehearsal = await open_page(launched, server.url);
  await engine.open(rehearsal.page);
  for (const query of [first_query, ...next_queries, ...phrases]) await engine.ask(rehearsal.page, query, facets);
  await rehearsal.close();
  server.delay = 50;

  const counted = async (page, act) => {
    server.forget();
    const begun = Date.now();
    const found = await act();
    const milliseconds = Date.now() - begun;
    await quiet(server);
    return { found, milliseconds, ...cost(server.log) };
  };

  const rows = { open: [], first: [], next: [], phrase: [], facets: [] };
  for (let round = 0; round < rounds; ++round) {
    const whole = await open_page(launched, server.url);
    rows.first.push(await counted(whole.page, async () => {
      await engine.open(whole.page);
      return engine.ask(whole.page, first_query);
    }));
    if (round === 0) {
      for (const query of next_queries) rows.next.push(await counted(whole.page, () => engine.ask(whole.page, query)));
      for (const query of phrases) rows.phrase.push(await counted(whole.page, () => engine.ask(whole.page, query)));
      if (engine === debrief) {
        for (const query of next_queries.slice(0, 1)) {
          rows.facets.push(await counted(whole.page, () => engine.ask(whole.page, query, facets)));
        }
      }
    }
    await whole.close();
    const opened = await open_page(launched, server.url);
    rows.open.push(await counted(opened.page, () => engine.open(opened.page)));
    await opened.close();
  }
  await server.stop();
  return rows;
}

// Something may still be under way when the page has its answer.
async function quiet(server) {
  for (let still = 0; still < 5; ++still) {
    const seen = server.log.length;
    await new Promise((resolve) => setTimeout(resolve, 60));
    if (server.log.length > seen || server.log.some((entry) => !entry.ended)) still = -1;
  }
}

function cost(log) {
  const is_compressed = ({ path }) => /\.(js|json|wasm|html|css)$/.test(path);
  const bytes = log.reduce((sum, entry) => sum + (is_compressed(entry) ? entry.sizes.br : entry.sizes.plain), 0);
  return {
    bytes,
    // If a host compresses files of any type.
    least: log.reduce((sum, { sizes }) => sum + sizes.br, 0),
    requests: log.length,
    depth: Math.max(0, ...log.map((entry) => entry.depth)),
  };
}

// ---- From a key press to results, with everything loaded before ----

async function key_press(launched, site) {
  const server = await new StaticServer(site, { secure: true }).start();
  const { page, close } = await open_page(launched, server.url);
  const words = ['certificate renewal', 'connection pool', 'vacuum planner', 'latency of checkout'];
  const typed = words.flatMap((word) => [...word].map((_, index) => word.slice(0, index + 1)));
  const requests = typed.map((query) => complete({ query, typing: true, limit: 8, facets: [] }));

  await debrief.open(page);
  await ask_worker(page, requests);
  const engine = (await ask_worker(page, requests)).map(({ milliseconds }) => milliseconds);

  // The same in the search box: until the list has changed.
  await page.reload();
  await press(page, 'Control+k');
  await page.evaluate(() => {
    const state = (window.debrief_times = { begun: 0, all: [] });
    document.querySelector('#search_query').addEventListener('keydown', () => (state.begun = performance.now()), true);
    new MutationObserver(() => {
      if (state.begun > 0) state.all.push(performance.now() - state.begun);
      state.begun = 0;
    }).observe(document.querySelector('form.search .panel'), { childList: true, subtree: true });
  });
  for (let pass = 0; pass < 2; ++pass) {
    await page.evaluate(() => (window.debrief_times.all.length = 0));
    for (const word of words) {
      await press(page, 'Control+a', 'Backspace');
      for (const letter of word) {
        await page.keyboard.press(letter === ' ' ? 'Space' : letter);
        // Where nothing new is shown, nothing is measured.
        await eventually(() => page.evaluate(() => window.debrief_times.begun), (begun) => begun === 0, 'results', 600)
          .catch(() => {});
      }
    }
  }
  const box = await page.evaluate(() => window.debrief_times.all);
  await close();
  await server.stop();
  return { engine, box };
}

// ---- The report ----

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
const kilobytes = (bytes) => (bytes / 1000).toFixed(bytes < 10000 ? 1 : 0);

function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
  return rows.map((row) => row.map((cell, column) =>
    (column < 2 ? String(cell).padEnd(widths[column]) : String(cell).padStart(widths[column]))).join('  ').trimEnd()).join('\n');
}

function row_of(count, engine, rows) {
  const cell = (name) => (rows[name].length === 0 ? '-'
    : `${kilobytes(median(rows[name].map((row) => row.bytes)))} (${median(rows[name].map((row) => row.depth))})`);
  return [String(count), engine.name, cell('open'), cell('first'), cell('next'), cell('phrase'), cell('facets'),
    median(rows.first.map((row) => row.milliseconds)), median(rows.next.map((row) => row.milliseconds))];
}

const counts = process.argv.slice(2).map(Number);
if (counts.length === 0) counts.push(100, 1000, 10000);
const lines = [['incidents', '', 'open', 'first query', 'next query', 'phrase', 'with facets', 'first, ms', 'next, ms']];
const notes = [];
const launched = await launch('chromium');
for (const count of counts) {
  process.stderr.write(`${count} post-mortems…\n`);
  const site = make_site(count);
  for (const engine of [debrief, pagefind]) {
    const rows = await measure(launched, site, engine);
    lines.push(row_of(count, engine, rows));
    const [{ bytes, least }] = rows.first;
    if (least < 0.97 * bytes) {
      notes.push(`${count}, ${engine.name}: first query ${kilobytes(least)} KB where a host compresses all types.`);
    }
    if (rows.next.some(({ found }) => found === 0)) notes.push(`${count}, ${engine.name}: a query found nothing.`);
  }
  const { engine, box } = await key_press(launched, site);
  const times = (all) => `${median(all).toFixed(1)} ms (slowest ${Math.max(...all).toFixed(1)})`;
  notes.push(`${count}, warm, from the key to results: in the worker ${times(engine)}, in the search box ${times(box)}.`);
}
await launched.close();
console.log('KB, and in brackets round trips in sequence; times with 50 ms added to each request\n');
console.log(table(lines));
console.log('\n' + notes.join('\n'));
