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
  /** When somebody last vouched for it: ISO, as exact as known; empty for what is no record. */
  confirmed: string;
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
  /** How many of the cards, the last ones, are terms of the glossary. */
  terms: number;
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

/* ---- Facets: data/facets.js, the part «facets», the address of the catalogue ---- */

/** A value of a facet in data/facets.js. */
interface FacetValueData {
  id: string;
  label: string;
  short?: string;
  note?: string;
  /** Id of the wider value, which stands in the same facet. */
  parent?: string;
  /** Path of its static list where that is not `key/id`. */
  to?: string;
  /** Other names, for `find`. */
  words?: string[];
  /** Numbers of its records, packed. */
  in?: string;
  /** In place of `in` where the answer depends on the day: record, first day, last day; null for an open end. */
  days?: [number, string | null, string | null][];
}

interface FacetData {
  key: string;
  label: string;
  type: "values" | "range";
  /** Values are numbers and may be chosen from – to as well: years. */
  span?: true;
  /** Path of the page with all its values. */
  list?: string;
  unit?: string;
  values: FacetValueData[];
  /** Of a range: the different numbers, and which of them a record has, packed; 0 for none. */
  steps?: number[];
  column?: string;
}

/** data/facets.js */
interface FacetsData {
  /** The day of the build, ISO. */
  today: string;
  records: number;
  facets: FacetData[];
  /** Place of every record in the order of titles, packed. */
  titles: string;
  /** The facet whose values stand from the poorest evidence to the best. */
  degrees: string;
}

interface FacetValue {
  id: string;
  label: string;
  short?: string;
  note?: string;
  parent: string | null;
  /** Path of its static list, for `kopilka.page`. */
  to: string;
  /** How many records have it in the whole bank, those of its narrower values too. */
  total: number;
  /** Whether a record has it or one of its narrower values. */
  has(n: number): boolean;
}

interface FacetInfo {
  key: string;
  label: string;
  type: "values" | "range";
  /** A facet with values that may be chosen from – to as well: `choice.ranges` takes it too. */
  span: boolean;
  unit?: string;
  /** The least and the greatest number of a range or of a span. */
  min?: number;
  max?: number;
  /** Path of the page with all its values; a range and the kinds have none. */
  list?: string;
  values: FacetValue[];
}

/** What is chosen; facets and values that the bank does not know count as not chosen. */
interface Choice {
  /** Facet → ids of values: any of them. */
  values: Record<string, string[]>;
  /** Facet → from, to, both ends counted in; null for an open end. */
  ranges: Record<string, [number | null, number | null]>;
}

interface FacetSelection {
  /** Numbers of the records, the newest first. */
  numbers: number[];
  total: number;
  /** Facet → value → how many records it has under the choice, the facet's own choice left out. */
  counts: Record<string, Record<string, number>>;
  /**
   * How many records are added when a facet (or one value of it) is dropped from the choice; `without("q")`: when
   * the base is. Below zero where dropping narrows (one of two ticked values).
   */
  without(facet: string, value?: string): number;
}

/** A value that was typed. */
interface FacetOffer {
  facet: string;
  value: string;
  /** «наставничество» */
  label: string;
  /** «Тема» */
  facetLabel: string;
  /** How many records have it. */
  n: number;
}

type Order = "podhodyashchie" | "novye" | "nazvanie" | "itogi";

/** `kopilka.facets.open(await kopilka.data("facets"))` */
interface FacetTable {
  records: number;
  /** The day that dated values answer for, ISO. */
  today: string;
  facets: FacetInfo[];
  /** `base`: numbers of the cards that the search found, in any order; null for all. */
  select(choice: Choice, base?: ArrayLike<number> | null): FacetSelection;
  /** The numbers in another order; «podhodyashchie» leaves them as they are. */
  order(numbers: ArrayLike<number>, by: Order): number[];
  /** Facet → ids of a record's own values; a range gives its number. */
  values(n: number): Record<string, string[]>;
  /** The record's number in a range facet («chasy»), null where it is not known. */
  number(n: number, facet: string): number | null;
  /** Values whose name is among the typed words, the most fitting first; at most `limit` (6). */
  find(words: string, limit?: number): FacetOffer[];
}

