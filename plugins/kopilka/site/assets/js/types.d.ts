/** What the scripts of the site lend each other, and the shapes of the data they read. */

/** A record, an organisation, a term of the glossary or a hand-written page, as lists and hits show it. */
interface Card {
  id: string;
  /** Kind of the record, or `organisation`, `term`, `page`. */
  kind: string;
  title: string;
  /** Path of the page: «praktiki/karty», «slovar#iom»; `kopilka.page` makes an address of it. */
  url: string;
  /** Holder. */
  by: string;
  /** Municipality of the holder. */
  place: string;
  /** Summary. */
  text: string;
  /** «пример», «архив». */
  tags: string[];
  /** Label, words, and the degree of evidence where the row is about it. */
  rows: [string, string, number?][];
  /** Hours it takes a teacher, where known. */
  hours: number | null;
  /** What one can still come to or apply for: title, first day, last day (ISO, as exact as known). */
  agenda: [string, string, string][];
}

interface KindInfo {
  label: string;
  plural: string;
  icon: string;
  /** Path of its list. */
  url: string;
  /** What a teacher does with such a record: изучить, посетить, участвовать. Pages that are no records have none. */
  way?: "study" | "visit" | "join";
}

/** data/manifest.js */
interface Manifest {
  /** The day of the build, ISO. */
  today: string;
  bank: string;
  /** The site's address, when it has one, with its last slash. */
  site: string | null;
  /** How many cards are records: numbers 0 … records-1, the newest first; then hand-written pages, organisations, terms. */
  records: number;
  /** How many cards there are. */
  cards: number;
  /** Cards in one file `cards-N`. */
  block: number;
  /** How many cards have a text under their summary: records, then hand-written pages. */
  texts: number;
  /** Texts in one file `texts-N`. */
  textBlock: number;
  kinds: Record<string, KindInfo>;
}

/** The answer of the search to a query. */
interface Answer {
  /** As typed. */
  query: string;
  /** As searched: wrong layout, transliteration and misprints put right. */
  shown: string;
  /** Why `shown` differs; empty when it does not. */
  correction: "" | "layout" | "translit" | "typo";
  /** Words for which nothing was found. */
  missing: string[];
  /** Best first. */
  hits: Hit[];
}

interface Hit {
  /** Number of the card. */
  n: number;
  score: number;
  /** Stems and concept tokens that were met in it, for the snippet. */
  terms: string[];
  /** The words by which alone it was found, when none of them is a form of what was asked: «тьюторство». */
  near: string;
}

/** A piece of a snippet; `mark` is "" for plain text, "exact" for a form of what was asked, "near" for a near word. */
interface Fragment {
  text: string;
  mark: "" | "exact" | "near";
}

/** The part «search» (or «pagefind» in its place) gives this as `kopilka.search`. */
interface SearchEngine {
  /** Brings and unpacks what the first query needs. */
  ready(): Promise<void>;
  /** `typing`: the last word may be unfinished. `exact`: search what was typed, put nothing right. */
  ask(query: string, options?: { typing?: boolean; exact?: boolean }): Promise<Answer>;
  /** A text with the matched forms marked, whole. */
  mark(text: string, answer: Answer, hit?: Hit): Fragment[];
  /** The best piece of the card's summary or text, at most `length` letters, marked. */
  snippet(card: Card, answer: Answer, hit: Hit, length?: number): Promise<Fragment[]>;
}

interface Window {
  kopilka: Record<string, any>;
}
