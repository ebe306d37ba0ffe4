// The search page: what it shows is what the terminal finds, its address says what was asked, and keys do all of it.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';

import { launch, open_page, plain_host } from './support/browsers.js';
import { missing } from './support/faults.js';
import { ask_natively } from './support/native.js';
import {
  eventually, go_back, go_forward, is_found, press, read_search_page, tab_to, traces_of_markup,
} from './support/search_page.js';
import { program, site } from './support/sites.js';
import { StaticServer } from './support/static_server.js';

let launched;
let server;
let view;
before(async () => (launched = await launch('chromium')));
after(() => launched?.close());
afterEach(async () => {
  const complaints = view?.complaints() ?? [];
  await view?.close();
  await server?.stop();
  view = server = undefined;
  assert.deepEqual(complaints.filter((text) => !/status of 404/.test(text)), []);
});

async function show(name, address) {
  server = await new StaticServer(site(name).site).start();
  view = await open_page(launched, `${server.url}search/${address}`);
  return view.page;
}

function native(name, request) {
  const { knowledge_base, output } = site(name);
  return ask_natively(program, knowledge_base, output, request);
}

// Waits for the results of `request` on the page; the facets too, for they come last.
async function shows(page, name, request) {
  const truth = native(name, request);
  const titles = truth.results.map(({ title }) => title);
  const number = truth.total.toLocaleString('en-GB');
  const count = truth.total === 0 ? 'No results' : truth.total === 1 ? '1 result' : `${number} results`;
  const is_this = (now) => now.count === count && JSON.stringify(now.titles) === JSON.stringify(titles);
  const seen = await eventually(() => read_search_page(page), is_this, `the answer to ${JSON.stringify(request)}`);
  assert.deepEqual(seen.snippets, truth.results.map(({ snippet }) => snippet));
  assert.deepEqual(seen.paths.map((href) => href.slice(server.url.length)), truth.results.map(({ path }) => path));
  return { seen, truth };
}

const type_query = async (page, text) => {
  await press(page, 'Control+k', 'Control+a');
  await page.keyboard.type(text);
};

