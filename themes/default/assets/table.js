// Tables that are worth it: sorts rows by the heads of columns, and filters them by words.
//
// What to show is in the page's address, so that a link and the way back keep it. Without this
// script a table is in its own order, and complete.
'use strict';

(() => {
  const template = document.querySelector('template.table-tools');
  const table = template && template.parentNode.querySelector('table.register, table.owners');
  if (!table) return;
  const form = template.content.firstElementChild.cloneNode(true);
  template.replaceWith(form);
  const { filter } = form.elements;
  const status = form.querySelector('[role=status]');
  const heads = [...table.tHead.rows[0].cells];
  const rows = [...table.tBodies[0].rows].map((node, place) => (
    { node, place, words: node.textContent.toLowerCase() }));
  let column = -1;  // none: the order of the page
  let isDown = false;

  // ---- What a cell is sorted by: its first day, its number, or its words; nothing comes last ----

  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

  function value(row) {
    const cell = row.node.cells[column];
    if (cell.dataset.sort) return cell.dataset.sort;
    const time = cell.querySelector('time');
    return time ? time.getAttribute('datetime') : cell.textContent.trim();
  }

  function compare(a, b) {
    const [one, other] = [value(a), value(b)];
    if (!one || !other) return !one - !other || a.place - b.place;
    return (isDown ? -1 : 1) * collator.compare(one, other) || a.place - b.place;
  }

  // ---- What is shown ----

  const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  function show() {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const fits = words.every(word => row.words.includes(word));
      row.node.hidden = !fits;
      shown += fits;
    }
    const ordered = column < 0 ? rows : [...rows].sort(compare);
    table.tBodies[0].append(...ordered.map(row => row.node));
    for (const [place, head] of heads.entries()) {
      if (place === column) head.setAttribute('aria-sort', isDown ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    }
    sort.value = column < 0 ? '' : String(column);
    status.textContent = shown === rows.length ? ''
      : fill(status.dataset[shown ? 'shown' : 'none'], { shown, count: rows.length });
  }

  // ---- The address ----

  function read() {
    const asked = new URLSearchParams(location.search);
    filter.value = asked.get('filter') || '';
    const sort = /^(-?)([1-9]\d?)$/.exec(asked.get('sort') || '');
    column = sort && Number(sort[2]) <= heads.length ? Number(sort[2]) - 1 : -1;
    isDown = Boolean(sort && sort[1]);
  }

  function write() {
    const asked = new URLSearchParams();
    if (filter.value.trim()) asked.set('filter', filter.value.trim());
    if (column >= 0) asked.set('sort', (isDown ? '-' : '') + (column + 1));
    const query = asked.toString();
    history.replaceState(null, '', location.pathname + (query && '?' + query) + location.hash);
  }

  // Up, down, and back to the order of the page.
  function sortBy(place) {
    if (column !== place) [column, isDown] = [place, false];
    else if (!isDown) isDown = true;
    else column = -1;
    show();
    write();
  }

  for (const [place, head] of heads.entries()) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.append(...head.childNodes);
    button.addEventListener('click', () => sortBy(place));
    head.append(button);
  }
  // On narrow screens there are no heads; the same choice is a field there.
  const { sort } = form.elements;
  for (const [place, head] of heads.entries()) sort.append(new Option(head.textContent, String(place)));
  sort.addEventListener('change', () => {
    column = sort.value === '' ? -1 : Number(sort.value);
    isDown = false;
    show();
    write();
  });

  form.addEventListener('submit', event => event.preventDefault());
  filter.addEventListener('input', () => { show(); write(); });
  read();
  show();
})();