/** All that the catalogue's address says. */
interface CatalogueState {
  /** The query; "" for none. */
  words: string;
  /** Whether to search what was typed and put nothing right: «tochno=1». */
  exact: boolean;
  choice: Choice;
  order: Order;
  view: "kartochki" | "tablica" | "spisok";
  /** How many records are shown when the reader asked for more; 0 for as many as at first. */
  shown: number;
}

/** `kopilka.state`: the catalogue's address, read and written. */
interface StateCodec {
  /** Nothing chosen. */
  empty(): CatalogueState;
  /** What the query of an address asks for, or its hash where that is «#?temy=a»; the rest is ignored. */
  read(address: { search: string; hash: string }, table: FacetTable): CatalogueState;
  /** The query for a state, «?q=…&temy=a,b» or "": keys always in one order, defaults left out. */
  write(state: CatalogueState, table: FacetTable): string;
  /** Puts the state into the address of this page; `replace` makes no new step of history. */
  show(state: CatalogueState, table: FacetTable, options?: { replace?: boolean }): void;
}

interface Window {
  kopilka: Record<string, any>;
}

/** What was found in a card: its title and summary in pieces, and the near word it was found by. */
interface Marks {
  title: Fragment[];
  text: Fragment[];
  near?: string;
}

/* ---- The catalogue page ---- */

/** One thing chosen: a value of a facet, or the whole of a range. */
interface Condition {
  facet: string;
  /** Id; none for a range. */
  value?: string;
  /** «Тема» */
  label: string;
  /** «наставничество», «2–16 часов» */
  words: string;
}

/** A value in its list. */
interface ValueRow {
  id: string;
  item: HTMLElement;
  label: HTMLElement;
  box: HTMLInputElement;
  number: Text;
  /** Its names as the box for finding a value reads them. */
  words: string;
}

/** What stands in an open facet. */
interface FacetBody {
  element: HTMLElement;
  update(counts: Record<string, number>, choice: Choice): void;
}

interface PanelActs {
  value(facet: string, value: string, on: boolean): void;
  /** `first` makes a step to go back to. */
  range(facet: string, bounds: [number | null, number | null], first: boolean): void;
}

interface Panel {
  element: HTMLElement;
  update(selection: FacetSelection, choice: Choice): void;
}

interface Sheet {
  open(): void;
  update(total: number): void;
}

/** The search field of the header or of the home page, as the part «searchbox» sees it. */
interface SearchBoxFace {
  place: HTMLElement;
  field: HTMLInputElement;
  /** What stands under the field. */
  output: HTMLElement;
  isOpen(): boolean;
  /** Tells a screen reader, once the typing has paused. */
  announce(words: string): void;
  /** Says what failed, with a way on. */
  sayFailed(error: unknown): void;
}

/** A step of «Мой маршрут»: a record with a copy of its card, or the reader's own step («~» before its id). */
interface RouteStep {
  id: string;
  title: string;
  /** Kind of the record; "" for an own step. */
  kind: string;
  /** Path of the record's page; "" for an own step. */
  url: string;
  by: string;
  note: string;
  /** When, as it was typed. */
  when: string;
  /** The days it was understood as, ISO; "" for an open end, both "" when it was not. */
  from: string;
  to: string;
  /** null: not said yet, so the record's own hours may be taken. */
  hours: number | null;
  /** study, visit, try, join; "" for what the kind of the record suggests. */
  form: string;
  done: boolean;
  /** ISO day. */
  added: string;
}

interface RouteData {
  v: 1;
  goal: string;
  /** Ids of the vocabulary of difficulties. */
  deficits: string[];
  steps: RouteStep[];
}

