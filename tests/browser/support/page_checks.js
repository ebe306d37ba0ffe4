// What every kind of page must be in a browser, whoever looks at it: nothing that axe finds, in light and in dark, on a wide
// and on a narrow screen; no scrolling sideways; no complaint of the browser and no request to elsewhere.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';

import { launch, open_page } from './browsers.js';
import { shown_examples, title_of } from './kinds.js';
import { assert_nothing, base_of } from './pages.js';
import { eventually, is_found, press, read_panel, read_search_page } from './search_page.js';
import { site, views } from './sites.js';
import { StaticServer } from './static_server.js';

const colors = ['light', 'dark'];
// 640 pixels are what is left of 1280 for those who enlarge the text to 200 %.
const widths = [1280, 640, 320];
// Where axe looks: at the first example of a kind in content/, and at others. Firefox, which is slower, gets the few only.
const all_looks = ['light 1280', 'dark 1280', 'light 320', 'dark 320'];
const few_looks = ['light 1280', 'dark 320'];

// Of the rules that axe has on trial those that are sure of themselves. Not `focus-order-semantics`: tables and code that
// may be too wide can be focused so that keys scroll them, though they are nothing that one operates.
const more_rules = ['target-size', 'td-has-header', 'table-fake-caption', 'p-as-heading', 'label-content-name-mismatch',
  'css-orientation-lock'];

export const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const axe_options = {
  resultTypes: ['violations', 'incomplete'],
  runOnly: {
    type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
  },
  rules: Object.fromEntries(more_rules.map((rule) => [rule, { enabled: true }])),
};

// Servers of all sites, started when they are first asked for, each below the path that the site was built for.
export class Servers {
  #running = new Map();

  async url(one) {
    const below = new URL(base_of(one)).pathname;
    if (!this.#running.has(one.site)) this.#running.set(one.site, new StaticServer(one.site, { below }).start());
    return (await this.#running.get(one.site)).url;
  }

  async stop() {
    for (const server of this.#running.values()) await (await server).stop();
  }
}

// The page for missing addresses is shown at one that is missing.
export const address_of = (page) => (page.path === '404.html' ? 'no/such/page' : page.path);

// What a browser says of the page for missing addresses, rightly.
export const is_worth_saying = (complaint) => !/status of 404/.test(complaint);

export function pages_are_sound(browser_name) {
  const servers = new Servers();
  // One for both colours, or one for each: Chromium is told its colour later, Firefox before it starts.
  const browsers = [];

  // `show` brings the page into the state that is to be looked at.
  async function problems_of(one, addresses, show = () => {}) {
    const problems = [];
    const url = await servers.url(one);
    // Firefox is slower, so it shows what differs little from content/ in one colour only.
    const asked = browsers.length > 1 && one.name !== 'sample' ? browsers.slice(-1) : browsers;
    for (const browser of asked) {
      const view = await view_of(browser, one, url);
      const known = view.complaints().length;
      for (const [index, address] of addresses.entries()) {
        await view.page.setViewport({ width: widths[0], height: 900 });
        await view.page.goto(url + address);
        await show(view.page);
        await view.page.evaluate(axe);
        const looks = one.name === 'sample' && index === 0 && browser_name === 'chromium' ? all_looks : few_looks;
        for (const [text, seen_in] of await look_at(view.page, browser.colors, looks)) {
          problems.push(`/${address} (${seen_in.join(', ')}): ${text}`);
        }
      }
      problems.unshift(...view.complaints().slice(known).filter(is_worth_saying));
    }
    return problems;
  }

  // The same for all pages of a site.
  async function view_of(browser, one, url) {
    if (browser.site !== one.site) {
      await browser.view?.close();
      browser.view = await open_page(browser.launched, url);
      browser.site = one.site;
    }
    return browser.view;
  }

  describe(`pages in ${browser_name}`, () => {
    before(async () => {
      for (const its_colors of browser_name === 'chromium' ? [colors] : colors.map((color) => [color])) {
        const launched = await launch(browser_name, {
          'layout.css.prefers-color-scheme.content-override': its_colors[0] === 'dark' ? 0 : 1,
        });
        browsers.push({ launched, colors: its_colors });
      }
    });
    after(async () => {
      for (const { launched } of browsers) await launched.close();
      await servers.stop();
    });

    for (const example of shown_examples(browser_name === 'chromium' ? 2 : 1)) {
      test(title_of(example), async () => {
        assert_nothing(await problems_of(example.site, example.pages.map(address_of)));
      });
    }

    // What scripts make of a page is no less a page.
    for (const view of views) {
      test(`sample, ${view}: results of a search`, async () => {
        const has_results = (seen) => seen.titles.length > 0 && Object.keys(seen.facets).length > 0;
        assert_nothing(await problems_of(site('sample', view), ['search/?q=database'], (page) =>
          eventually(() => read_search_page(page), has_results, 'results')));
      });
      test(`sample, ${view}: results while typing`, async () => {
        assert_nothing(await problems_of(site('sample', view), [''], async (page) => {
          await press(page, 'Control+k');
          await page.keyboard.type('database');
          await eventually(() => read_panel(page), is_found, 'results');
        }));
      });
    }
  });
}

// What is wrong, and for each the widths and colours that it was seen in. Requires: the page runs `axe`.
export async function look_at(page, its_colors, looks) {
  const found = new Map();
  const add = (text, look) => found.set(text, [...new Set([...found.get(text) ?? [], look])]);
  for (const width of widths) {
    if (width !== widths[0]) await page.setViewport({ width, height: 900 });
    const [needed, there] = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return [scrollWidth, clientWidth];
    });
    if (needed > there) add(`${needed} pixels wide, of ${there} that there are: ${await wide_parts(page)}`, `${width}`);
    for (const look of its_colors.map((color) => `${color} ${width}`).filter((one) => looks.includes(one))) {
      await set_color(page, look.split(' ')[0], its_colors);
      for (const line of await run_axe(page)) add(line, look);
    }
  }
  return found;
}

async function set_color(page, color, its_colors) {
  if (its_colors.length > 1) await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: color }]);
  const is_so = await page.evaluate((wanted) => matchMedia(`(prefers-color-scheme: ${wanted})`).matches, color);
  assert.ok(is_so, `it is not ${color}`);
}

