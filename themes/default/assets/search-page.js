// The search page: filters, pages of results, and an address that says what was asked.
//
// Comes after search.js, which has the box itself and the engine.
'use strict';

(() => {
  const page = document.querySelector('.search-page');
  if (!page || !debriefSearch) return;
  const { form, input, fill, numbers, counted, text, element, setText, facts, snippet,
    addressOf, announce, search, cancel } = debriefSearch;

  const kPerPage = 10;
  const kShownValues = 8;
  const kTyping = 80;    // milliseconds without a change, before the address follows
  const kSettled = 800;  // and before that counts
  // What the engine calls the lists of its filters.
  const kListNames = { service: 'services', cause: 'causes', severity: 'severities', year: 'years',
    status: 'statuses' };

  // Days as addresses and fields have them: "2026-01-15".
  const dayAfter = (day, count) => (/^\d{4}-/.test(day)
    ? new Date(Date.parse(day) + count * 86400e3).toISOString().slice(0, 10) : '');

  // Of a year, a month or a day; empty for anything else.
  function firstDay(period) {
    const day = /^\d{4}(-\d\d){0,2}$/.test(period) ? (period + '-01-01').slice(0, 10) : '';
    return Number.isNaN(Date.parse(day)) ? '' : day;
  }

  // ---- One field to filter by ----

  function makeFacet(fieldset) {
    const name = fieldset.dataset.facet;
    const values = fieldset.querySelector('ul');
    const more = fieldset.querySelector('button');
    const labels = new Map([...fieldset.querySelector('template').content.children].map(
      (each, place) => [each.value.toLowerCase(), { label: each.textContent, place }]));
    const items = new Map();   // by value in lower case, as the engine compares

    const boxes = () => [...items.values()].map(item => item.box);
    const chosen = () => boxes().filter(box => box.checked).map(box => box.value);

    function itemOf(value) {
      const key = value.toLowerCase();
      if (!items.has(key)) {
        const box = element('input', { type: 'checkbox', value });
        const count = element('span', { class: 'soft' });
        const { label = value, place = labels.size } = labels.get(key) || {};
        const node = element('li', {}, element('label', {}, box, ' ',
          element('span', { dir: 'auto' }, label), ' ', count));
        items.set(key, { node, box, count, place });
      }
      return items.get(key);
    }

    // Years from the newest, severities from the worst, all others from the most frequent.
    function inOrder(shown) {
      if (name === 'year') shown.sort((left, right) => right.box.value - left.box.value);
      if (name === 'severity') shown.sort((left, right) => left.place - right.place);
      return shown;
    }

    function fold() {
      const isOpen = more.getAttribute('aria-expanded') === 'true';
      const nodes = [...values.children];
      nodes.forEach((node, i) => {
        node.hidden = !isOpen && i >= kShownValues && !node.querySelector('input').checked;
      });
      more.hidden = nodes.length <= kShownValues;
      more.textContent = isOpen ? more.dataset.fewer : more.dataset.more;
      fieldset.hidden = !nodes.length;
    }

    function show(counts) {
      for (const item of items.values()) item.count.textContent = numbers.format(0);
      const shown = counts.map(({ value, count }) => {
        const item = itemOf(value);
        item.count.textContent = numbers.format(count);
        return item;
      });
      for (const item of items.values()) {
        if (item.box.checked && !shown.includes(item)) shown.push(item);
      }
      const nodes = inOrder(shown).map(item => item.node);
      const isSame = nodes.length === values.children.length &&
        nodes.every((node, i) => node === values.children[i]);
      if (!isSame) {
        const focused = document.activeElement;
        values.replaceChildren(...nodes);
        if (values.contains(focused)) focused.focus({ preventScroll: true });
      }
      fold();
    }

    function choose(wanted) {
      for (const box of boxes()) box.checked = false;
      for (const value of wanted) {
        const item = itemOf(value);
        item.box.checked = true;
        if (!item.node.parentNode) values.append(item.node);
      }
      fold();
    }

    more.addEventListener('click', () => {
      more.setAttribute('aria-expanded', String(more.getAttribute('aria-expanded') !== 'true'));
      fold();
    });
    return { name, listName: kListNames[name], chosen, choose, show };
  }

  // ---- The parts of the page ----

  const part = name => page.querySelector(`[data-part=${name}]`);
  const filters = page.querySelector('.filters');
  const { after, until, sort } = filters.elements;
  const facets = [...filters.querySelectorAll('[data-facet]')].map(makeFacet);
  const heading = page.querySelector('h2');
  const list = page.querySelector('.results');
  const paging = page.querySelector('.paging');
  const [previous, position, next] = paging.children;
  const suggestion = part('suggestion').querySelector('a');
  const title = document.title;
  let pageNumber = 1;
  let isTyping = false;   // the last word may be unfinished
  let isSettled = true;   // the next change is worth an entry in the history
  let isNothing = false;  // the last search found nothing
  let typing = 0;
  let settling = 0;

  // ---- What is asked. The address says it all: it is made from the fields, and they from it ----

  function parameters(query, number) {
    const asked = new URLSearchParams();
    const set = (name, value) => { if (value) asked.append(name, value); };
    set('q', query);
    for (const facet of facets) facet.chosen().forEach(value => set(facet.name, value));
    set('after', after.value);
    set('before', dayAfter(until.value, 1));
    if (sort.value !== 'relevance') set('sort', sort.value);
    if (number > 1) set('page', number);
    return asked;
  }

  function address(query, number) {
    const asked = parameters(query, number).toString();
    return location.pathname + (asked && '?' + asked);
  }

  function readAddress() {
    const asked = new URLSearchParams(location.search);
    input.value = asked.get('q') || '';
    for (const facet of facets) facet.choose(asked.getAll(facet.name));
    after.value = firstDay(asked.get('after'));
    until.value = dayAfter(firstDay(asked.get('before')), -1);
    sort.value = asked.get('sort') || '';
    if (!sort.value) sort.value = 'relevance';
    pageNumber = Math.max(1, Number.parseInt(asked.get('page'), 10) || 1);
    isTyping = false;
    isSettled = true;
  }

  function request(asked) {
    const lists = facets.map(({ name, listName }) => [listName, asked.getAll(name)]);
    return { query: asked.get('q') || '', ...Object.fromEntries(lists),
      after: asked.get('after') || '', before: asked.get('before') || '', sort: sort.value,
      offset: (pageNumber - 1) * kPerPage, limit: kPerPage,
      facets: facets.map(facet => facet.name), typing: isTyping };
  }

  function ask() {
    clearTimeout(typing);
    const query = input.value.trim();
    const asked = parameters(query);
    const filterCount = [...asked.keys()].filter(name => name !== 'q' && name !== 'sort').length;
    document.title = query ? `${query} · ${title}` : title;
    part('drop').hidden = !filterCount;
    if (query || filterCount) return search(request(asked), asking);
    cancel();
    show('hint');
    announce('');
  }

  // While one types, one entry of the history follows along; it stays when one pauses.
  function record(settles) {
    clearTimeout(settling);
    const now = address(input.value.trim(), pageNumber);
    if (now !== location.pathname + location.search) {
      history[isSettled ? 'pushState' : 'replaceState'](null, '', now);
    }
    isSettled = settles;
    if (!settles) settling = setTimeout(() => { isSettled = true; }, kSettled);
  }

  function follow(settles) {
    record(settles);
    ask();
  }

  function go(number) {
    isSettled = true;
    pageNumber = number;
    follow(true);
  }

  // ---- What is shown ----

  // 'hint', 'waiting', 'note' (why there is nothing) or 'found'
  function show(name, words) {
    for (const each of ['hint', 'waiting', 'note', 'found']) part(each).hidden = each !== name;
    if (words) part(name).textContent = words;
    part('browse').hidden = name === 'found' || name === 'waiting';
    part('found').classList.remove('late');
  }

  function showResult(result) {
    return element('li', {}, element('h3', {}, element('a',
      { href: addressOf(result.path), dir: 'auto' }, result.title)), facts(result), snippet(result));
  }

  function showPaging(total) {
    const query = input.value.trim();
    const pages = Math.ceil(total / kPerPage);
    paging.hidden = pages < 2;
    previous.hidden = pageNumber === 1;
    next.hidden = pageNumber >= pages;
    previous.href = address(query, pageNumber - 1);
    next.href = address(query, pageNumber + 1);
    position.textContent = fill(position.dataset.text,
      { page: numbers.format(pageNumber), pages: numbers.format(pages) });
  }

  function showSuggestion(words) {
    suggestion.textContent = words || '';
    suggestion.href = address(words || '', 1);
    part('suggestion').hidden = !words;
  }

  // Nothing was found, and there is a guess at what was meant: its best results are shown, and
  // the way to all of them.
  function askInstead(words) {
    const asked = { ...request(parameters(words)), offset: 0, facets: [], typing: false };
    search(asked, {
      waiting() {},
      results({ results }) {
        list.replaceChildren(...results.map(showResult));
        part('instead').hidden = !results.length;
        part('advice').hidden = part('browse').hidden = results.length > 0;
        if (results.length) announce(part('instead').textContent);
      },
      details() {},
      failed() {},
      incomplete() {},
    });
  }

  const asking = {
    waiting(words) {
      if (part('found').hidden) show('waiting', words);
      else part('found').classList.add('late');
    },
    results({ total, problem, results }) {
      isNothing = !total;
      const last = Math.ceil(total / kPerPage);
      if (last && pageNumber > last) {
        pageNumber = last;
        isSettled = false;
        return follow(true);
      }
      show('found');
      setText(part('note'), problem);
      heading.textContent = total ? counted('result', total) : text('no_results');
      announce([problem, heading.textContent].filter(Boolean).join(' '));
      list.replaceChildren(...results.map(showResult));
      showPaging(total);
      showSuggestion('');
      part('instead').hidden = part('incomplete').hidden = true;
      part('advice').hidden = part('browse').hidden = total > 0;
    },
    details(details) {
      showSuggestion(details.suggestion);
      for (const facet of facets) facet.show(details.facets[facet.name] || []);
      if (isNothing && details.suggestion) askInstead(details.suggestion);
    },
    incomplete() { part('incomplete').hidden = false; },
    failed(words, detail) {
      show('note', detail ? `${words} (${detail})` : words);
      announce(words);
    },
  };

  // ---- What the reader does ----

  input.addEventListener('input', () => {
    isTyping = true;
    pageNumber = 1;
    ask();
    // Browsers bound how often an address may change.
    typing = setTimeout(record, kTyping, false);
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    isTyping = false;
    pageNumber = 1;
    follow(true);
  });
  filters.addEventListener('submit', event => event.preventDefault());
  filters.addEventListener('change', event => {
    if (event.target.type !== 'date') return go(1);
    pageNumber = 1;  // A date is typed, too: 0002, 0020, 0202, 2026.
    follow(false);
  });
  sort.addEventListener('change', () => go(1));
  part('drop').addEventListener('click', () => {
    for (const facet of facets) facet.choose([]);
    after.value = until.value = '';
    go(1);
    heading.focus();
  });

  // A plain click stays on the page; any other, as for a new tab, is the browser's.
  function onClick(link, act) {
    link.addEventListener('click', event => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      act();
      heading.focus();
    });
  }
  onClick(previous, () => go(pageNumber - 1));
  onClick(next, () => go(pageNumber + 1));
  onClick(suggestion, () => {
    input.value = suggestion.textContent;
    isTyping = false;
    go(1);
  });

  window.addEventListener('popstate', () => { readAddress(); ask(); });

  // Where there is room, filters are open.
  const isWide = matchMedia('(min-width: 62rem)');
  const foldFilters = () => { filters.querySelector('details').open = isWide.matches; };
  isWide.addEventListener('change', foldFilters);
  foldFilters();

  readAddress();
  ask();
  if (!location.search) input.focus();
})();
