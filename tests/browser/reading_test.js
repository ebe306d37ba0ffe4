// Pages under other conditions than most: without scripts, on paper, without motion, from right to left.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';

import { launch, open_page } from './support/browsers.js';
import { examples_of, title_of } from './support/kinds.js';
import { address_of, is_worth_saying, Servers } from './support/page_checks.js';
import { assert_nothing } from './support/pages.js';
import { run } from './support/processes.js';
import { press } from './support/search_page.js';
import { program, site, views } from './support/sites.js';

const id = 'PM-2025-001';
const address = 'incidents/pm-2025-001/';

// What a reader of the incident has to find, as the terminal has it.
function wanted_texts() {
  const shown = run(program, ['--root', site('sample').knowledge_base, 'show', id, '--json']);
  const { title, timeline, action_items } = JSON.parse(shown);
  assert.ok(timeline.length > 5 && action_items.length > 2);
  return [title, ...timeline.map(({ text }) => text), ...action_items.map(({ text }) => text)];
}

const plain = (text) => text.replace(/\s+/g, ' ');

function missing_of(text, wanted) {
  return wanted.map(plain).filter((piece) => !plain(text).includes(piece)).map((piece) => `'${piece}' is missing`);
}

// Without what is there to be heard only.
const shown_text = (page) => page.evaluate(() => {
  for (const node of document.querySelectorAll('.unseen')) node.remove();
  return document.body.innerText;
});

// What is there to be operated.
function shown_controls(page, selector) {
  return page.evaluate((wanted) => [...document.querySelectorAll(wanted)].filter((node) => node.checkVisibility())
    .map((node) => node.outerHTML.replace(/\s+/g, ' ').slice(0, 100)), selector);
}

for (const browser_name of ['chromium', 'firefox']) {
  describe(`without scripts in ${browser_name}`, () => {
    const servers = new Servers();
    let launched;
    before(async () => (launched = await launch(browser_name, { 'javascript.enabled': false })));
    after(async () => {
      await launched.close();
      await servers.stop();
    });

    async function with_page(one, where, use) {
      const view = await open_page(launched, await servers.url(one) + where);
      try {
        if (browser_name === 'chromium') {
          await view.page.setJavaScriptEnabled(false);
          await view.page.reload();
        }
        assert.ok(await view.page.evaluate(() => matchMedia('(scripting: none)').matches), 'there are scripts');
        await use(view.page);
        assert_nothing(view.complaints().filter(is_worth_saying));
      } finally {
        await view.close();
      }
    }

    // By key, and without what a remote control does in promises: those are scripts of the page too.
    async function follow(page, selector) {
      const is_there = await page.evaluate((wanted) => {
        const link = [...document.querySelectorAll(wanted)].find((node) => node.checkVisibility());
        link?.focus();
        return link !== undefined;
      }, selector);
      assert.ok(is_there, `there is no ${selector} on ${page.url()}`);
      await Promise.all([page.waitForNavigation(), press(page, 'Enter')]);
    }

    const heading = (page) => page.evaluate(() => document.querySelector('h1').textContent);
    const hrefs_of = (page, selector) => page.evaluate((wanted) => [...document.querySelectorAll(wanted)]
      .filter((link) => link.checkVisibility()).map((link) => link.href), selector);

    test('an incident can be read', () => with_page(site('sample'), address, async (page) => {
      assert_nothing(missing_of(await shown_text(page), [...wanted_texts(), 'SEV1', '1 h 2 min']));
    }));

    test('a tag leads to other incidents', () => with_page(site('sample'), address, async (page) => {
      const from = await heading(page);
      await follow(page, 'main a[href*="/tags/"]');
      assert.notEqual(await heading(page), from);
      await follow(page, 'main a[href*="/incidents/"]:not([href*="pm-2025-001"], [href$="/incidents/"])');
      assert.match(page.url(), /\/incidents\/pm-/);
      assert.notEqual(await heading(page), from);
    }));

    for (const view_name of views) {
      const one = site('sample', view_name);

      test(`lists of all sorts lead to incidents; ${view_name}`, () => with_page(one, '', async (page) => {
        const [incident] = examples_of('sample', view_name, 1).find(({ kind }) => kind.name === 'incident').pages;
        const problems = [];
        for (const list of ['services/', 'causes/', 'severities/', 'archive/']) {
          await page.goto(await servers.url(one));
          await follow(page, `header nav a[href$="${list}"], footer nav a[href$="${list}"]`);
          const start = page.url();
          const hrefs = await hrefs_of(page, 'main a');
          let is_found = false;
          for (const href of hrefs.filter((other) => other.startsWith(start) && other !== start)) {
            await page.goto(href);
            is_found = (await hrefs_of(page, 'main a')).some((other) => other.endsWith(`/${incident.path}`));
            if (is_found) break;
          }
          if (!is_found) problems.push(`no list below ${list} has ${incident.path}`);
        }
        assert_nothing(problems);
      }));

      test(`nothing is shown that needs a script; ${view_name}`, () => with_page(one, '', async (page) => {
        const problems = [];
        for (const example of examples_of('sample', view_name, 1)) {
          await page.goto(await servers.url(one) + address_of(example.pages[0]));
          const controls = await shown_controls(page, 'button, input, select, textarea, kbd.shortcut, [role=button], ' +
            '[role=listbox], a:not([href]), [contenteditable], dialog, [data-part]:not([data-part=browse])');
          problems.push(...controls.map((html) => `${title_of(example)}: ${html}`));
        }
        assert_nothing(problems);
      }));
    }

    test('the search page says why it does not search, and where else to look', () =>
      with_page(site('sample'), 'search/?q=ferry', async (page) => {
        assert.match(await shown_text(page), /needs JavaScript/);
        const ways = await hrefs_of(page, '[data-part=browse] a');
        assert.ok(ways.length >= 3, `only ${ways.length} other ways`);
      }));
  });
}

