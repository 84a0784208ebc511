/** The shapes of the data that the form «Предложить практику» is made of; Python's site/forms.py and site/data/forms.py write them. */

interface FormShape {
  type: string;
  item?: FormShape;
  fields?: FormField[];
  choices?: [string, string][];
  vocabulary?: string;
  consent?: { field: string; covers: string[]; usual: string[] };
  /** Of a part that tells of a picture: the field with the name of the picture. */
  picture?: string;
  min_length?: number;
  max_length?: number;
  pattern?: string;
  [limit: string]: any;
}

interface FormField {
  key: string;
  label: string;
  help: string;
  example: any;
  required: boolean;
  worth: number;
  shape: FormShape;
  /** The bank's own work: not asked. */
  own?: true;
  /** What an empty list stands for. */
  usual?: string[];
}

interface FormText {
  title: string;
  help: string;
  required: boolean;
  worth: number;
}

interface FormGroup {
  slug: string;
  title: string;
  fields: string[];
  /** The texts of the body stand here too. */
  text?: true;
  /** The author's files stand here too. */
  files?: true;
}

/** data/forms-KIND.js */
interface FormModel {
  kind: string;
  label: string;
  slug: string;
  icon: string;
  /** Where the bank keeps records of the kind. */
  folder: string;
  fields: FormField[];
  groups: FormGroup[];
  texts: FormText[];
  bodyTitle: string;
  bodyWorth: number;
}

/** Id, label, note, short form, then synonyms. */
type FormTerm = string[];

interface FormVocabulary {
  label: string;
  terms: FormTerm[];
}

/** Where a new file is made by hand: `{folder}` and `{name}` to fill, `text` brings the record along. */
interface FormForge {
  name: string;
  address: string;
  text: string | null;
  /** Whether the address is a page for a new file, and not only the repository. */
  ready: boolean;
}

/** data/forms-terms.js */
interface FormTerms {
  vocabularies: Record<string, FormVocabulary>;
  organisations: [string, string, string][];
  sentences: Record<string, string[]>;
  patterns: Record<string, string[]>;
  choices: Record<string, string[]>;
  months: string[][];
  keys: [string, string];
  lookalikes: [string, string];
  letters: Record<string, string>;
  bank: string;
  email: string | null;
  forge: FormForge | null;
  gates: FormGates;
}

/** What a draft remembers of a file: all but its bytes. */
interface FormKept {
  name: string;
  alt?: string;
  section?: string | null;
  picture?: boolean;
}

/** What an author has written so far. */
interface FormDraft {
  id: string;
  values: Record<string, any>;
  /** What an opened file held and the form does not ask for; it goes back into the file. */
  extra: Record<string, any>;
  /** Texts of the body by the titles of sections; under "" what stands before, or all of it. */
  texts: Record<string, string>;
  /** The name of the file that was opened, without its ending. */
  name: string;
  files: FormKept[];
}

interface FormTrouble {
  path: (string | number)[];
  message: string;
  /** The message without the name of the field, which stands right above it. */
  short: string;
  hint: string;
  /** Of a rule of the catalogue: its code and how loudly it speaks in this bank; else an error. */
  code?: string;
  severity?: string;
}

/** What a rule of the catalogue says of a place in a text. */
interface FormHit {
  code: string;
  message: string;
  hint: string;
  at: number;
}

/** Rules of the catalogue that look at one record: patterns as source and flags, sentences with holes. */
interface FormGates {
  numbers: { patterns: Record<string, [string, string]>; words: Record<string, [string, string, string]> };
  email: { patterns: Record<string, [string, string]>; words: [string, string] };
  /** `known` are first letters of given names by the stem of a surname; people born before the year `past` are of history. */
  people: { patterns: Record<string, [string, string]>; known: Record<string, string>; words: Record<string, [string, string]>; past: number };
  vague: { patterns: Record<string, [string, string]>; words: [string, string]; lists: string[]; longest: number };
  /** Code, message and hint of each trouble; what a row owes; how many names are named; endings of pictures and of photos. */
  pictures: { words: Record<string, [string, string, string]>; owed: Record<string, string>; named: number; endings: string[]; photos: string[] };
  /** The least number of words of a body, and the least and most characters of an article. */
  words: number;
  volume: [number, number];
  sizes: { page: number; sheet: number };
  severity: Record<string, string>;
}

/** A file to be packed beside the record. Of a picture: what is on it, and the section it is to stand in; null when a field or a text shows it already. */
interface FormFile extends FormKept {
  bytes: Uint8Array;
  /** The picture as an address, once it was looked at. */
  look?: string;
}

/** A place of the draft: reads and sets the value there, and tells where it stands in the file (null: not there). */
interface FormAt {
  get(): any;
  set(value: any): void;
  path(): (string | number)[] | null;
  /** The part that the place is in. */
  owner?: { get(): any; shape: FormShape };
}

interface Window {
  fflate: any;
}

/** A field on the page, so that messages find it. */
interface FormWatched {
  at: FormAt;
  box: HTMLElement;
  message: HTMLElement;
  /** None for a text of the body. */
  field?: FormField;
  id: string;
  /** It has stood on the page: when it does no longer, it is gone for good. */
  met?: boolean;
}

/** What the controls ask of the page. */
interface FormContext {
  terms: FormTerms;
  watch(watched: FormWatched): void;
  /** Draws messages, states and readiness anew. */
  refresh(): void;
  /** Lets the author choose a file; gives its name, or nothing. */
  attach(): Promise<string>;
}
