// Written from generator/words/*/scripts.po: `pytest tests/words --update-golden`. Change the words there, not here.

/** The language of the page, which its words are in. */
export const LANGUAGE = document.documentElement.lang;

const plural = new Intl.PluralRules(LANGUAGE);
const number = new Intl.NumberFormat(LANGUAGE);

/** The words of a message with its values in their braces; numbers are written as the language does, and `count` chooses between one and many. */
export function say(name, values = {}) {
  return form(name, values).replace(BRACES, (_, key) => written(values[key]));
}

/** The words of a message as a list, in which each value is a list of words and elements. */
export function pieces(name, values) {
  return form(name, values).split(BRACES).flatMap((part, nth) => (nth % 2 ? values[part] : part ? [part] : []));
}

function form(name, { count }) {
  const words = WORDS[name];
  return typeof words === "string" ? words : words[plural.select(count) === "one" ? 0 : 1];
}

const written = (value) => (typeof value === "number" ? number.format(value) : value);

const BRACES = /\{(\w+)\}/g;

export const WORDS = Object.freeze({
  address_reused: "Dit adres hoorde eerder bij een andere tekst.",
  alike: "Woorden die zo beginnen: {words}",
  also_found: "ook gevonden: {words}",
  also_newer: "Ook gezocht naar {name}, de nieuwe naam van {words}.",
  also_older: "Ook gezocht naar {name}, de vroegere naam van {words}.",
  browse: "Of kijk in de lijst van {list}.",
  browse_list: "begrippen, landen en besluiten van A tot Z",
  chart_follows: "Het diagram toont de {shown} van de {all} bedragen die ook in de tabel staan.",
  check_spelling: "Kijk of het woord goed gespeld is.",
  choice_none: "Geen {one} past bij deze keuze.",
  choice_not_kept: "Deze keuze kan hier niet worden bewaard",
  choice_shown: "{shown} van de {all} {many} getoond.",
  cite: "Citeer {place}",
  cite_close: "Sluiten",
  cite_copy: "Kopieer",
  cite_copy_form: "Kopieer {form}",
  close_all_years: "Alle jaren sluiten",
  copied: "Gekopieerd",
  copied_heading: "Link naar dit kopje gekopieerd",
  copied_paragraph: "Link naar deze alinea gekopieerd",
  copy_failed: "Kopiëren lukt hier niet; selecteer de tekst zelf",
  dates_drawn: ["Staafdiagram van uw keuze: {count} datum; de tabel geeft het aantal per jaar.", "Staafdiagram van uw keuze: {count} datums; de tabel geeft het aantal per jaar."],
  dates_folded: ["{shown} van de {all} punten op de tijdlijn getoond; {count} datum van een stuk of cijfer staat dichtgeklapt.", "{shown} van de {all} punten op de tijdlijn getoond; {count} datums van stukken en cijfers staan dichtgeklapt."],
  dates_in_year: ["{year} {count} datum", "{year} {count} datums"],
  dates_none: "Geen datum past bij deze keuze.",
  dates_of_cijfer: ["{count} cijfer", "{count} cijfers"],
  dates_of_gebeurtenis: ["{count} gebeurtenis", "{count} gebeurtenissen"],
  dates_of_periode: ["{count} periode", "{count} perioden"],
  dates_of_publicatie: ["{count} publicatie", "{count} publicaties"],
  dates_of_termijn: ["{count} termijn", "{count} termijnen"],
  dates_of_verwijzing: ["{count} verwijzing", "{count} verwijzingen"],
  dates_shown: "{shown} van de {all} punten op de tijdlijn getoond.",
  kind_alinea: "Alinea",
  kind_begrip: "Begrip",
  kind_besluit: "Besluit",
  kind_document: "Document",
  kind_gebeurtenis: "Gebeurtenis",
  kind_gebied: "Gebied",
  kind_kop: "Kop",
  kind_land: "Land",
  kind_onderwerp: "Onderwerp",
  kind_pagina: "Pagina",
  kind_tabel: "Tabel",
  kind_voetnoot: "Voetnoot",
  less_narrow: "Met minder beperkingen zijn er wel resultaten: {action}",
  link_in_address: "De link staat in de adresbalk",
  link_to_heading: "Link naar dit kopje",
  marks: "Markeringen",
  marks_told: "Markeringen van begrippen, landen, besluiten, data en bedragen tonen of verbergen",
  meant: "Bedoelde u {words}?",
  meant_or: "of",
  more_about: "Meer over {term}",
  newest_passage: "Nieuwste passage:",
  no_index: "De zoekindex kan niet worden geladen. Probeer het later opnieuw.",
  none_has_all: "Geen passage heeft alle woorden. Dit zijn de passages met de meeste ervan.",
  not_all_words: "Niet alle woorden: passages met de meeste ervan",
  numbers: "Alineanummers",
  numbers_told: "Nummers van alinea’s tonen of verbergen",
  one_word: "Zoek op één woord: {words}",
  open_all_years: "Alle jaren openen",
  other_words: "Dit zijn de passages met de andere woorden.",
  own_page: "Eigen pagina: {pages}",
  page_only: "Een eigen pagina voor “{words}”, en geen passages",
  part_of_word: "Zoek op een deel van het woord, of op een ander woord voor hetzelfde.",
  references_none: "Geen verwijzingen gevonden",
  references_shown: "{shown} van {all} verwijzingen",
  results: ["{count} resultaat voor “{words}”", "{count} resultaten voor “{words}”"],
  results_narrowed: "{results} (zonder beperking {total})",
  same_enumeration: "{words}, in dezelfde opsomming",
  search_everything: "zoek in alles",
  searching: "Zoeken …",
  terms_none: "Geen begrippen gevonden",
  terms_shown: "{shown} van {all} begrippen",
  to_footnote: "Naar de voetnoot onderaan",
  type_something: ["Typ een of meer woorden, een nummer of een vraag. U zoekt in {count} document.", "Typ een of meer woorden, een nummer of een vraag. U zoekt in {count} documenten."],
  unknown: "“{words}” komt in de teksten niet voor.",
  without: "zonder: {words}",
});
