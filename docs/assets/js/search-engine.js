// What a question finds: the words that count, the things they name, and the records that hold them, the best first.
import { distance, fold, pair, stemmer, tokens } from "./search-words.js";

export const WORD = 0; // the word itself, inflected or not
export const PART = 1; // it is part of a longer word
export const NAME = 2; // another name of the same thing
export const KIN = 3; // of the same family: financiering and financieren
export const ABOUT = 4; // the enumeration is about it that the record belongs to

const WEIGHTS = [1, 0.5, 0.8, 0.5, 0.35]; // by the relation above
const INFLECTED = 0.92; // a word in another form than asked
const NEAR = 0.6; // what words side by side add to a score
const ASKED = 0.4; // what a sum adds where a question asks for one, as a share of the rarest word
const SPREAD = 4; // words between the words of a name, at most
const ENOUGH = 0.34; // share of what was asked that a record must hold when none holds all
const SOFT = 0.6; // how much a word counts that only says what is asked for
const STEP = 0.04; // scores that differ less count as the same; then the date decides
const LONGEST = 20; // words of a question that are looked at
const SERIES = new Set(["com", "join", "swd", "sec", "c"]); // series of documents with numbers of their own
const EXACTLY = "="; // before a name that is not inflected
const LEAST = 4; // letters of a word that can be mistyped
const LONG = 7; // letters from which two mistakes are allowed
const SUGGESTED = 3;

export class Engine {
  constructor(index) {
    this.index = index;
    this.stemmers = Object.entries(index.languages).map(([language, rules]) => ({ language, rules, ...stemmer(rules) }));
  }

  /** Everything about a question: what was understood, and the records that answer it, those with all of it first. */
  async search(question) {
    const asked = this.read(question);
    if (!asked.words.length) return { question, asked, full: [], part: [], units: [], unknown: [], things: [], also: [] };
    await Promise.all(asked.words.map((word) => this.look(word)));
    const things = this.things(asked);
    const units = await this.units(asked, things);
    const known = units.filter((unit) => unit.found.size);
    const unknown = units.filter((unit) => !unit.found.size && !unit.soft);
    const wanted = known.filter((unit) => !unit.soft);
    const extra = [...known.filter((unit) => unit.soft), ...await this.wishes(asked)];
    const scored = this.score(wanted, extra, things);
    const full = unknown.length ? [] : scored.filter((row) => row.missing.length === 0);
    const part = scored.filter((row) => !full.includes(row) && enough(row, wanted, unknown));
    return { question, asked, things, also: this.also(things), units, unknown, full, part };
  }

