// The worker of the search as its page speaks to it: what it answers, what it leaves out, and in which order.
import assert from 'node:assert/strict';
import { after, before, beforeEach, afterEach, test } from 'node:test';

import { launch, open_page } from './support/browsers.js';
import { normal } from './support/native.js';
import { complete, read_queries } from './support/queries.js';
import { ask_worker, open_worker, whole_answer } from './support/search_worker.js';
import { queries_with_answers, site } from './support/sites.js';
import { StaticServer } from './support/static_server.js';

let chromium;
let server;
let view;
before(async () => {
  chromium = await launch('chromium');
  server = await new StaticServer(site('generated').site).start();
});
after(async () => {
  await server?.stop();
  await chromium?.close();
});
beforeEach(async () => {
  view = await open_page(chromium, server.url);
  assert.deepEqual(await open_worker(view.page), { type: 'ready' });
});
afterEach(() => view.close());

async function ask(request) {
  const [outcome] = await ask_worker(view.page, [complete(request)]);
  assert.equal(outcome.error, undefined);
  return normal(whole_answer(outcome));
}

const paths = (answer) => answer.results.map((result) => result.path);

test('pages of results are pieces of one list', async () => {
  const whole = await ask({ query: 'certificate renewal', limit: 60 });
  const pieces = [];
  for (const offset of [0, 20, 40]) pieces.push(await ask({ query: 'certificate renewal', offset, limit: 20 }));
  assert.deepEqual(pieces.flatMap(paths), paths(whole));
  for (const piece of pieces) assert.equal(piece.total, whole.total);
  assert.deepEqual(paths(await ask({ query: 'certificate renewal', offset: whole.total, limit: 20 })), []);
});

test('a filter of the request finds what the same filter in the query finds', async () => {
  const pairs = [
    [{ services: ['checkout'] }, 'service:checkout'], [{ causes: ['data/race-condition'] }, 'cause:data/race-condition'],
    [{ severities: ['SEV1'] }, 'severity:SEV1'], [{ tags: ['postgres'] }, 'tag:postgres'],
    [{ statuses: ['resolved'] }, 'status:resolved'], [{ kinds: ['incident'] }, 'kind:incident'],
    [{ years: ['2019'] }, 'year:2019'], [{ years: ['2019', '2021'] }, 'year:2019 year:2021'],
    [{ owners: ['Amara Diallo'] }, 'owner:"Amara Diallo"'], [{ after: '2020-03' }, 'after:2020-03'],
    [{ before: '2017-Q2' }, 'before:2017-Q2'], [{ services: ['nothing of that name'] }, 'service:"nothing of that name"'],
  ];
  for (const [filter, words] of pairs) {
    const by_request = await ask({ query: 'vacuum', sort: 'date', ...filter });
    const by_query = await ask({ query: `vacuum ${words}`, sort: 'date' });
    assert.deepEqual([by_request.total, ...paths(by_request)], [by_query.total, ...paths(by_query)], words);
  }
});

test('only facets that were asked for are counted', async () => {
  assert.deepEqual(Object.keys((await ask({ query: 'vacuum', facets: ['severity', 'year'] })).facets), ['severity', 'year']);
  assert.deepEqual((await ask({ query: 'vacuum', facets: [] })).facets, {});
});

test('a facet does not count its own filter', async () => {
  const all = await ask({ query: 'vacuum' });
  const one = await ask({ query: 'vacuum', severities: ['SEV1'] });
  assert.equal(one.facets.severity, all.facets.severity);
  assert.notEqual(one.facets.service, all.facets.service);
});

