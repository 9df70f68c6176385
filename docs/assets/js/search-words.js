// Words as the index knows them; the same rules as generator/search/words.py, whose table comes along with the index.

const TOKEN = /[\p{L}\p{N}\u0300-\u036f]+/gu;
const LONGEST = 64; // letters of the longest word that has forms; the same as in generator/search/words.py
const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ı: "i", þ: "th" };

/** A word in lower case, without accents and ligatures. */
export function fold(word) {
  return word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[ßæœøłđıþ]/g, (letter) => LETTERS[letter]);
}

/** The words of a text: folded, and the characters they take. */
export function tokens(text) {
  return Array.from(text.matchAll(TOKEN), (match) => ({ form: fold(match[0]), start: match.index, end: match.index + match[0].length }));
}

/** What makes stems of a language from its table: `stem` for all words, `verbs` for what a form of a verb may belong to, `forms` for forms of an infinitive. */
export function stemmer({ steps, verbs, infinitives }) {
  const compiled = steps.map((step) => step.map(rule));
  const verbal = verbs.map(rule);
  const inflecting = infinitives.map(rule);
  const stem = (form) => {
    if (form.length > LONGEST || !/^\p{L}+$/u.test(form)) return form;
    for (const step of compiled) {
      const fits = step.find(([pattern]) => pattern.test(form));
      if (fits) form = form.replace(...fits);
    }
    return form;
  };
  const forms = (form) => (/[^aeiou]en$/.test(form) ? inflecting.map((one) => stem(form).replace(...one)) : []);
  return { stem, forms, verbs: (form) => (form.length > LONGEST ? [] : verbal).filter(([pattern]) => pattern.test(stem(form))).map((fits) => stem(stem(form).replace(...fits))) };
}

function rule([pattern, replacement]) {
  return [new RegExp(pattern, "u"), replacement];
}

/** The pair of two neighbouring numbers, however it is spelled: COM(2016) 385 and 2016/0385 are 2016/385. */
export function pair(first, second) {
  return `${first.replace(/^0+(?=.)/, "")}/${second.replace(/^0+(?=.)/, "")}`;
}

/** How many letters to change, add, leave out or swap; more than `most` is `most + 1`. */
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let older = [];
  let last = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1;
      now[column] = Math.min(last[column] + 1, now[column - 1] + 1, last[column - 1] + same);
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        now[column] = Math.min(now[column], older[column - 2] + 1);
      }
    }
    if (Math.min(...now) > most) return most + 1;
    older = last;
    last = now;
  }
  return last[other.length];
}
