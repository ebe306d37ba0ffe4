// What a reader sees of the search: the box of every page with its panel, and the search page; and how tests wait for it.

// Waits until `look` (an async function) gives what `accept` approves of; fails with the last thing seen.
export async function eventually(look, accept, what, timeout = 10000) {
  const end = Date.now() + timeout;
  let seen;
  do {
    seen = await look().catch((error) => `(${error.message})`);
    if (accept(seen)) return seen;
    await new Promise((resolve) => setTimeout(resolve, 30));
  } while (Date.now() < end);
  throw new Error(`${what} did not come about; seen at last: ${JSON.stringify(seen, null, 1)}`);
}

// The panel below the box: null while it is closed.
export function read_panel(page) {
  return page.evaluate(() => {
    const form = document.querySelector('form.search');
    const panel = form.querySelector('.panel');
    if (panel.hidden) return null;
    const shown = (selector) => [...panel.querySelectorAll(selector)].filter((node) => node.checkVisibility());
    const options = shown('[role=option]');
    const active = form.elements.q.getAttribute('aria-activedescendant');
    return {
      note: shown('.panel-note').map((node) => node.textContent).join(),
      titles: shown('.result-title').map((node) => node.textContent),
      others: options.filter((node) => !node.querySelector('.result-title')).map((node) => node.textContent),
      active: options.findIndex((node) => node.id === active),
      selected: options.findIndex((node) => node.getAttribute('aria-selected') === 'true'),
      expanded: form.elements.q.getAttribute('aria-expanded'),
      ways: shown('.browse a').map((node) => node.getAttribute('href')),
      said: form.querySelector('[role=status]').textContent,
    };
  });
}

export function read_search_page(page) {
  return page.evaluate(() => {
    const shown = (selector) => [...document.querySelectorAll(selector)].filter((node) => node.checkVisibility());
    const text = (selector) => shown(selector).map((node) => node.textContent.trim()).join(' ');
    return {
      query: document.querySelector('form.search').elements.q.value,
      address: location.search,
      head: document.title,
      count: text('#search_count'),
      titles: shown('.results h3').map((node) => node.textContent),
      paths: shown('.results h3 a').map((node) => node.href),
      snippets: shown('.results .snippet').map((node) => [...node.childNodes].map((piece) =>
        piece.nodeName === 'MARK' ? `[${piece.textContent}]` : piece.textContent).join('')),
      suggestion: text('[data-part=suggestion] a'),
      note: text('[data-part=note]'),
      waiting: text('[data-part=waiting]'),
      ways: shown('[data-part=browse] a').map((node) => node.href),
      facets: Object.fromEntries(shown('[data-facet]').map((set) => [set.dataset.facet,
        [...set.querySelectorAll('li')].map((item) => {
          const box = item.querySelector('input');
          return `${box.value} ${item.querySelector('.soft').textContent}${box.checked ? ' chosen' : ''}`;
        })])),
      said: document.querySelector('form.search [role=status]').textContent,
    };
  });
}

export const is_found = (seen) => seen !== null && typeof seen === 'object' && seen.titles.length > 0;

// Everything a reader can do here is done by keys.
export async function press(page, ...keys) {
  for (const key of keys) {
    const chord = key.split('+');
    for (const held of chord.slice(0, -1)) await page.keyboard.down(held);
    await page.keyboard.press(chord[chord.length - 1]);
    for (const held of chord.slice(0, -1).reverse()) await page.keyboard.up(held);
  }
}

// As the browser's own buttons, which do not wait for anything.
export const go_back = (page) => page.evaluate(() => setTimeout(() => history.back()));
export const go_forward = (page) => page.evaluate(() => setTimeout(() => history.forward()));

// Tab until `selector` has the focus.
export async function tab_to(page, selector) {
  for (let step = 0; step < 200; ++step) {
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the key Tab does not lead to ${selector}`);
}

// What only markup could have made of a text.
export function traces_of_markup(page) {
  return page.evaluate(() => [...document.querySelectorAll('main img, main script, form.search img, form.search script, ' +
    'main [onerror], main [onmouseover], .results i, .results b, .panel i')].map((node) => node.outerHTML));
}