function wide_parts(page) {
  return page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    const wide = [...document.querySelectorAll('body *')].filter((node) => node.getBoundingClientRect().right > edge + 1);
    return wide.slice(0, 4).map((node) => node.cloneNode().outerHTML.slice(0, 80)).join(' ');
  });
}

function run_axe(page) {
  return page.evaluate(async (options) => {
    const { violations, incomplete } = await window.axe.run(document, options);
    const lines = [];
    for (const { id, help, nodes } of violations) {
      for (const { target, any } of nodes) {
        lines.push(`${id}: ${target.join(' ')}: ${help}. ${any.map(({ message }) => message).join('; ')}`);
      }
    }
    // Of stripes axe says that it cannot tell; text on them must be readable on each of their colours.
    const channels = (color) => color.match(/[\d.]+/g).slice(0, 3).map(Number);
    const luminance = (color) => {
      const [red, green, blue] = channels(color).map((value) => value / 255)
        .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    for (const { nodes } of incomplete.filter(({ id }) => id === 'color-contrast')) {
      for (const { target, any } of nodes.filter((node) => node.any[0]?.data?.messageKey === 'bgGradient')) {
        const node = document.querySelector(target[0]);
        let striped = node;
        while (getComputedStyle(striped).backgroundImage === 'none') striped = striped.parentElement;
        const ink = luminance(getComputedStyle(node).color);
        for (const paper of getComputedStyle(striped).backgroundImage.match(/rgb\([^)]*\)/g)) {
          const both = [ink, luminance(paper)];
          const ratio = (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
          const needed = parseFloat(any[0].data.expectedContrastRatio);
          if (ratio >= needed) continue;
          lines.push(`color-contrast: ${target[0]}: ${ratio.toFixed(2)} on a stripe of ${paper}, not ${needed}`);
        }
      }
    }
    return lines;
  }, axe_options);
}
