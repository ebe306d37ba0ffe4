// Every kind of page by keyboard alone: what can be operated is reached in the order in which it stands, is seen while it
// has the focus, and lets go of it. (The search has tests of its own.)
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { launch, open_page } from './support/browsers.js';
import { examples_of, shown_examples, title_of } from './support/kinds.js';
import { address_of, is_worth_saying, Servers } from './support/page_checks.js';
import { assert_nothing } from './support/pages.js';
import { press, tab_to } from './support/search_page.js';
import { site, views } from './support/sites.js';

// Runs in the page: lists what the key Tab should lead to, and from now on what it leads to and how that looks then.
function watch_focus() {
  const name_of = (node) => {
    const text = (node.getAttribute('aria-label') ?? node.textContent).trim().replace(/\s+/g, ' ').slice(0, 40);
    return `${node.cloneNode().outerHTML.replace(/<\/.*/, '').slice(0, 60)} ${text}`;
  };
  const look_of = (node) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor, borderColor } = getComputedStyle(node);
    const is_outlined = outlineStyle !== 'none' && parseFloat(outlineWidth) > 0 && !/, 0\)$/.test(outlineColor);
    return [is_outlined ? outlineColor : '', boxShadow, backgroundColor, borderColor].join();
  };
  const operable = 'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]';
  const nodes = [...document.querySelectorAll(operable)]
    .filter((node) => node.tabIndex >= 0 && !node.disabled && node.checkVisibility({ visibilityProperty: true }));
  document.activeElement.blur();
  const before = new Map([...document.querySelectorAll('body *')].map((node) => [node, look_of(node)]));
  const watch = { expected: nodes.length, visited: [], unseen: [], names: nodes.map(name_of) };
  addEventListener('focusin', ({ target }) => {
    // A window that is given the focus anew tells its focused element once more; Tab leads away from it.
    if (nodes.indexOf(target) !== watch.visited.at(-1)) watch.visited.push(nodes.indexOf(target));
    const box = target.getBoundingClientRect();
    const is_there = box.width > 1 && box.height > 1 && box.top + scrollY >= 0 && box.right > 0 &&
      box.left < document.documentElement.clientWidth &&
      target.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const complain = (text) => watch.unseen.push(`${name_of(target)} ${text}`);
    if (!is_there) complain('has the focus and cannot be seen');
    else if (look_of(target) === before.get(target)) complain('looks no different with the focus');
  });
  window.watch = watch;
}

async function walk(page) {
  // Of two browsers at work one has the window in front; the page is to know nothing of that.
  const devtools = await page.createCDPSession();
  await devtools.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  await page.evaluate(watch_focus);
  const count = await page.evaluate(() => window.watch.expected);
  // The first comes again after the browser's own buttons, so a few more than there are.
  for (let step = 0; step < count + 5; ++step) await page.keyboard.press('Tab');
  return page.evaluate(() => window.watch);
}

// The search page gives the focus to its box, so the round begins behind that.
function problems_of({ expected, visited, unseen, names }) {
  const order = visited.filter((index) => index >= 0);
  const problems = [...new Set(unseen)];
  const due = (place) => (order[0] + place) % expected;
  const wrong = order.findIndex((index, place) => index !== due(place));
  const named = (place) => names[order[place]];
  if (order.length === 0) problems.push('nothing gets the focus');
  else if (wrong >= 0) problems.push(`after ${named(wrong - 1)} comes ${named(wrong)}, not ${names[due(wrong)]}`);
  else if (order.length <= expected) problems.push(`the focus does not get beyond ${named(order.length - 1)}`);
  return problems;
}

describe('by keyboard in chromium', () => {
  const servers = new Servers();
  let launched;
  before(async () => (launched = await launch('chromium')));
  after(async () => {
    await launched.close();
    await servers.stop();
  });

  for (const example of shown_examples(1).filter(({ site: { name } }) => ['sample', 'generated'].includes(name))) {
    test(title_of(example), async () => {
      const view = await open_page(launched, await servers.url(example.site) + address_of(example.pages[0]));
      const seen = await walk(view.page);
      assert.ok(seen.expected > 5, `only ${seen.expected} things to focus`);
      assert_nothing([...problems_of(seen), ...view.complaints().filter(is_worth_saying)]);
      await view.close();
    });
  }
});

for (const browser_name of ['chromium', 'firefox']) {
  describe(`from the top of a page in ${browser_name}`, () => {
    const servers = new Servers();
    let launched;
    before(async () => (launched = await launch(browser_name)));
    after(async () => {
      await launched.close();
      await servers.stop();
    });

    for (const view_name of views) {
      const incidents = () => examples_of('sample', view_name, 1).find(({ kind }) => kind.name === 'incident').pages;
      const open = async () => open_page(launched, await servers.url(site('sample', view_name)) + incidents()[0].path);
      const has_focus = (page, selector) =>
        page.evaluate((wanted) => document.activeElement.closest(wanted) !== null, selector);

      test(`one key leads to the link that skips the menu, another follows it; ${view_name}`, async () => {
        const { page, close } = await open();
        await press(page, 'Tab');
        const link = await page.evaluate(() => {
          const { top, left, width } = document.activeElement.getBoundingClientRect();
          return { href: document.activeElement.getAttribute('href'), top, left, width };
        });
        assert.match(link.href, /^#./);
        assert.ok(link.top >= 0 && link.left >= 0 && link.width > 10, `it is at ${JSON.stringify(link)}`);
        await press(page, 'Enter');
        assert.ok(await has_focus(page, 'main'), 'the focus is not in the main part of the page');
        await press(page, 'Tab');
        assert.ok(await has_focus(page, 'main a, main button, main [tabindex="0"]'), 'the next key leads elsewhere');
        await close();
      });

      test(`the menu is reached and followed; ${view_name}`, async () => {
        const { page, close } = await open();
        await tab_to(page, 'header nav a');
        const [first, second] = await page.$$eval('header.site nav > ul a', (links) => links.map((link) => link.href));
        assert.equal(await page.evaluate(() => document.activeElement.href), first);
        await press(page, 'Tab');
        await Promise.all([page.waitForNavigation(), press(page, 'Enter')]);
        assert.equal(page.url(), second);
        assert.equal(await page.$eval('header nav [aria-current=page]', (link) => link.href), second);
        await close();
      });
    }
  });
}