// A reader types faster than a slow network answers.
test('of many searches at once the newest is answered', async () => {
  server.delay = 40;
  const words = ['c', 'ce', 'cer', 'cert', 'certi', 'certif', 'certificate'];
  const messages = await view.page.evaluate(async (requests) => {
    const state = window.debrief_test;
    state.messages.length = 0;
    const done = state.wait(({ id, type }) => id === 106 && (type === 'details' || type === 'error'));
    for (const [index, request] of requests.entries()) {
      state.worker.postMessage({ type: 'search', id: 100 + index, request });
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    await done;
    await new Promise((resolve) => setTimeout(resolve, 500));
    return state.messages;
  }, words.map((query) => complete({ query, typing: true })));
  server.delay = 0;
  const of_last = messages.filter(({ id }) => id === 106).map(({ type }) => type);
  assert.deepEqual(of_last, ['results', 'details']);
  assert.deepEqual(messages.filter(({ type }) => type === 'error'), []);
  // Once the newest is answered nothing older is.
  const after_newest = messages.slice(messages.findIndex(({ id }) => id === 106)).map(({ id }) => id);
  assert.deepEqual(after_newest, [106, 106]);
});

test('searches without a pause are answered as those with one', async () => {
  const cases = queries_with_answers('generated').filter(({ request }) => Object.keys(request).length === 1).slice(0, 12);
  for (const { request, expected } of cases) {
    const answer = await view.page.evaluate(async (requests) => {
      const state = window.debrief_test;
      const last = state.next + requests.length - 1;
      const done = state.wait(({ id, type }) => id === last && (type === 'results' || type === 'error'));
      for (const request of requests) state.worker.postMessage({ type: 'search', id: state.next++, request });
      return (await done).answer;
    }, [complete({ query: 'error request' }), complete({ query: 'thread' }), complete(request)]);
    assert.deepEqual([answer.total, ...answer.results.map(({ path }) => path)], [expected.total, ...paths(expected)]);
  }
});

test('the last word may be unfinished while it is typed', async () => {
  const typed = await ask({ query: 'certif', typing: true });
  assert.ok(typed.total > 0, 'nothing found for the beginning of a word');
  const whole = await ask({ query: 'certificate', typing: false });
  assert.ok(typed.total >= whole.total);
});

// Bytes of all memories that modules have in the worker: a line before its own script remembers them.
const remember_memories = (answer) => void (answer.body = Buffer.concat([Buffer.from(`'use strict';
self.memories = [];
{
  const instantiate = WebAssembly.instantiate;
  WebAssembly.instantiate = async (...parts) => {
    const made = await instantiate(...parts);
    self.memories.push((made.instance ?? made).exports.memory);
    return made;
  };
}
`), answer.body]));

async function memory_of_worker() {
  const { result } = await view.page.workers()[0].client.send('Runtime.evaluate', {
    expression: 'memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0)',
  });
  return result.value;
}

test('memory does not grow with the number of queries', async () => {
  const repair = server.fault(/worker.*\.js$/, remember_memories);
  await view.close();
  view = await open_page(chromium, server.url);
  assert.deepEqual(await open_worker(view.page), { type: 'ready' });
  repair();
  const requests = read_queries('generated').map(complete);
  await ask_worker(view.page, requests);
  const once = await memory_of_worker();
  await ask_worker(view.page, [...requests, ...requests]);
  const thrice = await memory_of_worker();
  assert.ok(once > 1e6 && once < 128e6, `${once} bytes`);
  assert.ok(thrice < 1.1 * once, `${thrice} bytes after the same again, ${once} before`);
});

test('what the worker does not understand is refused, and it goes on', async () => {
  const answers = await view.page.evaluate(async () => {
    const state = window.debrief_test;
    state.timeout = 3000;
    const odd = [{ query: 'vacuum', sort: 'by magic' }, { query: 'vacuum', limit: 1e9 }, { query: 'vacuum', offset: 1e9 },
      { query: 'vacuum', facets: ['no such field'] }, { query: 'vacuum', limit: 0 }];
    const outcomes = [];
    for (const request of odd) {
      const id = state.next++;
      const done = state.wait((message) => message.id === id || message.type === 'broken');
      state.worker.postMessage({ type: 'search', id, request });
      outcomes.push((await done).type);
    }
    return outcomes;
  });
  for (const type of answers) assert.ok(['results', 'error'].includes(type), `an odd request is met by ${type}`);
  assert.ok((await ask({ query: 'vacuum' })).total > 0);
});