describe('the search page', () => {
  test('answers the query of its address', async () => {
    const page = await show('sample', '?q=' + encodeURIComponent('"connection pool" OR ferry'));
    const { seen } = await shows(page, 'sample', { query: '"connection pool" OR ferry' });
    assert.equal(seen.query, '"connection pool" OR ferry');
    assert.match(seen.head, /^"connection pool" OR ferry · /);
  });

  test('answers the filters of its address', async () => {
    const page = await show('sample',
      '?q=database&service=booking-api&severity=SEV2&after=2025-01-01&before=2026-07-01&sort=date');
    await shows(page, 'sample', {
      query: 'database', services: ['booking-api'], severities: ['SEV2'], after: '2025-01-01', before: '2026-07-01',
      sort: 'date',
    });
  });

  test('answers while one types, and its address follows', async () => {
    const page = await show('sample', '');
    await type_query(page, 'certificate expires ');
    const { seen } = await shows(page, 'sample', { query: 'certificate expires' });
    // The results do not wait for the address: browsers bound how often it may change.
    await eventually(() => read_search_page(page), ({ address }) => address === '?q=certificate+expires', 'the address');
    await eventually(() => read_search_page(page), ({ said }) => said === seen.count, 'the announcement');
  });

  test('filters by facets, and Back undoes it', async () => {
    const page = await show('generated', '?q=vacuum');
    const { truth } = await shows(page, 'generated', { query: 'vacuum' });
    const facets = await eventually(() => read_search_page(page), ({ facets }) => facets.severity?.length > 0, 'facets');
    for (const field of ['service', 'cause', 'severity', 'year', 'status']) {
      const expected = truth.facets[field].split(', ').sort();
      assert.deepEqual(facets.facets[field].sort(), expected, field);
    }
    await tab_to(page, '[data-facet=severity] input');
    await press(page, 'Space');
    const { seen } = await shows(page, 'generated', { query: 'vacuum', severities: ['SEV1'] });
    assert.equal(seen.address, '?q=vacuum&severity=SEV1');
    await tab_to(page, '[data-facet=year] input');
    await press(page, 'Space');
    const { address } = await eventually(() => read_search_page(page), (now) => /year=/.test(now.address), 'the year');
    const year = address.match(/year=(\d+)/)[1];
    await shows(page, 'generated', { query: `vacuum year:${year}`, severities: ['SEV1'] });
    await go_back(page);
    await shows(page, 'generated', { query: 'vacuum', severities: ['SEV1'] });
    await go_back(page);
    const back = await shows(page, 'generated', { query: 'vacuum' });
    assert.equal(back.seen.facets.severity.filter((item) => item.endsWith('chosen')).length, 0);
    await go_forward(page);
    await shows(page, 'generated', { query: 'vacuum', severities: ['SEV1'] });
  });

  test('sorts and limits the time', async () => {
    const page = await show('generated', '?q=replica+lock');
    await shows(page, 'generated', { query: 'replica lock' });
    await tab_to(page, 'select[name=sort]');
    await page.keyboard.type('Lon');
    await shows(page, 'generated', { query: 'replica lock', sort: 'duration' });
    await page.goto(`${server.url}search/?q=replica+lock&after=2019-05-01&before=2019-08-01`);
    await shows(page, 'generated', { query: 'replica lock', after: '2019-05-01', before: '2019-08-01' });
    assert.deepEqual(await page.$eval('#search_filters', ({ elements }) => [elements.after.value, elements.until.value]),
      ['2019-05-01', '2019-07-31']);
  });

  test('turns pages', async () => {
    const page = await show('generated', '?q=certificate');
    const twenty = native('generated', { query: 'certificate', limit: 20 }).results.map(({ title }) => title);
    await shows(page, 'generated', { query: 'certificate' });
    await tab_to(page, '.paging [rel=next]');
    await press(page, 'Enter');
    const is_second = ({ titles }) => titles[0] === twenty[10];
    const second = await eventually(() => read_search_page(page), is_second, 'the second page');
    assert.deepEqual([second.titles, second.address], [twenty.slice(10), '?q=certificate&page=2']);
    await go_back(page);
    await shows(page, 'generated', { query: 'certificate' });
    await page.goto(`${server.url}search/?q=certificate&page=2`);
    await eventually(() => read_search_page(page), is_second, 'the second page again');
  });

  test('corrects what is misspelt', async () => {
    const page = await show('sample', '?q=certficate');
    await eventually(() => read_search_page(page), ({ suggestion }) => suggestion === 'certificate', 'the suggestion');
    await tab_to(page, '[data-part=suggestion] a');
    await press(page, 'Enter');
    const { seen } = await shows(page, 'sample', { query: 'certificate' });
    assert.deepEqual([seen.query, seen.address], ['certificate', '?q=certificate']);
  });

  test('corrects while one types', async () => {
    const page = await show('sample', '');
    await type_query(page, 'certficate ');
    await eventually(() => read_search_page(page), ({ suggestion }) => suggestion === 'certificate', 'the suggestion');
  });

  test('finds nothing, and helps', async () => {
    const page = await show('sample', '?q=qwrtzx');
    const { seen } = await shows(page, 'sample', { query: 'qwrtzx' });
    assert.ok(seen.ways.some((href) => href.endsWith('/tags/')), 'no way to the tags');
  });

  test('says what it did not understand', async () => {
    const page = await show('sample', '?q=' + encodeURIComponent('"ferry'));
    const { seen, truth } = await shows(page, 'sample', { query: '"ferry' });
    assert.equal(seen.note, truth.problem);
  });

  test('shows queries and titles as text', async () => {
    const page = await show('hostile', '?q=' + encodeURIComponent('<img src=x onerror=alert(9)> lantern'));
    const { seen } = await shows(page, 'hostile', { query: '<img src=x onerror=alert(9)> lantern' });
    assert.ok(seen.titles.includes('<img src=x onerror=alert(1)> took the shop down'));
    assert.deepEqual(await traces_of_markup(page), []);
    await type_query(page, 'attribute "<svg onload=alert(1)>" OR onmouseover ');
    await eventually(() => read_search_page(page), is_found, 'results');
    const forged = 'q=lantern&service=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&sort=%22%3E%3Cscript%3E';
    await page.goto(`${server.url}search/?${forged}`);
    await eventually(() => read_search_page(page), ({ count }) => count !== '', 'an answer to a forged address');
    assert.deepEqual(await traces_of_markup(page), []);
  });

  test('every example of its help is understood', async () => {
    const page = await show('sample', 'help/');
    const examples = await page.$$eval('.examples a', (links) => links.map((link) => link.href));
    assert.ok(examples.length > 8);
    for (const href of examples) {
      const request = { query: new URL(href).searchParams.get('q') };
      assert.match(native('sample', request).problem, /^(No page has the [^.]*\.)?$/, request.query);
    }
    await page.goto(examples[0]);
    await shows(page, 'sample', { query: new URL(examples[0]).searchParams.get('q') });
  });

  test('says that it loads', async () => {
    server = await new StaticServer(site('sample').site, { delay: 400 }).start();
    view = await open_page(launched, `${server.url}search/?q=ferry`);
    await eventually(() => read_search_page(view.page), ({ waiting }) => /loading/i.test(waiting), 'the note of loading');
    await shows(view.page, 'sample', { query: 'ferry' });
  });

  // As in a company's own network: browsers keep a part of what they can do from such pages.
  test('works without TLS', async () => {
    server = await new StaticServer(site('sample').site).start();
    view = await open_page(launched, `${server.url.replace('127.0.0.1', plain_host)}search/?q=ferry`);
    assert.equal(await view.page.evaluate(() => isSecureContext), false);
    await eventually(() => read_search_page(view.page), is_found, 'results');
  });

  test('works below a path', async () => {
    server = await new StaticServer(site('sample').output).start();
    view = await open_page(launched, `${server.url}internal/search/?q=ferry`);
    const seen = await eventually(() => read_search_page(view.page), is_found, 'results');
    for (const href of seen.paths) assert.match(href, /\/internal\/(incidents|guides)\/./);
  });
});

