// The files of the search index: fetched when they are needed, once each, and unpacked here.

const VERSION = 1;

/** Where in a list of first values something belongs. */
function place(firsts, value) {
  let low = 0;
  let high = firsts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (firsts[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The bytes of a file, unpacked unless the host did so already. */
async function unpacked(url, options) {
  const answer = await fetch(url, options);
  if (!answer.ok) throw new Error(`${answer.status} ${url}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(plain).arrayBuffer());
}

function text(bytes) {
  return new TextDecoder().decode(bytes);
}

/** The numbers in bytes: seven bits a byte, the lowest first. */
function* numbers(bytes) {
  let value = 0;
  let shift = 0;
  for (const byte of bytes) {
    value |= (byte & 127) << shift;
    shift += 7;
    if (byte < 128) {
      yield value;
      value = shift = 0;
    }
  }
}

/** Where a form stands: `each(record, weight, places)` for every record in order; places are read only if they are wanted. */
class Postings {
  constructor([surface, relation, span, count], records, places) {
    Object.assign(this, { surface, relation, span, count, records, places });
  }

  each(visit) {
    const records = numbers(this.records);
    const places = numbers(this.places);
    let record = -1;
    for (let step = records.next(); !step.done; step = records.next()) {
      record += step.value;
      const weight = records.next().value;
      const times = weight & 1 ? records.next().value : 1;
      const here = [];
      for (let nth = 0, before = 0; nth < times; nth++) {
        before += places.next().value;
        here.push(before);
      }
      visit(record, weight >> 1, here);
    }
  }
}

export class Index {
  static async open(root) {
    const folder = new URL("zoekindex/", root);
    const start = JSON.parse(text(await unpacked(new URL("start.zoek", folder), { cache: "no-cache" })));
    if (start.version !== VERSION) throw new Error(`index of version ${start.version}`);
    return new Index(folder, start);
  }

  constructor(folder, start) {
    Object.assign(this, start);
    this.folder = new URL(`${start.folder}/`, folder);
    this.files = new Map();
    this.starts = start.documents.map((document) => document[4]);
  }

  file(name, read) {
    if (!this.files.has(name)) {
      const made = unpacked(new URL(`${name}.zoek`, this.folder)).then(read);
      made.catch(() => this.files.delete(name));
      this.files.set(name, made);
    }
    return this.files.get(name);
  }

  /** What is filed under a key: forms with their postings, and names that begin with it. */
  async word(key) {
    const number = place(this.words, key);
    if (number < 0) return { forms: [], names: [] };
    const shard = await this.file(`w${number}`, readShard);
    return shard(key);
  }

  /** The document that a record belongs to, by number; 0 is the site itself. */
  document(record) {
    return Math.max(0, place(this.starts, record));
  }

  /** Kind, address, title, chapter and text of a record. */
  async record(number) {
    const file = place(this.texts, number);
    const found = await this.file(`t${file}`, (bytes) => JSON.parse(text(bytes)));
    const [kind, url, title, chapter, content] = found[number - this.texts[file]];
    return { number, kind, url, title, chapter, text: content, document: this.document(number) };
  }

  /** Kind and countries of each record, for records in order. */
  async facts(records) {
    const files = [...new Set(records.map((record) => Math.floor(record / this.facts_size)))];
    const read = new Map(await Promise.all(files.map(async (file) => [file, await this.file(`f${file}`, (bytes) => JSON.parse(text(bytes)))])));
    return records.map((record) => {
      const facts = read.get(Math.floor(record / this.facts_size));
      const nth = record % this.facts_size;
      return { kind: facts.kinds[facts.kind[nth]], places: facts.places[nth]?.split(" ") ?? [] };
    });
  }

  /** Words that begin as one does: as spelled, with the number of records that hold them. */
  async spellings(start) {
    const number = Math.max(0, place(this.spelled, start));
    return this.spelled.length ? this.file(`s${number}`, (bytes) => JSON.parse(text(bytes))) : [];
  }
}

/** A shard: a line of JSON, then the postings in the order in which the line tells of them. */
function readShard(bytes) {
  const end = bytes.indexOf(10);
  const head = JSON.parse(text(bytes.subarray(0, end)));
  let offset = end + 1;
  const found = new Map();
  for (const [key, forms, names] of head) {
    found.set(key, { names: names ?? [], forms: forms.map((form) => {
      const records = bytes.subarray(offset, offset += form[4]);
      return new Postings(form, records, bytes.subarray(offset, offset += form[5]));
    }) });
  }
  return (key) => found.get(key) ?? { forms: [], names: [] };
}
