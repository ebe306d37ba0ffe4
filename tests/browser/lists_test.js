// Lists of incidents, and tables: rows are sorted and filtered where they are, and the address says how; a list of several pages leads
// to the search page, which finds the same incidents.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';

import { launch, open_page } from './support/browsers.js';
import { eventually, read_search_page } from './support/search_page.js';
import { site } from './support/sites.js';
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
  assert.deepEqual(complaints, []);
});

async function show(name, address) {
  server = await new StaticServer(site(name).site).start();
  view = await open_page(launched, server.url + address);
  return view.page;
}

// What a reader sees of the list: [{title, severity, days, seconds}…], and what is said about it.
const read_list = (page) => page.evaluate(() => ({
  rows: [...document.querySelectorAll('ol.incidents > li')].filter((row) => !row.hidden).map((row) => ({
    title: row.querySelector('.what a').textContent,
    severity: row.querySelector('.severity')?.textContent ?? '',
    started: row.querySelector('.when time')?.dateTime ?? '',
    duration: row.querySelector('.when time.soft')?.dateTime ?? '',
  })),
  said: document.querySelector('form.list-tools [role=status]')?.textContent,
  address: location.search,
}));

const is_sorted = (values) => values.every((value, index) => index === 0 || values[index - 1] <= value);

// "P1DT2H3M" in seconds.
function seconds(duration) {
  const [, days = 0, hours = 0, minutes = 0, rest = 0] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration);
  return ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(rest);
}

describe('a list of one page', () => {
  test('is filtered by words, whatever part of a row they are in', async () => {
    const page = await show('sample', 'incidents/');
    const all = await read_list(page);
    assert.equal(all.said, '');
    await page.type('form.list-tools [name=filter]', 'Freight');
    const freight = await read_list(page);
    assert.ok(freight.rows.length > 0 && freight.rows.length < all.rows.length);
    assert.equal(freight.said, `${freight.rows.length} of ${all.rows.length}`);
    assert.equal(freight.address, '?filter=Freight');
    await page.type('form.list-tools [name=filter]', ' zebra');
    const none = await read_list(page);
    assert.deepEqual(none.rows, []);
    assert.equal(none.said, `None of these ${all.rows.length} fits.`);
  });

  test('is filtered by severity', async () => {
    const page = await show('sample', 'incidents/');
    await page.select('form.list-tools [name=severity]', 'SEV1');
    const { rows, address } = await read_list(page);
    assert.deepEqual([...new Set(rows.map(({ severity }) => severity))], ['SEV1']);
    assert.equal(address, '?severity=SEV1');
  });

  test('is sorted, and back', async () => {
    const page = await show('sample', 'incidents/');
    const newest = (await read_list(page)).rows;
    const sorted_by = async (order) => {
      await page.select('form.list-tools [name=sort]', order);
      const { rows } = await read_list(page);
      assert.deepEqual(rows.map(({ title }) => title).sort(), newest.map(({ title }) => title).sort());
      return rows;
    };
    assert.ok(is_sorted((await sorted_by('oldest')).map(({ started }) => started)));
    const shortest = (await sorted_by('shortest')).map(({ duration }) => (duration ? seconds(duration) : Infinity));
    assert.ok(is_sorted(shortest));
    const longest = (await sorted_by('longest')).map(({ duration }) => (duration ? -seconds(duration) : 0));
    assert.ok(is_sorted(longest));
    assert.ok(is_sorted((await sorted_by('worst')).map(({ severity }) => severity || 'SEV9')));
    assert.deepEqual(await sorted_by('newest'), newest);
    assert.equal((await read_list(page)).address, '');
  });

  test('is as its address says', async () => {
    const page = await show('sample', 'incidents/?filter=ledger&severity=SEV3&sort=oldest');
    const { rows } = await read_list(page);
    assert.ok(rows.length > 0 && rows.every(({ severity }) => severity === 'SEV3'));
    assert.equal(await page.$eval('form.list-tools [name=filter]', (field) => field.value), 'ledger');
    assert.ok(is_sorted(rows.map(({ started }) => started)));
  });

  test('shows everything where the address says nonsense', async () => {
    const page = await show('sample', 'incidents/?severity=SEV99&sort=%3Cb%3E');
    const { rows, said } = await read_list(page);
    assert.ok(rows.length > 20);
    assert.equal(said, '');
  });

  test('is used with the keyboard alone', async () => {
    const page = await show('sample', 'incidents/');
    await page.focus('form.list-tools [name=filter]');
    await page.keyboard.type('freight');
    await page.keyboard.press('Enter');  // does not leave the page
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    const { rows, address } = await read_list(page);
    assert.equal(address, '?filter=freight&sort=oldest');
    assert.ok(is_sorted(rows.map(({ started }) => started)));
  });
});

