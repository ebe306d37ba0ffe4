// The search box that stands on every page, by keyboard alone.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';

import { launch, open_page } from './support/browsers.js';
import { missing } from './support/faults.js';
import { ask_natively } from './support/native.js';
import { eventually, go_back, is_found, press, read_panel, traces_of_markup } from './support/search_page.js';
import { program, site } from './support/sites.js';
import { StaticServer } from './support/static_server.js';

const start = 'incidents/pm-2026-004/';

function box_works(browser_name) {
  describe(`the search box in ${browser_name}`, () => {
    let launched;
    let server;
    let view;
    let page;
    before(async () => {
      launched = await launch(browser_name);
      server = await new StaticServer(site('sample').site).start();
    });
    after(async () => {
      await server?.stop();
      await launched?.close();
    });
    beforeEach(async () => {
      view = await open_page(launched, server.url + start);
      page = view.page;
    });
    afterEach(async () => {
      const complaints = view.complaints();
      await view.close();
      assert.deepEqual(complaints, []);
    });

    const focused = () => page.evaluate(() => document.activeElement.id);
    const type = (text) => page.keyboard.type(text);
    const native = (query) => {
      const { knowledge_base, output } = site('sample');
      return ask_natively(program, knowledge_base, output, { query, limit: 8 });
    };
    // They are announced once no newer ones have come for a while.
    const found = (what) => eventually(() => read_panel(page), (panel) => is_found(panel) && panel.said !== '', what);
    const path = () => new URL(page.url()).pathname + new URL(page.url()).search;

    test('Ctrl-K and / lead to it from anywhere', async () => {
      assert.notEqual(await focused(), 'search_query');
      await press(page, 'Control+k');
      assert.equal(await focused(), 'search_query');
      await page.evaluate(() => document.activeElement.blur());
      await press(page, '/');
      assert.equal(await focused(), 'search_query');
      // In the box it is a character as any other.
      await press(page, '/');
      assert.equal(await page.$eval('#search_query', (input) => input.value), '/');
    });

    test('results come as one types, those of the terminal in its order', async () => {
      await press(page, 'Control+k');
      await type('certificate expires ');
      const seen = await found('results');
      const truth = native('certificate expires');
      assert.deepEqual(seen.titles, truth.results.map(({ title }) => title));
      assert.equal(seen.others[seen.others.length - 1], `All ${truth.total} results`);
      assert.equal(seen.said, `${truth.total} results`);
      assert.equal(seen.expanded, 'true');
    });

    test('arrows choose, Enter opens', async () => {
      await press(page, 'Control+k');
      await type('ledger ');
      const seen = await found('results');
      assert.equal(seen.active, -1);
      await press(page, 'ArrowDown', 'ArrowDown');
      let now = await read_panel(page);
      assert.deepEqual([now.active, now.selected], [1, 1]);
      await press(page, 'ArrowUp', 'ArrowUp');
      now = await read_panel(page);
      assert.deepEqual([now.active, now.selected], [-1, -1]);
      // From the box upwards is the last one.
      await press(page, 'ArrowUp');
      assert.equal((await read_panel(page)).active, seen.titles.length + seen.others.length - 1);
      await press(page, 'ArrowDown', 'ArrowDown', 'ArrowDown');
      await Promise.all([page.waitForNavigation(), press(page, 'Enter')]);
      assert.equal(path(), '/' + native('ledger').results[1].path);
      // Back leads where one came from. (Firefox's remote control loses sight of pages that it kept.)
      if (browser_name === 'firefox') return;
      await go_back(page);
      await eventually(async () => path(), (now) => now === '/' + start, 'the way back');
    });

    test('Enter without a choice shows all results', async () => {
      await press(page, '/');
      await type('database');
      await found('results');
      await Promise.all([page.waitForNavigation(), press(page, 'Enter')]);
      assert.equal(path(), '/search/?q=database');
    });

    test('Escape closes, then empties', async () => {
      await press(page, '/');
      await type('ferry');
      await found('results');
      await press(page, 'Escape');
      assert.equal(await read_panel(page), null);
      assert.equal(await page.$eval('#search_query', (input) => input.value), 'ferry');
      await press(page, 'Escape');
      assert.equal(await page.$eval('#search_query', (input) => input.value), '');
      assert.equal(await read_panel(page), null);
    });

    test('what is misspelt is put right', async () => {
      await press(page, '/');
      await type('certficate ');
      const is_offered = (panel) => panel?.others?.[0] === 'Did you mean certificate';
      const seen = await eventually(() => read_panel(page), is_offered, 'a suggestion');
      assert.equal(seen.note, 'No results');
    });

    test('what is typed stays text', async () => {
      await press(page, '/');
      await type('<img src=x onerror=alert(1)> checkout ');
      await found('results');
      assert.deepEqual(await traces_of_markup(page), []);
    });
  });
}

box_works('chromium');
box_works('firefox');

describe('the search box and its files', () => {
  let launched;
  let server;
  before(async () => (launched = await launch('chromium')));
  after(() => launched?.close());
  beforeEach(async () => (server = await new StaticServer(site('sample').site).start()));
  afterEach(() => server.stop());

  test('nothing is loaded for search before the box is touched', async () => {
    const { page, close } = await open_page(launched, server.url + start);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const files = () => server.log.filter((entry) => /wasm|\.bin$|worker/.test(entry.path)).length;
    assert.equal(files(), 0);
    await press(page, 'Control+k');
    await eventually(async () => files(), (count) => count > 0, 'loading');
    await close();
  });

  test('when it fails it says so and shows other ways, and works again once it can', async () => {
    const repair = server.fault(/^\/search\/index\//, missing);
    const { page, close } = await open_page(launched, server.url + start);
    await press(page, '/');
    await page.keyboard.type('checkout');
    const seen = await eventually(() => read_panel(page), (panel) => panel?.ways?.length > 0, 'a message and links');
    assert.match(seen.note, /Search does not work|This site has changed/);
    assert.ok(seen.ways.some((href) => href.endsWith('tags/')));
    repair();
    await page.keyboard.type(' pool');
    await eventually(() => read_panel(page), is_found, 'results after the repair');
    await close();
  });

  test('/ can be switched off', async () => {
    const { page, close } = await open_page(launched, server.url + 'search/help/');
    await page.evaluate(() => document.querySelector('.switch input').focus());
    await press(page, 'Space');
    const leads = async () => {
      await page.evaluate(() => document.activeElement.blur());
      await press(page, '/');
      return page.evaluate(() => document.activeElement.id === 'search_query');
    };
    assert.equal(await leads(), false);
    await page.goto(server.url + start);
    assert.equal(await leads(), false);
    await press(page, 'Control+k');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'search_query');
    await page.goto(server.url + 'search/help/');
    await page.evaluate(() => document.querySelector('.switch input').focus());
    await press(page, 'Space');
    assert.equal(await leads(), true);
    await close();
  });
});
