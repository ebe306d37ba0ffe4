// Files that are damaged, missing, late or of another build: the search says what is wrong, within ten seconds, and never
// shows what is not so. Once the fault is mended it works again, without the page being loaded anew.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';

import { launch, open_page } from './support/browsers.js';
import * as faults from './support/faults.js';
import { differences, normal } from './support/native.js';
import { complete } from './support/queries.js';
import { ask_worker, open_worker, whole_answer } from './support/search_worker.js';
import { queries_with_answers, site } from './support/sites.js';
import { StaticServer } from './support/static_server.js';

const manifest = /^\/search\/index\/manifest\.bin$/;
const engine = /\.wasm$/;
const patience = 10000;

const faults_of_a_file = [
  ['has a wrong bit', faults.wrong_bit(), ['damaged']],
  ['has a wrong first byte', faults.wrong_bit(0), ['damaged', 'unsupported', 'stale']],
  ['has a wrong last byte', faults.wrong_bit(1), ['damaged']],
  ['is cut off', faults.cut_off, ['damaged']],
  ['is longer', faults.longer, ['damaged']],
  ['is empty', faults.empty, ['damaged']],
  ['is a page of errors', faults.page_instead, ['damaged', 'missing', 'stale']],
  ['is missing', faults.missing, ['missing', 'stale']],
  ['is refused by its host', faults.out_of_order, ['network', 'missing']],
  ['is lost on the way', faults.dropped, ['network']],
];

let chromium;
before(async () => (chromium = await launch('chromium')));
after(() => chromium?.close());

// A server with `fault` on what fits `pattern`, a page of it, and one query on it: {outcome, true_answer, ask, repair}.
async function with_fault(name, pattern, fault, use) {
  const server = await new StaticServer(site(name).site).start();
  const view = await open_page(chromium, server.url);
  try {
    const repair = server.fault(pattern, fault);
    await use({ server, page: view.page, repair });
  } finally {
    await view.close();
    await server.stop();
  }
}

// Opens the index and asks; what fails first is the outcome.
async function open_and_ask(page, request) {
  const opened = await open_worker(page, patience);
  if (opened.type !== 'ready') return { error: opened };
  return (await ask_worker(page, [complete(request)]))[0];
}

function assert_error(outcome, expected, reasons) {
  // What facets need may be damaged while what results need is not.
  if (outcome.answer) {
    const lines = differences({ ...expected, suggestion: '', facets: {} }, normal({ ...outcome.answer, facets: {} }));
    assert.deepEqual(lines, [], 'a wrong result is shown');
  }
  assert.ok(outcome.error, 'the fault went unnoticed');
  assert.equal(outcome.error.type, 'error', `no message of an error, but ${JSON.stringify(outcome.error)}`);
  assert.ok(reasons.includes(outcome.error.reason),
    `the reason is '${outcome.error.reason}' (${outcome.error.detail}), not ${reasons.join(' or ')}`);
}

function assert_answer(outcome, expected) {
  assert.equal(outcome.error, undefined);
  assert.deepEqual(differences(expected, normal(whole_answer(outcome))), []);
}

async function fails_and_recovers(name, pattern, fault, reasons) {
  const { request, expected } = one_query(name);
  await with_fault(name, pattern, fault, async ({ page, repair }) => {
    assert_error(await open_and_ask(page, request), expected, reasons);
    repair();
    assert_answer((await ask_worker(page, [complete(request)]))[0], expected);
  });
}

function one_query(name) {
  const wanted = name === 'sample' ? 'slow checkout' : 'race condition ledger';
  return queries_with_answers(name).find(({ request }) => request.query.replaceAll('"', '') === wanted);
}

// The chunks that opening the index and asking the query fetch, in this order.
async function chunks_asked_for(name) {
  const server = await new StaticServer(site(name).site).start();
  const view = await open_page(chromium, server.url);
  assert_answer(await open_and_ask(view.page, one_query(name).request), one_query(name).expected);
  await view.close();
  await server.stop();
  const asked = server.log.map((entry) => entry.path).filter((file) => file.endsWith('.bin') && !manifest.test(file));
  return [...new Set(asked)];
}

const exactly = (file) => ({ test: (pathname) => pathname === file });

