// The kinds of pages that a site consists of. Tests of pages go through this list, so what is not in it is not tested;
// links_test.js says when a page of a site has no place here.
//
// The examples of a kind are chosen when the tests run: the pages that together have most of the elements, classes and
// attributes that pages of this kind have in a site.
import { read_pages } from './pages.js';
import { site, views } from './sites.js';

// `path` is that of the page from the root of its site; `views` those that have such pages.
export const kinds = [
  { name: 'home', path: /^$/, views },
  { name: 'all incidents', path: /^incidents\/$/, views },
  { name: 'incident', path: /^incidents\/[^/]+\/$/, views },
  { name: 'public text', path: /^incidents\/[^/]+\/public\/$/, views: ['internal'] },
  { name: 'services', path: /^services\/$/, views },
  { name: 'service', path: /^services\/[^/]+\/$/, views },
  { name: 'availability', path: /^availability\/$/, views },
  { name: 'availability of a service', path: /^services\/[^/]+\/availability\/$/, views },
  { name: 'maintenance', path: /^maintenance\/$/, views },
  { name: 'one maintenance', path: /^maintenance\/[^/]+\/$/, views },
  { name: 'public text of maintenance', path: /^maintenance\/[^/]+\/public\/$/, views: ['internal'] },
  { name: 'causes', path: /^causes\/$/, views },
  { name: 'cause', path: /^causes\/[^/]+\/$/, views },
  { name: 'sub-cause', path: /^causes\/[^/]+\/(?!page\/)[^/]+\/$/, views },
  { name: 'severities', path: /^severities\/$/, views },
  { name: 'severity', path: /^severities\/[^/]+\/$/, views },
  { name: 'tags', path: /^tags\/$/, views },
  { name: 'tag', path: /^tags\/[^/]+\/$/, views },
  { name: 'actions', path: /^actions\/$/, views: ['internal'] },
  { name: 'closed actions', path: /^actions\/closed\/$/, views: ['internal'] },
  { name: 'owners', path: /^actions\/owners\/$/, views: ['internal'] },
  { name: 'owner', path: /^actions\/owners\/[^/]+\/$/, views: ['internal'] },
  { name: 'repeats', path: /^repeats\/$/, views: ['internal'] },
  { name: 'review', path: /^review\/$/, views: ['internal'] },
  { name: 'publication desk', path: /^publication\/$/, views: ['internal'] },
  { name: 'one list of the desk', path: /^publication\/[^/]+\/$/, views: ['internal'] },
  { name: 'improvements', path: /^improvements\/$/, views: ['internal'] },
  { name: 'trends', path: /^trends\/$/, views: ['internal'] },
  { name: 'trends by month', path: /^trends\/months\/$/, views: ['internal'] },
  { name: 'definitions', path: /^trends\/definitions\/$/, views: ['internal'] },
  { name: 'archive', path: /^archive\/$/, views },
  { name: 'year', path: /^archive\/\d{4}\/$/, views },
  { name: 'quarter', path: /^archive\/\d{4}\/(q[1-4]|month-unknown)\/$/, views },
  { name: 'undated', path: /^archive\/undated\/$/, views: ['public'] },
  { name: 'later page of a list', path: /\/page\/\d+\/$/, views },
  { name: 'guides', path: /^guides\/$/, views },
  { name: 'guide', path: /^guides\/[^/]+\/$/, views },
  { name: 'search', path: /^search\/$/, views },
  { name: 'search help', path: /^search\/help\/$/, views },
  { name: 'not found', path: /^404\.html$/, views },
];

// Of these sites every kind is looked at in browsers; of the generated one, which has more pages but not more to them, what
// no other has.
const shown_sites = ['sample', 'german', 'empty'];

export function kinds_of(page) {
  return kinds.filter(({ path }) => path.test(page.path));
}

// [{site, kind, pages: its examples}] for each kind that the site has pages of.
export function examples_of(name, view, limit = 3, wanted = kinds) {
  const pages = read_pages(site(name, view));
  return wanted.map((kind) => {
    const found = pages.filter((page) => kinds_of(page).includes(kind));
    return { site: site(name, view), kind, pages: choose(found, limit) };
  }).filter((example) => example.pages.length > 0);
}

export function shown_examples(limit) {
  const examples = shown_sites.flatMap((name) => views.flatMap((view) => examples_of(name, view, limit)));
  const rare = views.flatMap((view) => {
    const known = examples.filter((example) => example.site.view === view).map(({ kind }) => kind);
    return examples_of('generated', view, 1, kinds.filter((kind) => !known.includes(kind)));
  });
  return [...examples, ...rare];
}

export const title_of = ({ site: { name, view }, kind }) => `${name}, ${view}: ${kind.name}`;

// The page that shows most, then each time the one that adds most to it.
function choose(pages, limit) {
  const features = new Map(pages.map((page) => [page, features_of(page)]));
  const seen = new Set();
  const chosen = [];
  while (chosen.length < limit) {
    const news = (page) => [...features.get(page)].filter((feature) => !seen.has(feature)).length;
    const [best] = pages.map((page) => ({ page, news: news(page) })).sort((a, b) => b.news - a.news);
    if (!best || best.news === 0) break;
    chosen.push(best.page);
    for (const feature of features.get(best.page)) seen.add(feature);
  }
  return chosen;
}

function features_of(page) {
  const features = new Set();
  for (const { tagName, attrs } of page.elements) {
    features.add(tagName);
    for (const { name, value } of attrs) {
      features.add(`${tagName} ${name}`);
      if (name === 'class') value.split(/\s+/).forEach((word) => features.add(`.${word}`));
    }
  }
  return features;
}
