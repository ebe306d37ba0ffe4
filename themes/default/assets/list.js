// Lists of incidents: sorts and filters the rows that are on the page.
//
// What to show is in the page's address, so that a link and the way back keep it. A list of
// several pages leads to the search page instead, which knows all of it. Without this script a list
// is in its own order, and complete.
'use strict';

(() => {
  const template = document.querySelector('template.list-tools');
  const list = template && template.parentNode.querySelector('ol.incidents');
  if (!list) return;
  const form = template.content.firstElementChild.cloneNode(true);
  template.replaceWith(form);
  if (form.method === 'get' && form.hasAttribute('action')) return;

  // ---- What the rows say ----

  const time = node => (node ? node.getAttribute('datetime') : '');

  // Seconds of "P3DT2H" or "PT1H5M".
  function seconds(duration) {
    const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration);
    if (!parts) return null;
    const [days, hours, minutes, rest] = parts.slice(1).map(Number).map(part => part || 0);
    return ((days * 24 + hours) * 60 + minutes) * 60 + rest;
  }

  const rows = [...list.children].map((node, place) => {
    const severity = node.querySelector('.severity');
    const times = [...node.querySelectorAll('.when time')].map(time);
    const level = severity && Number(/level-(\d+)/.exec(severity.className)?.[1]);
    return { node, place, words: node.textContent.toLowerCase(),
      severity: severity ? severity.textContent : '', level: level || null,
      duration: times.map(seconds).find(length => length !== null) ?? null };
  });

  // What has no such value comes last, whichever way is sorted; equal ones stay in order.
  const by = (name, sign) => (a, b) => (a[name] === null) - (b[name] === null) ||
    sign * (a[name] - b[name]) || a.place - b.place;
  const isDated = row => Boolean(row.node.querySelector('.when time'));
  const orders = {
    newest: by('place', 1),
    oldest: (a, b) => isDated(b) - isDated(a) || b.place - a.place,
    longest: by('duration', -1),
    shortest: by('duration', 1),
    worst: by('level', 1),
  };

  // ---- What is chosen ----

  const { filter, severity, sort } = form.elements;
  const status = form.querySelector('[role=status]');
  const levels = [...rows].sort(orders.worst);
  for (const label of new Set(levels.map(row => row.severity).filter(Boolean))) {
    severity.append(new Option(label, label));
  }
  severity.parentNode.hidden = severity.options.length < 3;

  function read() {
    const asked = new URLSearchParams(location.search);
    filter.value = asked.get('filter') || '';
    for (const field of [severity, sort]) {
      field.value = asked.get(field.name) || '';
      if (field.selectedIndex < 0) field.selectedIndex = 0;
    }
  }

  function write() {
    const asked = new URLSearchParams();
    if (filter.value.trim()) asked.set('filter', filter.value.trim());
    if (severity.value) asked.set('severity', severity.value);
    if (sort.selectedIndex > 0) asked.set('sort', sort.value);
    const query = asked.toString();
    history.replaceState(null, '', location.pathname + (query && '?' + query) + location.hash);
  }

  // ---- What is shown ----

  const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  function show() {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const fits = (!severity.value || row.severity === severity.value) &&
        words.every(word => row.words.includes(word));
      row.node.hidden = !fits;
      shown += fits;
    }
    list.append(...[...rows].sort(orders[sort.value]).map(row => row.node));
    const values = { shown, count: rows.length };
    status.textContent = shown === rows.length ? ''
      : fill(status.dataset[shown ? 'shown' : 'none'], values);
  }

  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('input', () => { show(); write(); });
  read();
  show();
})();