for (const name of ['sample', 'generated']) {
  describe(`a chunk of the ${name} index`, { concurrency: 2 }, () => {
    let chunks;
    before(async () => (chunks = await chunks_asked_for(name)));

    for (const [what, fault, reasons] of faults_of_a_file) {
      test(what, async () => {
        // The first is fetched before the query is known, the last because of it.
        const chunk = name === 'sample' ? chunks[0] : chunks[chunks.length - 1];
        await fails_and_recovers(name, exactly(chunk), fault, reasons);
      });
    }
    test('is another chunk', async () => {
      const last = chunks[chunks.length - 1];
      const other = faults.chunks_of(site('generated').site).find((file) => path.basename(file) !== path.basename(last));
      await fails_and_recovers(name, exactly(last), faults.replaced_by(other), ['damaged']);
    });
  });

  test(`the manifest of the ${name} index is that of another build`, () => {
    const other = site(name === 'sample' ? 'generated' : 'sample').site;
    const fault = faults.replaced_by(path.join(other, 'search/index/manifest.bin'));
    return fails_and_recovers(name, manifest, fault, ['stale', 'missing', 'damaged']);
  });
}

describe('the manifest', { concurrency: 2 }, () => {
  for (const [what, fault, reasons] of faults_of_a_file) {
    test(what, () => fails_and_recovers('generated', manifest, fault, reasons));
  }
});

describe('the engine', { concurrency: 2 }, () => {
  for (const [what, fault, reasons] of faults_of_a_file) {
    test(what, () => fails_and_recovers('sample', engine, fault, [...reasons, 'unsupported']));
  }
  test('has a wrong bit anywhere', async () => {
    const { request, expected } = one_query('sample');
    const unnoticed = [];
    for (let where = 0.03; where < 1; where += 0.08) {
      await with_fault('sample', engine, faults.wrong_bit(where), async ({ page }) => {
        const outcome = await open_and_ask(page, request);
        if (outcome.error?.reason !== 'damaged') unnoticed.push([where, outcome.error ?? 'an answer']);
      });
    }
    assert.deepEqual(unnoticed, []);
  });
});

test('what is never answered is given up', async () => {
  const [chunk] = (await chunks_asked_for('generated')).slice(-1);
  await Promise.all([manifest, engine, exactly(chunk)].map((pattern) =>
    fails_and_recovers('generated', pattern, faults.never_answered, ['network'])));
});

test('the host goes away and comes back', () => with_fault('generated', /^$/, faults.missing, async ({ server, page }) => {
  const [first, , ...others] = queries_with_answers('generated');
  assert_answer(await open_and_ask(page, first.request), first.expected);
  await server.stop();
  const later = others.find(({ request }) => request.query === 'gossip quorum election lease heartbeat watchdog');
  assert_error((await ask_worker(page, [complete(later.request)]))[0], later.expected, ['network']);
  await server.start();
  assert_answer((await ask_worker(page, [complete(later.request)]))[0], later.expected);
}));

// The page is older than what its host has now: either it says so, or it answers as the new site does.
test('the site is replaced while a page of it is open', () => with_fault('generated', /^$/, faults.missing,
  async ({ server, page }) => {
    assert.deepEqual(await open_worker(page), { type: 'ready' });
    server.site = site('sample').site;
    for (const wanted of ['slow checkout', '"connection pool"', 'PM-2026-004']) {
      const { request, expected } = queries_with_answers('sample').find(({ request }) => request.query === wanted);
      const [outcome] = await ask_worker(page, [complete(request)]);
      if (outcome.error) assert_error(outcome, expected, ['stale', 'missing']);
      else assert_answer(outcome, expected);
    }
  }));

// Damage of all kinds at once, drawn the same each time.
test('no damage whatever makes a wrong result', async () => {
  const draw = random_numbers(5);
  const { request, expected } = one_query('generated');
  const pattern = /\.(bin|wasm)$/;
  for (let round = 0; round < 12; ++round) {
    const share = 0.05 + 0.5 * draw();
    const damage = (answer) => (draw() < share ? faults.wrong_bit(draw())(answer) : undefined);
    await with_fault('generated', pattern, damage, async ({ page }) => {
      const outcome = await open_and_ask(page, request);
      if (outcome.answer && !outcome.error) assert_answer(outcome, expected);
      else assert_error(outcome, expected, ['damaged', 'unsupported', 'stale']);
    });
  }
});

function random_numbers(seed) {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}