describe('in chromium', () => {
  const servers = new Servers();
  let launched;
  before(async () => (launched = await launch('chromium')));
  after(async () => {
    await launched.close();
    await servers.stop();
  });

  async function for_each_kind(view_name, look) {
    const problems = [];
    const view = await open_page(launched, await servers.url(site('sample', view_name)));
    for (const example of examples_of('sample', view_name, 1)) {
      await view.page.goto(await servers.url(example.site) + address_of(example.pages[0]));
      problems.push(...(await look(view.page)).map((line) => `${title_of(example)}: ${line}`));
    }
    await view.close();
    assert_nothing(problems);
  }

  test('an incident is printed without what is of use on screens only', async () => {
    const view = await open_page(launched, await servers.url(site('sample')) + address);
    const [menu, ...labels] = await view.page.$$eval('header nav > ul a', (links) => links.map((link) => link.textContent));
    assert.ok(menu && labels.length > 2);
    await view.page.emulateMediaType('print');
    const printed = await shown_text(view.page);
    assert_nothing(missing_of(printed, wanted_texts()));
    assert.deepEqual(await shown_controls(view.page, 'nav, button, input, select, a.skip, a.permalink, footer.site'), []);
    const pdf = Buffer.from(await view.page.pdf());
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
    assert_nothing(problems_of_pdf(pdf, [menu, ...labels].join(' ')));
    await view.close();
  });

  // Needs poppler-utils; lines of text are broken at other places on paper.
  function problems_of_pdf(pdf, menu) {
    if (!fs.existsSync('/usr/bin/pdftotext')) return [];
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'debrief-print-'));
    fs.writeFileSync(path.join(folder, 'page.pdf'), pdf);
    const text = run('/usr/bin/pdftotext', ['-raw', path.join(folder, 'page.pdf'), '-']);
    fs.rmSync(folder, { recursive: true });
    const problems = missing_of(text, wanted_texts());
    return plain(text).includes(menu) ? [...problems, 'the menu is on paper'] : problems;
  }

  for (const view_name of views) {
    test(`nothing moves for those who asked for that; ${view_name}`, () => for_each_kind(view_name, async (page) => {
      await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
      return page.evaluate(() => {
        const lines = [];
        for (const node of document.querySelectorAll('*')) {
          for (const part of ['', '::before', '::after']) {
            const style = getComputedStyle(node, part);
            const name = `<${node.tagName.toLowerCase()} class="${node.getAttribute('class') ?? ''}">${part}`;
            const takes_time = (durations) => durations.split(', ').some((duration) => parseFloat(duration) > 0);
            if (takes_time(style.transitionDuration)) lines.push(`${name} has a transition`);
            if (style.animationName !== 'none') lines.push(`${name} has an animation`);
            if (style.scrollBehavior === 'smooth') lines.push(`${name} scrolls smoothly`);
          }
        }
        return [...new Set(lines)];
      });
    }));

    test(`nothing sticks out from right to left; ${view_name}`, () => for_each_kind(view_name, async (page) => {
      const lines = [];
      for (const width of [1280, 320]) {
        await page.setViewport({ width, height: 900 });
        lines.push(...await page.evaluate(() => {
          document.documentElement.dir = 'rtl';
          const { scrollWidth, clientWidth } = document.documentElement;
          if (scrollWidth <= clientWidth) return [];
          const out = [...document.querySelectorAll('body *')].filter((node) => node.getBoundingClientRect().left < -1);
          const tags = out.slice(0, 4).map((node) => node.cloneNode().outerHTML.slice(0, 80));
          return [`${scrollWidth} pixels wide, of ${clientWidth}: ${tags.join(' ')}`];
        }));
      }
      return lines;
    }));
  }
});