  /** The words of a question: phrases in quotes, words that count, words that say what is asked for. */
  read(question) {
    const words = [];
    const wishes = new Set();
    let natural = false;
    for (const [nth, piece] of question.split(/["“”„«»]/u).entries()) {
      const quoted = nth % 2 === 1;
      const here = tokens(piece).slice(0, LONGEST);
      const asks = here.map((token) => this.asks(token.form));
      if (!quoted && nth === 0 && asks.some((ask) => ask?.role === "function" && ask.asks)) natural = true;
      for (const [place, token] of here.entries()) {
        words.push({ ...token, text: piece, piece: nth, place, quoted, raw: piece.slice(token.start, token.end), empty: asks[place]?.role === "function" || (token.form.length === 1 && !/\d/.test(token.form)), asks: asks[place]?.asks || "", joined: joins(piece, here[place - 1], token), paired: pairs(piece, here[place - 1], token) });
      }
    }
    this.numbered(words);
    if (words.every((word) => word.quoted || word.empty)) for (const word of words) word.empty = false;
    for (const word of words) {
      word.counts = word.quoted || !word.empty;
      word.soft = natural && !word.quoted && word.counts && Boolean(word.asks);
      if (natural && word.asks) wishes.add(word.asks);
    }
    if (words.every((word) => !word.counts || word.soft)) for (const word of words) word.soft = false;
    return { words, wishes: [...wishes], natural };
  }

  /** Two numbers that make the number of an act are one word; what is usual around it ("Richtlijn", "final") does not count. */
  numbered(words) {
    for (let place = words.length - 1; place > 0; place--) {
      const [first, second] = [words[place - 1], words[place]];
      if (!second.paired || first.quoted) continue;
      words.splice(place - 1, 2, { ...first, form: pair(first.form, second.form), end: second.end, raw: first.text.slice(first.start, second.end), number: true });
    }
    if (!words.some((word) => word.number)) return;
    for (const word of words) if (!word.quoted && !word.number && this.index.series.includes(word.form)) word.empty = word.series = true;
  }

  asks(form) {
    for (const { rules } of this.stemmers) {
      if (form in rules.function) return { role: "function", asks: rules.function[form] };
      if (form in rules.asks) return { role: "content", asks: rules.asks[form] };
    }
    return undefined;
  }

  /** What the index has for a word: the forms of its stem in each language, and the names that begin with it. */
  async look(word) {
    if (!word.counts) return;
    const found = await Promise.all(this.stemmers.map((one) => this.lookIn(one, word.form)));
    word.stems = found.map((one) => one.key);
    word.forms = found.flatMap((one) => one.forms);
    word.names = found.flatMap((one) => one.names);
  }

  async lookIn({ language, stem, verbs, forms }, form) {
    const keyed = (stemmed) => (language === "nl" ? stemmed : `${stemmed}~${language}`);
    const key = keyed(stem(form));
    const entry = await this.index.word(key);
    const own = entry.forms.some((found) => found.relation === WORD);
    for (const other of verbs(form).filter((verb) => verb.length >= LEAST && !this.asks(verb))) {
      const verb = await this.index.word(keyed(other));
      const words = verb.forms.filter((found) => found.relation === WORD);
      if (own ? words.some((found) => fold(found.surface) === form) : isVerb(words, other)) return { key, names: entry.names, forms: merged(verb.forms, entry.forms) };
    }
    if (own) return { key, ...entry };
    // An infinitive that the texts do not hold: they may hold other forms of it.
    const inflected = await Promise.all(forms(form).map((other) => this.index.word(keyed(other))));
    return { key, names: entry.names, forms: merged(inflected.flatMap((one) => one.forms.filter((found) => found.relation === WORD)), entry.forms) };
  }

  /** The things that a question names, the longest names first; each with the words that name it. */
  things({ words }) {
    const counting = words.filter((word) => word.counts && !word.quoted);
    const found = [];
    for (const [start, word] of counting.entries()) {
      for (const [name, record] of word.names ?? []) {
        const exact = name.startsWith(EXACTLY);
        const parts = (word.number ? word.form : name.slice(exact ? 1 : 0)).split(" ");
        if (word.number && !matches(name, words)) continue;
        const end = start + parts.length;
        const fits = (part, nth) => (exact ? counting[start + nth].form === part : counting[start + nth].stems.includes(part));
        // The second half of "co-financiering" names nothing by itself.
        if (!word.joined && end <= counting.length && parts.every(fits)) found.push({ record, start, end });
      }
    }
    found.sort((a, b) => (b.end - b.start) - (a.end - a.start) || a.start - b.start || a.record - b.record);
    const kept = [];
    for (const thing of found) {
      const overlaps = kept.some((other) => other.start < thing.end && thing.start < other.end && !(other.start === thing.start && other.end === thing.end));
      if (!overlaps && !kept.some((other) => other.record === thing.record)) kept.push(thing);
    }
    return kept.map(({ record, start, end }) => ({ record, words: counting.slice(start, end), whole: end - start === counting.length }));
  }

  /** What took the place of a thing, or had it before. */
  also(things) {
    return this.index.related.flatMap(([from, record, name, newer]) => {
      const thing = things.find((one) => one.record === from);
      return thing ? [{ thing, record, name, newer }] : [];
    });
  }

  /** What is looked for: names of things, numbers, phrases, and words by themselves. */
  async units({ words }, things) {
    const units = [];
    const taken = new Set();
    const groups = new Map();
    for (const thing of things) {
      const key = thing.words[0].place + "." + thing.words.length;
      groups.set(key, [...(groups.get(key) ?? []), thing]);
    }
    for (const group of groups.values()) {
      const records = [...new Set([...group.map((thing) => thing.record), ...this.also(group).map((one) => one.record)])];
      const named = (await Promise.all(records.map((record) => this.index.word(`@${record}`)))).flatMap((entry) => entry.forms);
      const own = group[0].words;
      if (!named.length && own.length > 1) continue;
      for (const word of own) taken.add(word);
      units.push(this.name(own, named));
    }
    for (const word of words) if (word.quoted) taken.add(word);
    for (const piece of new Set(words.filter((word) => word.quoted).map((word) => word.piece))) {
      units.push(await this.phrase(words.filter((word) => word.piece === piece)));
    }
    for (const [nth, word] of words.entries()) {
      if (!word.counts || taken.has(word)) continue;
      const next = words[nth + 1];
      if (next?.joined && next.counts && !taken.has(next)) {
        taken.add(next);
        units.push(await this.hyphened([word, next]));
      } else {
        units.push(unit([word], word.forms));
      }
    }
    return units;
  }

  /** A name: what names the thing, and the words of the name near together. */
  name(words, named) {
    const typed = words.map((word) => word.form).join(" ");
    const forms = named.map((form) => ({ form, relation: fold(form.surface) === typed ? WORD : form.relation }));
    if (words.length === 1) return unit(words, [...words[0].forms, ...forms]);
    const made = unit(words, forms);
    const parts = words.map((word) => unit([word], word.forms.filter((form) => form.relation === WORD)));
    for (const [record, hit] of together(parts)) if (!made.found.has(record)) made.found.set(record, hit);
    made.weigh();
    return made;
  }

  /** Two words with a hyphen: as one word, or side by side. */
  async hyphened(words) {
    const joined = await Promise.all(this.stemmers.map((one) => this.lookIn(one, words.map((word) => word.form).join(""))));
    const made = unit(words, joined.flatMap((entry) => entry.forms));
    const parts = words.map((word) => unit([word], word.forms.filter((form) => form.relation === WORD)));
    for (const [record, hit] of together(parts, 1)) if (!made.found.has(record)) made.found.set(record, hit);
    made.weigh();
    return made;
  }

  /** Words in quotes: exactly so, in this order, with nothing between. */
  async phrase(words) {
    const exact = words.map((word) => unit([word], word.forms.filter((form) => form.relation === WORD && form.span === 1 && fold(form.surface || word.form) === word.form)));
    const made = unit(words, []);
    made.exact = true;
    const [first, ...rest] = exact;
    for (const [record, hit] of first.found) {
      const places = hit.places.filter((place) => rest.every((other, nth) => other.found.get(record)?.places.includes(place + nth + 1)));
      if (places.length) made.found.set(record, { weight: hit.weight * words.length, places, spots: places.map((place) => [place, words.length]), surfaces: new Map([[words.map((word) => word.raw).join(" "), WORD]]) });
    }
    made.weigh();
    return made;
  }

  /** What a question asks for beside its words: a sum, a date, a number, a country. */
  async wishes({ wishes }) {
    const found = await Promise.all(wishes.filter((wish) => ["amount", "date", "number", "place"].includes(wish)).map((wish) => this.index.word(`#${wish}`)));
    return found.filter((entry) => entry.forms.length).map((entry) => {
      const made = unit([], entry.forms);
      made.wish = true;
      return made;
    });
  }

  /** The records with something of what is wanted, the best first. */
  score(wanted, extra, things) {
    const shown = new Set(things.map((thing) => thing.record));
    const records = new Set(wanted.flatMap((one) => [...one.found.keys()]));
    const total = this.index.records;
    for (const one of [...wanted, ...extra]) one.rarity = Math.log(1 + (total - one.found.size + 0.5) / (one.found.size + 0.5));
    const top = Math.max(...wanted.map((one) => one.rarity), 0);
    const rows = [];
    for (const record of records) {
      if (shown.has(record)) continue;
      const hits = wanted.filter((one) => one.found.has(record));
      let score = hits.reduce((sum, one) => sum + one.rarity * one.found.get(record).weight, 0);
      if (hits.length > 1) score *= 1 + NEAR * hits.length / Math.max(hits.length, window(hits.map((one) => one.found.get(record).places)));
      for (const one of extra) {
        const hit = one.found.get(record);
        if (hit) score += one.wish ? ASKED * top * hits.length / wanted.length : SOFT * one.rarity * hit.weight;
      }
      rows.push({ record, score: Math.round(score / STEP) * STEP, hits, missing: wanted.filter((one) => !one.found.has(record)), extra: extra.filter((one) => !one.wish && one.found.has(record)), held: hits.reduce((sum, one) => sum + one.rarity, 0) });
    }
    for (const row of rows) row.document = this.index.document(row.record);
    const dates = this.index.documents.map((document) => document[1]);
    return rows.sort((a, b) => b.score - a.score || (dates[b.document] > dates[a.document] ? 1 : dates[b.document] < dates[a.document] ? -1 : 0) || a.record - b.record);
  }

  /** Words that exist and differ from an unknown one by a letter or two, the likeliest first. */
  async suggest(word) {
    const form = word.form;
    if (form.length < LEAST || /\d/.test(form)) return [];
    const most = form.length >= LONG ? 2 : 1;
    const starts = [...new Set([form, form[1] + form[0] + form.slice(2), form.slice(1)])];
    const lists = await Promise.all(starts.map((start) => this.index.spellings(start)));
    const found = new Map();
    for (const [spelled, times] of [...new Set(lists)].flat()) {
      const folded = fold(spelled);
      const far = distance(form, folded, most);
      if (far && far <= most) found.set(spelled, { spelled, times, far: far + (folded[0] === form[0] ? 0 : 0.5) });
    }
    return [...found.values()].sort((a, b) => a.far - b.far || b.times - a.times || a.spelled.localeCompare(b.spelled)).slice(0, SUGGESTED);
  }
}

/** Whether the name of an act, a number with its series, fits what stands around the number in a question. */
function matches(name, words) {
  const series = name.split(" ").slice(1);
  const asked = words.filter((word) => word.series && SERIES.has(word.form)).map((word) => word.form);
  return asked.every((word) => series.includes(word));
}

/** Whether words are forms of a verb: an infinitive, and the stem not as a word by itself unless it is inflected otherwise too. */
function isVerb(words, stem) {
  const surfaces = words.map((found) => fold(found.surface));
  return surfaces.some((surface) => surface.endsWith("en")) && (!surfaces.includes(stem) || surfaces.includes(`${stem}t`));
}

/** Forms, and others that are not among them. */
function merged(forms, others) {
  const known = new Set(forms.map((found) => `${found.surface} ${found.span}`));
  return [...forms, ...others.filter((found) => !known.has(`${found.surface} ${found.span}`))];
}

function joins(text, before, token) {
  return Boolean(before) && /^[-\u2010\u2011]$/.test(text.slice(before.end, token.start));
}

function pairs(text, before, token) {
  const digits = /^\d+$/;
  return Boolean(before) && digits.test(before.form) && digits.test(token.form) && /^[^\p{L}\p{N}]{1,3}$/u.test(text.slice(before.end, token.start));
}

/** Something that is looked for: in each record how much of it there is, where, and in which forms. */
function unit(words, forms) {
  const typed = words.map((word) => word.form).join("");
  const made = { words, label: words.map((word) => word.raw).join(" "), soft: words.length > 0 && words.every((word) => word.soft), found: new Map() };
  for (const one of forms) {
    const form = one.form ?? one;
    const relation = one.form ? one.relation : form.relation;
    const factor = WEIGHTS[relation] * (relation === WORD && fold(form.surface) !== typed ? INFLECTED : 1);
    form.each((record, weight, places) => {
      const hit = made.found.get(record);
      const spots = places.map((place) => [place, form.span]);
      if (!hit) made.found.set(record, { raw: weight * factor, places, spots, surfaces: new Map([[form.surface, relation]]) });
      else {
        hit.raw = Math.max(hit.raw, weight * factor) + Math.min(hit.raw, weight * factor) * 0.3;
        hit.places = [...new Set([...hit.places, ...places])];
        hit.spots.push(...spots);
        if (!(hit.surfaces.get(form.surface) <= relation)) hit.surfaces.set(form.surface, relation);
      }
    });
  }
  made.weigh = () => { for (const hit of made.found.values()) hit.weight ??= hit.raw / 63; };
  made.weigh();
  return made;
}

/** Records that hold all of some words near together. */
function* together(units, spread = SPREAD) {
  const [rarest, ...rest] = [...units].sort((a, b) => a.found.size - b.found.size);
  for (const [record, hit] of rarest.found) {
    const hits = [hit, ...rest.map((one) => one.found.get(record))];
    if (hits.some((one) => !one)) continue;
    if (window(hits.map((one) => one.places)) > units.length + (spread === 1 ? 0 : spread)) continue;
    yield [record, { weight: hits.reduce((sum, one) => sum + one.weight, 0) / hits.length, places: hit.places, spots: hits.flatMap((one) => one.spots), surfaces: new Map(hits.flatMap((one) => [...one.surfaces])) }];
  }
}

/** The fewest words in a row that hold a place of each list. */
function window(lists) {
  const places = lists.flatMap((list, which) => list.map((place) => [place, which])).sort((a, b) => a[0] - b[0]);
  const counts = new Map();
  let best = Infinity;
  let first = 0;
  for (const [place, which] of places) {
    counts.set(which, (counts.get(which) ?? 0) + 1);
    while (counts.size === lists.length) {
      best = Math.min(best, place - places[first][0] + 1);
      const left = places[first][1];
      counts.set(left, counts.get(left) - 1);
      if (!counts.get(left)) counts.delete(left);
      first++;
    }
  }
  return best;
}

/** Whether a record holds enough of what was asked to be shown where none holds all of it. */
function enough(row, wanted, unknown) {
  if (wanted.length + unknown.length < 2) return false;
  const all = wanted.reduce((sum, one) => sum + one.rarity, 0);
  return row.held >= ENOUGH * all;
}