/** `kopilka.route`, on every page. */
interface RouteStore {
  FORMS: Record<string, string>;
  LIMITS: Record<string, number>;
  has(id: string): boolean;
  /** false when there is no room for more steps. */
  add(id: string, snapshot: Partial<RouteStep>): boolean;
  remove(id: string): void;
  items(): RouteStep[];
  /** A copy of the whole route. */
  get(): RouteData;
  /** Changes the newest state; `act` changes its argument. */
  change(act: (route: RouteData) => void): void;
  /** What can be read of a stranger's route. */
  clean(raw: any): RouteData;
  onChange(listener: (source: "here" | "other") => void): void;
  storage(): "kept" | "off" | "full";
  today(): string;
  /** The route as a compact array, and back (not yet cleaned). */
  pack(route: RouteData): any[];
  unpack(packed: any): any;
  /** Bytes as letters that may stand in an address. */
  letters(bytes: Uint8Array): string;
  /** The hash of a link that carries the route, not squeezed. */
  plainHash(route: RouteData): string;
}

/** What the address of the search page asks for. */
interface SearchState {
  query: string;
  /** Search what was typed, put nothing right. */
  exact: boolean;
  /** Kind of a record, `organisation`, `term`, `page`; "" for all. */
  group: string;
}

/** `kopilka.compare`, on every page. */
interface CompareStore {
  MOST: number;
  /** Ids out of anything, at most four. */
  clean(raw: any): string[];
  clear(): void;
  has(id: string): boolean;
  ids(): string[];
  /** Whether the browser keeps the choice. */
  kept(): boolean;
  onChange(listener: () => void): void;
  set(ids: string[]): void;
  /** false when four are set aside already. */
  toggle(id: string): boolean;
}

/** data/passports.js */
interface PassportsHead {
  questions: string[];
  block: number;
  /** Kind → its rows: number of the question, label, words for an empty value. */
  rows: Record<string, [number, string, string][]>;
}

/** A value in a passport: a text, or lines; a line may be a record's title with the path of its page. */
type PassportValue = string | (string | [string, string])[];

/** The list of records on the catalogue page. */
interface CardList {
  /** Resolves to false when another list was asked for meanwhile. */
  show(numbers: number[], view: string, answer: Answer | null): Promise<boolean>;
  /** Empties the place and gives it. */
  clear(): HTMLElement;
  /** The drawn element of a record. */
  element(n: number): HTMLElement | undefined;
}

/** A way out of an empty result. */
interface Remedy {
  words: string;
  /** How many records it brings back. */
  gain: number;
  take(): void;
}

/** What the empty result is drawn from. */
interface EmptyView {
  conditions: Condition[];
  selection: FacetSelection;
  /** The query; "" for none. */
  words: string;
  /** How many records the query finds by itself. */
  found: number;
  /** Where a practice is offered; "" for nowhere. */
  submit: string;
  dropFacet(facet: string): void;
  dropWords(): void;
  resetFacets(): void;
}

/** What «Взять эту выборку с собой» works with. */
interface Taking {
  manifest: Manifest;
  table: FacetTable;
  /** Numbers of all chosen records, in the order of the list. */
  chosen(): number[];
  /** Puts the list for paper in place of the present one, until it is printed. */
  paper(numbers: number[]): Promise<unknown>;
}

/** What is said under the search field. */
interface Telling {
  table: FacetTable;
  /** Whether the words were searched as they are. */
  exact: boolean;
  /** Searches them again, exactly or with corrections. */
  again(exact: boolean): void;
  take(offer: FacetOffer): void;
  chosen(offer: FacetOffer): boolean;
}

/** A word of a text, as the search knows it. */
interface Token {
  /** Where it stands in the text. */
  start: number;
  end: number;
  /** As written. */
  word: string;
  /** In one case, ё as е. */
  form: string;
  /** What the index has for it: its stem, or the form itself when it is literal. */
  term: string;
  /** An abbreviation or something with digits. */
  literal: boolean;
  /** Latin letters only. */
  latin: boolean;
  /** A preposition, a conjunction or a pronoun: the index has none. */
  stop: boolean;
}

/** data/search.js, see plugins/kopilka/search/packed.py. */
interface SearchCore {
  documents: number;
  k1: number;
  b: number;
  /** Name, boost, packed lengths of all documents. */
  fields: [string, number, string][];
  /** Packed sorted words. */
  terms: string;
  /** In how many documents each term stands, packed. */
  frequencies: string;
  /** The first term of each shard. */
  shards: number[];
  /** Packed words. */
  stop: string;
  literals: string;
  /** «люд человек|челове»: terms of one noun in the index, then those one may ask for. */
  links: string[];
  /** The phrases of every concept, as terms with spaces. */
  concepts: string[][];
  /** «See also» of every concept. */
  near: number[][];
}