describe('a list of several pages', () => {
  test('is sorted by the search page, all of it', async () => {
    const page = await show('generated', 'severities/sev3/');
    const count = Number(/of ([\d,]+)/.exec(await page.$eval('main .lead', (node) => node.textContent))[1].replace(',', ''));
    await page.select('form.list-tools [name=sort]', 'duration');
    await Promise.all([page.waitForNavigation(), page.click('form.list-tools button')]);
    const found = await eventually(() => read_search_page(page), ({ count: shown }) => /^[\d,]+ results$/.test(shown ?? ''),
      'the incidents of the severity');
    assert.equal(Number(found.count.replace(/\D/g, '')), count);
    assert.equal(found.address, '?severity=SEV3&sort=duration');
  });

  test('of all incidents has all of them there, too', async () => {
    const page = await show('generated', 'incidents/');
    await Promise.all([page.waitForNavigation(), page.click('form.list-tools button')]);
    const found = await eventually(() => read_search_page(page), ({ count }) => /results$/.test(count ?? ''), 'all incidents');
    assert.equal(found.count, '1,000 results');
  });
});

describe('a table', () => {
  const read_table = (page) => page.evaluate(() => ({
    rows: [...document.querySelectorAll('table.register tbody tr')].filter((row) => !row.hidden).map((row) => ({
      text: row.textContent.replace(/\s+/g, ' ').trim(),
      owner: row.cells[2].textContent.trim(),
      due: row.cells[4].querySelector('time')?.dateTime ?? '',
    })),
    sorts: [...document.querySelectorAll('th[aria-sort]')].map((head) => `${head.textContent} ${head.ariaSort}`),
    said: document.querySelector('form.list-tools [role=status]').textContent,
    address: location.search,
  }));
  const click_head = (page, words) => page.evaluate((text) => [...document.querySelectorAll('button.sort')]
    .find((button) => button.textContent === text).click(), words);

  test('is sorted up, down, and back', async () => {
    const page = await show('sample', 'actions/');
    const before = await read_table(page);
    assert.deepEqual(before.sorts, []);
    await click_head(page, 'Owner');
    const up = await read_table(page);
    assert.deepEqual([up.sorts, up.address], [['Owner ascending'], '?sort=3']);
    assert.ok(is_sorted(up.rows.map(({ owner }) => owner)));
    await click_head(page, 'Owner');
    const down = await read_table(page);
    assert.deepEqual([down.sorts, down.address], [['Owner descending'], '?sort=-3']);
    assert.ok(is_sorted(down.rows.map(({ owner }) => owner).reverse()));
    await click_head(page, 'Owner');
    assert.deepEqual(await read_table(page), before);
  });

  test('is filtered, and its address says so', async () => {
    const page = await show('sample', 'actions/?filter=ilkka&sort=-5');
    const { rows, said, sorts } = await read_table(page);
    assert.ok(rows.length > 0 && rows.every(({ owner }) => owner.startsWith('Ilkka Rautio')));
    assert.match(said, /^\d+ of \d+$/);
    assert.deepEqual(sorts, ['Due descending']);
    assert.ok(is_sorted(rows.map(({ due }) => due).reverse()));
  });
});
