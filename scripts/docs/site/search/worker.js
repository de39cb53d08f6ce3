/*
 * The search of the site. It takes the place of Zensical's worker and speaks its protocol:
 *
 *   {type: 0, data: index}            -> {type: 1}
 *   {type: 2, data: {input, page}}    -> {type: 3, data: {items, aggregations, pagination}}
 *
 * Zensical's own search finds only sections that hold every word of a query. People ask "how do I
 * cancel an invoice": here common words do not count, words match in all their forms, and pages are
 * ranked by BM25 over their titles, headings and text. The best section of a page is its hit.
 */
"use strict";

const SIZE = 10;
const FIELDS = { page: 6, title: 3, text: 1 };
const SATURATION = 1.4;
const LENGTH_MATTERS = 0.75;
const TITLE = 2;
const LESS = [
  [/(^|\/)(inside\/[^#]*|index\.html)$/, 0.45],
  [/(^|\/)reference\//, 0.55],
]; // addresses are whole in a browser
const COMMON = new Set(
  ("a about an and any are as at be by can do does for from get have how i if in into is it its me my not of on or " +
    "should so that the their there this to use using want was we what when where which who why will with you your " +
    "after also am been before has had into just like make need only our out other same some something still than " +
    "them then these they those under until up used very were while would could should " +
    "al algo algun alguna ante aqui como con cual cuando cuanto de del desde donde el ella en es esa ese esta este " +
    "esto estoy fue ha hacer hago hay la las le les lo los mas me mi mis no nos o para pero por porque puedo que " +
    "quiero se ser si sin sobre son su sus te tengo tu tus un una unas uno usar y ya yo debo hace hacen " +
    "puede pueden tiene")
    .split(" "),
);
const ENDINGS = new RegExp(
  "(?:aciones|iciones|acion|icion|ciones|cion|ations|ation|itions|ition|ions|ion|mientos|miento|ments|ment|" +
    "ancias|encia|ancia|amos|emos|aron|ieron|ando|iendo|ados|adas|idos|idas|ado|ada|ido|ida|able|ible|ating|ings|" +
    "ing|ates|ated|ate|ies|ied|ers|er|ed|es|ar|ir|as|os|an|en|ly|s|y|a|o|e)$",
);
const CLITIC = /([aei]r)(?:l[aeo]s?|se|me)$/;

/** The letters of a word without accents, in lower case. */
function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** What the forms of a word have in common: "cancelar", "cancelación" and "cancelled" are equal. */
function stem(word) {
  let rest = word.replace(CLITIC, "$1");
  for (let times = 0; times < 2; times++) {
    const shorter = rest.replace(ENDINGS, "");
    if (shorter.length < 3) break;
    rest = shorter;
  }
  return rest.length > 3 ? rest.replace(/([^\d])\1$/, "$1") : rest;
}

/** The words of a text with their places. Tags are left out, `snake_case` and `camelCase` split. */
function words(text) {
  const found = [];
  const pattern = /<[^>]*>|&\w+;|\p{Lu}?[\p{Ll}\p{M}]+|\p{Lu}+(?!\p{Ll})|\p{N}+/gu;
  for (let one; (one = pattern.exec(text)); ) {
    if (one[0][0] === "<" || one[0][0] === "&") continue;
    const word = plain(one[0]);
    if (word.length > 1 || /\d/.test(word)) {
      found.push({ word, stem: stem(word), start: one.index, end: one.index + one[0].length });
    }
  }
  return found;
}

let items = [];
let pages = [];
let spread = new Map(); // in how many pages a stem is
let forms = new Map(); // the stems of all words, for words that are still being typed
let averageLength = 1;

function count(into, text, weight) {
  const all = words(text);
  for (const { word, stem } of all) {
    into.set(stem, (into.get(stem) || 0) + weight);
    forms.set(word, stem);
  }
  return all.length;
}

/** Reads the index: sections with their words, and pages with those of all their sections. */
function learn(index) {
  items = index.items;
  const byPage = new Map();
  forms = new Map();
  items.forEach((item, id) => {
    const location = item.location.split("#")[0];
    if (!byPage.has(location)) byPage.set(location, { location, sections: [], counts: new Map(), length: 0, names: new Set() });
    const page = byPage.get(location);
    const counts = new Map();
    const isPage = !item.location.includes("#");
    count(counts, item.title, isPage ? FIELDS.page : FIELDS.title);
    const length = count(counts, item.text || "", FIELDS.text);
    if (isPage) {
      const names = `${item.title} ${(item.path || []).slice(-1).join(" ")}`;
      page.names = new Set(words(names).map((one) => one.stem));
      count(counts, names, FIELDS.page / 2);
    }
    page.sections.push({ id, counts, length: length + 20 });
    page.length += length + 20;
    for (const [stem, times] of counts) page.counts.set(stem, (page.counts.get(stem) || 0) + times);
  });
  pages = [...byPage.values()];
  averageLength = pages.reduce((sum, page) => sum + page.length, 0) / (pages.length || 1);
  spread = new Map();
  for (const page of pages) for (const stem of page.counts.keys()) spread.set(stem, (spread.get(stem) || 0) + 1);
}

/** Whether two words differ by one letter. */
function almost(one, other) {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  return Math.max(one.length, other.length) - start - end <= 1;
}

/** The stems that a typed word stands for, with a weight: itself, or what begins or looks like it. */
function meant({ word, stem }, isLast) {
  const found = new Map();
  if (spread.has(stem)) found.set(stem, 1);
  if (isLast && word.length > 2) {
    for (const [form, of] of forms) if (form.startsWith(word) && !found.has(of)) found.set(of, 0.3);
  }
  if (!found.size && word.length > 4) {
    for (const [form, of] of forms) if (almost(word, form)) found.set(of, 0.5);
  }
  return found;
}

function sumOf(terms) {
  return terms.reduce((total, { rarity }) => total + rarity, 0);
}

function score(counts, length, average, terms) {
  let sum = 0;
  let covered = 0;
  for (const { stems, rarity } of terms) {
    let times = 0;
    for (const [stem, weight] of stems) times = Math.max(times, (counts.get(stem) || 0) * weight);
    if (!times) continue;
    covered += rarity;
    const norm = 1 - LENGTH_MATTERS + (LENGTH_MATTERS * length) / average;
    sum += (rarity * times * (SATURATION + 1)) / (times + SATURATION * norm);
  }
  return sum * (covered / sumOf(terms)) ** 2;
}

/** How much of a query the title of a page says, counted as its other words are. */
function named(page, terms) {
  const found = terms.filter(({ stems }) => [...stems.keys()].some((stem) => page.names.has(stem)));
  return sumOf(found) * (sumOf(found) / sumOf(terms));
}

function find(input) {
  const typed = words(input);
  const telling = typed.filter(({ word }) => !COMMON.has(word));
  const asked = (telling.length ? telling : typed).map((one, place, all) => {
    const stems = meant(one, place === all.length - 1);
    const known = Math.max(0, ...[...stems.keys()].map((stem) => spread.get(stem)));
    return { stems, rarity: Math.log(1 + (pages.length - known + 0.5) / (known + 0.5)) };
  });
  const terms = asked.filter(({ stems }) => stems.size);
  if (!terms.length) return { hits: [], stems: new Set() };
  const hits = [];
  for (const page of pages) {
    const [, factor] = LESS.find(([pattern]) => pattern.test(page.location)) || [null, 1];
    const value = (score(page.counts, page.length, averageLength, terms) + TITLE * named(page, terms)) * factor;
    if (!value) continue;
    const average = page.length / page.sections.length;
    const [best] = page.sections
      .map((section) => [score(section.counts, section.length, average, terms), section.id])
      .reduce((one, other) => (other[0] > one[0] ? other : one))
      .slice(1);
    hits.push({ id: best, value });
  }
  hits.sort((one, other) => other.value - one.value || one.id - other.id);
  return { hits, stems: new Set(terms.flatMap(({ stems }) => [...stems.keys()])) };
}

/** The places of the found words in a field of an item, for the mark-up of the results. */
function highlighted(field, text, stems) {
  const ranges = words(text)
    .filter((one) => stems.has(one.stem))
    .map(({ start, end }) => ({ start, end, value: end - start }));
  return ranges.length ? [{ field, value: { highlight: { ranges } } }] : [];
}

function answer({ input, page }) {
  const { hits, stems } = typeof input === "string" ? find(input) : { hits: [], stems: new Set() };
  const from = (page && page.from) || 0;
  const shown = hits.slice(from, from + SIZE).map(({ id }) => ({
    id,
    matches: [
      ...highlighted("title", items[id].title, stems),
      ...highlighted("text", items[id].text || "", stems),
    ],
  }));
  const pagination = { total: hits.length };
  if (from > 0) pagination.prev = { from: from - SIZE, size: SIZE };
  if (from + SIZE < hits.length) pagination.next = { from: from + SIZE, size: SIZE };
  return { items: shown, aggregations: [], query: { select: {}, values: [] }, pagination };
}

self.onmessage = ({ data }) => {
  try {
    if (data.type === 0) {
      learn(data.data);
      self.postMessage({ type: 1 });
    } else if (data.type === 2) {
      self.postMessage({ type: 3, data: answer(data.data) });
    }
  } catch {
    self.postMessage({ type: 4 });
  }
};