describe('when the search fails', () => {
  test('the page says why, shows other ways, and works again once it can', async () => {
    server = await new StaticServer(site('sample').site).start();
    const repair = server.fault(/\.wasm$/, missing);
    view = await open_page(launched, `${server.url}search/?q=ferry`);
    const { page } = view;
    const seen = await eventually(() => read_search_page(page), ({ note }) => note !== '', 'a message');
    assert.match(seen.note, /Search does not work/);
    assert.ok(seen.ways.some((href) => href.endsWith('/tags/')), 'no way to the tags');
    assert.deepEqual(seen.titles, []);
    repair();
    await type_query(page, 'ferry timetable ');
    await shows(page, 'sample', { query: 'ferry timetable' });
    // All that may be complained of is the missing file.
    assert.deepEqual(view.complaints().filter((text) => !/status of 404/.test(text)), []);
  });

  test('without scripts the page says so, and shows other ways', async () => {
    server = await new StaticServer(site('sample').site).start();
    const context = await launched.browser.createBrowserContext();
    const page = await context.newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(`${server.url}search/?q=ferry`);
    assert.match(await page.$eval('noscript', (node) => node.textContent), /JavaScript/);
    const is_shown = (selector) => page.$eval(selector, (node) => node.checkVisibility());
    assert.equal(await is_shown('form.search'), false);
    assert.equal(await is_shown('[data-part=hint]'), false);
    assert.equal(await is_shown('[data-part=browse]'), true);
    await context.close();
  });
});
