/** What a column of an imported file may become. */
export type ImportFieldType = 'text' | 'decimal' | 'date' | 'flag';

export type ImportField = {
  readonly label: string;
  readonly type: ImportFieldType;
  readonly required?: boolean;
  /** Column headings, in lower case letters and digits only, that suggest this field. */
  readonly aliases?: readonly string[];
};

/** A kind of record that files may hold. Lines of documents are a kind of their own that names its `parent`. */
export type ImportKind = {
  readonly name: string;
  readonly label: string;
  readonly fields: Readonly<Record<string, ImportField>>;
  /** The field by which a record is known again, so that importing a file twice changes nothing. */
  readonly key: string;
  /** Fields that a record is known by besides: a rate by its currency, its day and who says so. */
  readonly keyWith?: readonly string[];
  /** Set on lines: the kind they belong to. `key` then names the field that holds the parent's key. */
  readonly parent?: string;
};