/** A term: its place among all terms, its weights in the fields it stands in. */
interface Weighed {
  place: number;
  parts: { field: number; refs: Uint32Array; weights: Float64Array }[];
}

/** A term as the index is asked for it. */
interface AskedTerm {
  term: string;
  boost: number;
  weighed: Weighed;
}

/** All documents under a query: their scores; which clauses they meet, a bit for each. */
interface Sums {
  scores: Float64Array;
  bits: Int32Array[];
}

interface SearchHit {
  /** Number of the card. */
  n: number;
  score: number;
  /** The asked terms that stand in it. */
  terms: string[];
}

/** `kopilka.index`: the search index, asked by the planner of queries. */
interface SearchIndex {
  /** Loads and unpacks the core: words, frequencies, concepts, lengths of documents. */
  ready(): Promise<void>;
  analyse(text: string): Token[];
  has(term: string): boolean;
  /** In how many documents a term stands; 0 when there is none. */
  frequency(term: string): number;
  /** Whether any term begins so. */
  begins(start: string): boolean;
  /** Terms that begin so, the most frequent first. */
  prefix(start: string, limit: number): string[];
  /** Terms like a word: one misprint in 4-7 letters, two in more; nearest and most frequent first. */
  near(word: string, limit: number): { term: string; distance: number }[];
  /** Other terms of the same noun: человек – люди. */
  links(term: string): string[];
  /** Derivational relatives, the most frequent first: наставник – наставничество. */
  family(term: string): string[];
  /** Phrases of the glossary and the vocabularies: `from` the first token, `to` the one after the last. */
  concepts(tokens: Token[]): { token: string; from: number; to: number }[];
  /** All phrases of a concept, as terms. */
  conceptTerms(token: string): string[][];
  /** «See also». */
  nearConcepts(token: string): string[];
  /** Loads the shards with the postings of these terms; unknown ones are passed over. */
  bring(terms: string[]): Promise<void>;
  /** OR of the alternatives over the brought postings, scored by lunr; best first, `n` is the card's number. */
  search(alternatives: { term: string; boost: number }[]): SearchHit[];
}

/** What a record says in a row of the comparison. */
interface CompareCell {
  lines: (string | [string, string])[];
  /** Words for no lines. */
  empty: string;
}

interface CompareRow {
  label: string;
  question: number;
  /** null where the record's kind knows no such row. */
  cells: (CompareCell | null)[];
  differs: boolean;
}

interface CompareGroup {
  question: string;
  rows: CompareRow[];
}

/** A chunk of a query as it may have been meant. */
interface Reading {
  text: string;
  /** In which wrong way it was typed; "" as it stands. */
  mode: "" | "layout" | "translit";
  /** How sure the index makes us of it: see search/40-reading.js. */
  sure: number;
}

/** A spelling one slip away from a word. */
interface Slip {
  form: string;
  /** The place of the slip. */
  at: number;
  /** Whether people often slip so. */
  usual: boolean;
}

/** A known word in place of a misprinted one. */
interface Repair {
  form: string;
  term: string;
  distance: number;
  usual: boolean;
}

/** A place of the query put right. */
interface Fix {
  start: number;
  end: number;
  form: string;
  /** Terms of words that may have been meant as well. */
  others: string[];
  /** Whether the form may be shown as it is: nobody knows the forms of words until the documents are seen. */
  real: boolean;
}

/** How a term matches a word of the query: what it adds to the score, how well it serves the word. */
interface Match {
  boost: number;
  serves: number;
  mark: "exact" | "near";
}

interface PlannedWord {
  /** As shown. */
  text: string;
  term: string;
  /** What is typed so far, folded, of the word being typed; "" for a finished one. */
  begins: string;
  fix: Fix | null;
  /** «делать», «нужно»: asks rather than tells. */
  asking: boolean;
  /** How much it tells, 0 … 1. */
  weight: number;
  /** Terms it is looked for by. */
  matches: Map<string, Match>;
}

