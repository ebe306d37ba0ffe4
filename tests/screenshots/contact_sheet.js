// A page that shows all pictures small, a row for each kind of page, each leading to the whole picture.

const columns = ['wide-light', 'wide-dark', 'narrow-light', 'narrow-dark', 'print'];

const style = `
body { margin: 1rem; font: 14px/1.4 sans-serif; background: #777; color: #fff; }
nav a { margin-right: 1rem; color: #fff; }
section.kind { display: flex; flex-wrap: wrap; align-items: flex-start; gap: .5rem; margin: .5rem 0 1.5rem; }
h2, h3, .note { flex-basis: 100%; margin: 0; }
.note { color: #ffe08a; }
img { display: block; height: 220px; object-fit: cover; object-position: left top; outline: 1px solid #444; }
.wide { width: 352px; } .narrow { width: 110px; } .print { width: 155px; }
`;

// `shots`: {site, kind, files: {variant: [file…]}, notes}, in order.
export function contact_sheet(shots) {
  const sites = [...new Set(shots.map(({ site }) => site))];
  const wrong = shots.filter(({ notes }) => notes.length > 0);
  const body = sites.map((site) => `<h2 id="${site}">${site}</h2>\n` +
    shots.filter((shot) => shot.site === site).map(row).join('')).join('');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Screenshots</title>
<style>${style}</style>
<h1>Screenshots</h1>
<nav>${sites.map((site) => `<a href="#${site}">${site}</a>`).join(' ')}</nav>
${wrong.length === 0 ? '' : `<p class="note">Look at: ${wrong.map((shot) =>
    `<a class="note" href="#${id_of(shot)}">${id_of(shot)}</a>`).join(', ')}</p>\n`}${body}</html>
`;
}

function row(shot) {
  const pictures = columns.flatMap((variant) => (shot.files[variant] ?? []).map((file) =>
    `<a href="${file}"><img class="${variant.split('-')[0]}" src="${file}" alt="${file}" title="${file}" loading="lazy"></a>`));
  return `<section class="kind" id="${id_of(shot)}">
<h3>${shot.kind}</h3>
${shot.notes.map((note) => `<p class="note">${escaped(note)}</p>\n`).join('')}${pictures.join('\n')}
</section>
`;
}

const id_of = ({ site, kind }) => `${site}-${kind}`;
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
