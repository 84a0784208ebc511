/** What the editor is told of the bank; Python's site/editor/files.py writes it. */
interface EditorBank {
  /** The type `CmsConfig` of Sveltia CMS; `options: "@theme"` names a list of `choices`. */
  config: Record<string, any>;
  choices: Record<string, { label: string; value: string }[]>;
  forms: Record<string, FormModel>;
  vocabularies: Record<string, FormVocabulary>;
  /** Whether it writes into a folder of this computer and nowhere else. */
  local: boolean;
}

/** A record as the editor holds it: fields by their names, and the text. */
type EditorEntry = Record<string, any> & { body?: string };