/** A concept in a query, with the numbers of the words that name it. */
interface FoundConcept {
  token: string;
  words: number[];
}

/** A term the index is asked for. */
interface PlannedClause {
  term: string;
  boost: number;
  mark: "exact" | "near";
  /** Number of a word → how well it is served. */
  serves: Map<number, number>;
}

/** What the index is asked for a query. */
interface Plan {
  /** The query in the right layout. */
  read: string;
  /** The same without misprints. */
  shown: string;
  correction: Answer["correction"];
  fixes: Fix[];
  words: PlannedWord[];
  /** Concepts found in the query; `whole`: all of its words. */
  concepts: { token: string; whole: boolean }[];
  clauses: Map<string, PlannedClause>;
  /** Phrases in quotes, folded. */
  phrases: string[];
}

/** A hit on its way to the answer. */
interface Ranked {
  n: number;
  score: number;
  terms: string[];
  /** Share of the query it serves. */
  coverage: number;
  /** Whether it has a form of what was asked. */
  exactly: boolean;
}

/** A marked place of a text. */
interface MarkedPlace {
  start: number;
  end: number;
  mark: "exact" | "near";
  terms: string[];
}

/** What the pieces of the page «Мой маршрут» know and may do. */
interface RoutePlace {
  kinds: Record<string, KindInfo & { way?: string }>;
  /** ISO. */
  today: string;
  /** Where the bank says it lives. */
  site: string | null;
  bank: string;
  /** Labels of the difficulties by their ids. */
  labels: Record<string, string>;
  /** The present card of a step's record, once it has come. */
  cardOf(id: string): Card | undefined;
  /** Whether the step's record is no longer in the bank. */
  isLost(step: RouteStep): boolean;
  /** `quiet`: the field being typed in stays as it is. */
  edit(id: string, patch: Partial<RouteStep>, quiet?: boolean): void;
  editGoal(goal: string): void;
  move(id: string, by: -1 | 1): void;
  remove(id: string): void;
}

/** The step that was taken out last, and where it stood. */
interface RouteRemoved {
  step: RouteStep;
  place: number;
}

interface RouteListDeeds {
  addOwn: () => void;
  removed: RouteRemoved | null;
  setOrder: (order: string[], id: string) => void;
  undo: () => void;
}

/* ---- «Подобрать под себя» ---- */

/** What a teacher has said of himself; "" and null for what was not said. */
interface PickWish {
  /** Ids of difficulties. */
  deficits: string[];
  level: string;
  role: string;
  subject: string;
  /** Hours at hand. */
  hours: number | null;
  /** study, visit, join. */
  ways: string[];
}

/** What ranking knows of a record. */
interface PickTraits {
  /** Number of the card. */
  n: number;
  deficits: string[];
  /** The record's own values, the wider and the narrower ones. */
  levels: string[];
  roles: string[];
  subjects: string[];
  hours: number | null;
  way: string;
  /** Whether one can apply for it on the day of reading. */
  open: boolean;
  /** 0 not stated … 3 measured and repeated. */
  degree: number;
}

/** What of the wish a record meets. */
interface PickMatch {
  deficits: string[];
  level: boolean;
  role: boolean;
  subject: boolean;
  time: boolean;
  way: boolean;
}

interface PickReasons {
  fits: string[];
  misses: string[];
}

/** Labels of values, and the values that a record has itself. */
interface PickNames {
  /** The day of reading, ISO. */
  today: string;
  deficit(id: string): string;
  level(id: string): string;
  role(id: string): string;
  subject(id: string): string;
  degree(step: number): string;
  own(n: number): { levels: string[]; roles: string[]; subjects: string[] };
}

/** A record as an article of «Сборник по выбору». */
interface OwnArticle {
  card: Card;
  values: PassportValue[];
  /** The body as data/articles/ID.js has it. */
  html: string;
  /** ГОСТ Р 7.0.100-2018. */
  cite: string;
}

/** «Сборник по выбору»: what it is drawn from. */
interface OwnBook {
  articles: OwnArticle[];
  head: PassportsHead;
  /** Who put it together; "" for nobody named. */
  maker: string;
  manifest: Manifest;
  title: string;
  /** ISO, the day of reading. */
  today: string;
}
