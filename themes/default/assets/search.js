// The search box of every page and its panel of results; search-page.js is the rest.
//
// Comes after the words (`debriefWords`), which the program writes in the language of the site.
//
// The engine runs in a worker (search-worker.js), which starts when a reader first touches the
// box and not before. What is found enters the page as text, never as HTML.
'use strict';

// What search-page.js shares; null on a page without the box, if a theme has such.
const debriefSearch = (() => {
  const form = document.querySelector('form.search');
  if (!form) return null;
  const input = form.elements.q;
  for (const [name, value] of Object.entries({ autocapitalize: 'off', spellcheck: 'false',
    enterkeyhint: 'search' })) input.setAttribute(name, value);

  // ---- Words, numbers and dates ----

  const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const { texts, locale, units, severities, statuses } = debriefWords;
  const text = (name, values = {}) => fill(texts[name], values);
  const numbers = new Intl.NumberFormat(locale);
  const counted = (name, count) =>
    text(name + (count === 1 ? '_one' : '_many'), { count: numbers.format(count) });

  function dayIn(timeZone) {
    try {
      return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone });
    } catch {
      return dayIn('UTC');  // The zone is newer than the browser.
    }
  }

  // Where only the day is known, the index has midnight UTC, and no zone moves it.
  const days = { local: dayIn(debriefWords.time_zone), utc: dayIn('UTC') };
  const date = seconds => (seconds % 86400 ? days.local : days.utc).format(seconds * 1000);

  // "1 h 2 min", as on the other pages: the two largest units.
  function duration(seconds) {
    const counts = [Math.floor(seconds / 86400), Math.floor(seconds / 3600) % 24,
      Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60];
    const first = counts.findIndex(Boolean);
    if (first < 0) return '0 ' + units[2];
    return counts.map((count, i) => count && `${count} ${units[i]}`)
      .slice(first, first + 2).filter(Boolean).join(' ');
  }

  // ---- Pieces of the page ----

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  function setText(node, words) {
    node.textContent = words || '';
    node.hidden = !words;
  }

  const absolute = name => new URL(form.dataset[name], document.baseURI).href;
  const addressOf = path => absolute('root') + path.split('/').map(encodeURIComponent).join('/');
  const searchAddress = query => form.action + '?' + new URLSearchParams({ q: query });

  function facts(result) {
    const severity = result.severity && element('span',
      { class: `severity level-${severities[result.severity] || 'unknown'}` }, result.severity);
    const status = statuses[result.status] && element('span',
      { class: result.status === 'open' ? 'state open' : 'badge' }, statuses[result.status]);
    const words = [result.id, result.started === null ? '' : date(result.started),
      result.duration_seconds === null ? '' : duration(result.duration_seconds)];
    const services = result.service_names.join(', ');
    return element('span', { class: 'result-facts' }, ...[severity, status,
      ...words.map(word => word && element('span', {}, word)),
      services && element('span', { dir: 'auto' }, services)].filter(Boolean));
  }

  // For those to whom the search fails.
  const browseList = () => element('ul', {}, ...debriefWords.browse.map(({ label, path }) =>
    element('li', {}, element('a', { href: addressOf(path) }, label))));

  const snippet = result => element('span', { class: 'snippet', dir: 'auto' },
    ...result.snippet.map(span => (span.matched ? element('mark', {}, span.text) : span.text)));

  // For those who hear the page: once, when the reader has stopped typing.
  const status = form.querySelector('[role=status]');
  let saying;
  function announce(words) {
    clearTimeout(saying);
    saying = setTimeout(() => { status.textContent = words; }, 500);
  }

  // ---- The engine ----

  const kLoadingTime = 60e3;  // milliseconds, as all here
  const kQueryTime = 10e3;
  const kPatience = 200;  // before it is said that something takes its time

  let worker = null;
  let isReady = false;
  let newest = 0;     // only the answer to the newest search is wanted
  let asker = null;   // who wants it: { waiting, results, details, failed, incomplete }
  let isAnswered = false;  // all but the details
  let limit = 0;      // timers; `limit` runs as long as there is no answer
  let patience = 0;

  function start() {
    if (worker) return;
    isReady = false;
    const started = new Worker(absolute('worker'));
    worker = started;
    worker.onmessage = ({ data }) => { if (worker === started) receive(data); };
    worker.onerror = event => {
      event.preventDefault();
      if (worker === started) giveUp(isReady ? 'internal' : 'network');
    };
    worker.postMessage({ type: 'open', engine: absolute('engine'), index: absolute('index') });
  }

  function warmUp() {
    try { start(); } catch { /* The first search will say so. */ }
  }

  function search(request, who) {
    cancel();
    asker = who;
    try { start(); } catch { return giveUp('unsupported'); }
    worker.postMessage({ type: 'search', id: newest, request });
    wait();
  }

  function wait() {
    stopWaiting();
    patience = setTimeout(() => asker.waiting(text(isReady ? 'busy' : 'loading')), kPatience);
    limit = isReady ? setTimeout(giveUp, kQueryTime, 'slow')
                    : setTimeout(giveUp, kLoadingTime, 'network');
  }

  function stopWaiting() {
    clearTimeout(limit);
    clearTimeout(patience);
    limit = 0;
  }

  function cancel() {
    stopWaiting();
    newest += 1;
    asker = null;
    isAnswered = false;
  }

  function receive(message) {
    if (message.type === 'ready') {
      isReady = true;
      if (limit) wait();
    } else if (message.type === 'error') {
      if (message.id === newest || message.id === null) fail(message.reason, message.detail);
    } else if (message.id === newest && asker) {
      stopWaiting();
      isAnswered = true;
      if (message.type === 'results') asker.results(message.answer);
      else asker.details(message);
    }
  }

  function fail(reason, detail) {
    const who = asker;
    // What was found stays; only what would have come after it is missing.
    if (who && isAnswered) return who.incomplete();
    cancel();
    const words = texts['failed_' + reason.replace('-', '_')] || texts.failed_internal;
    if (who) who.failed(words, detail || '');
  }

  // With the next search, another worker starts.
  function giveUp(reason) {
    if (worker) worker.terminate();
    worker = null;
    fail(reason);
  }

  // ---- The panel below the box ----

  let reopen = () => {};

  function makePanel(panel) {
    const kMost = 8;
    const [list, note, browse] = ['[role=listbox]', '.panel-note', '.browse'].map(
      each => panel.querySelector(each));
    let query = '';     // what the panel shows
    let answer = null;
    let active = -1;    // the option that Enter opens; -1: the search page

    for (const [name, value] of Object.entries({ role: 'combobox', 'aria-controls': list.id,
      'aria-autocomplete': 'list', 'aria-expanded': 'false' })) input.setAttribute(name, value);

    function setOpen(isOpen) {
      panel.hidden = !isOpen;
      input.setAttribute('aria-expanded', String(isOpen && !list.hidden));
      if (!isOpen) choose(-1);
    }

    function choose(index) {
      active = index;
      for (const [i, option] of [...list.children].entries()) {
        option.setAttribute('aria-selected', String(i === active));
      }
      if (active < 0) return input.removeAttribute('aria-activedescendant');
      input.setAttribute('aria-activedescendant', list.children[active].id);
      list.children[active].scrollIntoView({ block: 'nearest' });
    }

    function options() {
      const found = answer.results.map(result => [addressOf(result.path),
        element('span', { class: 'result-title', dir: 'auto' }, result.title),
        facts(result), snippet(result)]);
      if (answer.suggestion) {
        found.push([searchAddress(answer.suggestion), text('suggestion') + ' ',
          element('b', { dir: 'auto' }, answer.suggestion)]);
      }
      if (answer.total) found.push([searchAddress(query), counted('all', answer.total)]);
      return found.map(([href, ...children], i) => element('a', { role: 'option', href,
        id: 'search_option_' + i, tabindex: '-1', 'aria-selected': 'false' }, ...children));
    }

    function render() {
      const chosen = active >= 0 && list.children[active].href;
      list.replaceChildren(...options());
      list.hidden = !list.children.length;
      setText(note, [answer.problem, answer.total ? '' : text('no_results')].filter(Boolean).join(' '));
      browse.hidden = true;
      setOpen(true);
      choose(chosen ? [...list.children].findIndex(option => option.href === chosen) : -1);
    }

    function say(words, offersMore) {
      answer = null;
      list.replaceChildren();
      list.hidden = true;
      setText(note, words);
      if (!browse.firstChild) browse.append(browseList());
      browse.hidden = !offersMore;
      active = -1;
      setOpen(true);
    }

    const asking = {
      // What is shown already may stay a little longer.
      waiting: words => { if (!answer) say(words, false); },
      results(found) {
        answer = found;
        render();
        announce(found.total ? counted('result', found.total) : text('no_results'));
      },
      details({ suggestion }) {
        if (!suggestion || panel.hidden) return;
        answer.suggestion = suggestion;
        render();
      },
      failed(words) { say(words, true); announce(words); },
      incomplete() {},
    };

    function ask() {
      query = input.value.trim();
      if (query) return search({ query, limit: kMost, facets: [], typing: true }, asking);
      cancel();
      answer = null;
      setOpen(false);
    }

    function close() {
      cancel();
      setOpen(false);
    }

    function move(step) {
      const count = list.children.length;
      // From the last option through the box itself to the first.
      if (count) choose((active + 1 + step + count + 1) % (count + 1) - 1);
    }

    reopen = () => { if (panel.hidden) ask(); };

    input.addEventListener('input', () => {
      choose(-1);
      ask();
    });
    input.addEventListener('focus', reopen);
    input.addEventListener('keydown', event => {
      if (event.isComposing) return;
      const isArrow = event.key === 'ArrowDown' || event.key === 'ArrowUp';
      if (isArrow && panel.hidden) {
        ask();
      } else if (isArrow) {
        move(event.key === 'ArrowDown' ? 1 : -1);
      } else if (event.key === 'Enter' && active >= 0) {
        list.children[active].click();
      } else if (event.key === 'Escape' && !panel.hidden) {
        close();
      } else if (event.key === 'Escape' && input.value) {
        input.value = '';
      } else {
        return;
      }
      event.preventDefault();
    });
    form.addEventListener('focusout', event => {
      if (event.relatedTarget && !form.contains(event.relatedTarget)) close();
    });
    document.addEventListener('pointerdown', event => {
      if (!panel.hidden && !form.contains(event.target)) close();
    });
  }

  // ---- Keys ----

  const kSlashKey = 'debrief-slash';

  function isSlashOn() {
    try { return localStorage.getItem(kSlashKey) !== 'off'; } catch { return true; }
  }

  for (const label of document.querySelectorAll('.switch')) {
    const box = label.querySelector('input');
    box.checked = isSlashOn();
    label.hidden = false;
    box.addEventListener('change', () => {
      try { localStorage.setItem(kSlashKey, box.checked ? 'on' : 'off'); } catch { /* not kept */ }
    });
  }

  const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
  const shortcut = form.querySelector('.shortcut');
  if (isMac) shortcut.textContent = text('key_mac');
  shortcut.hidden = false;
  input.setAttribute('aria-keyshortcuts', isMac ? 'Meta+K' : 'Control+K');

  const panel = form.querySelector('.panel');
  form.addEventListener('focusin', warmUp);
  form.addEventListener('pointerdown', warmUp);
  if (panel) makePanel(panel);

  const isField = node => node.isContentEditable ||
    node.matches('select, textarea, input:not([type=checkbox])');

  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.altKey || event.shiftKey && event.key !== '/') return;
    const isControlK = /^k$/i.test(event.key) && (isMac ? event.metaKey : event.ctrlKey);
    const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey &&
      !isField(event.target) && isSlashOn();
    if (!isControlK && !isSlash) return;
    event.preventDefault();
    if (document.activeElement === input) reopen();
    input.focus();
    input.select();
  });

  return { form, input, fill, numbers, counted, text, element, setText, facts, snippet,
    addressOf, announce, search, cancel };
})();
