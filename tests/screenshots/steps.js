// What is done on a page before its picture is taken.
import { eventually, press, read_panel, read_search_page, tab_to } from '../browser/support/search_page.js';

// By the keyboard, so that the ring of the focus shows.
export const focus = (selector) => (page) => tab_to(page, selector);

export const open_panel = (text) => async (page) => {
  await press(page, 'Control+k');
  await page.keyboard.type(text);
  // What was found is announced once no more comes.
  await eventually(() => read_panel(page), (panel) => panel?.said, `the panel for ${text}`, 30000);
};

export async function wait_for_results(page) {
  const is_still = (busy) => !busy;
  await eventually(() => read_search_page(page), (seen) => /\d|Kein|No /.test(seen.count ?? ''), 'the results', 30000);
  await eventually(() => page.evaluate(() => Boolean(document.querySelector('.late')) ||
    document.querySelector('[data-part=waiting]').checkVisibility()), is_still, 'the last results', 30000);
  // The facets come after the results.
  await new Promise((resolve) => setTimeout(resolve, 250));
}
