import type { Locale } from '../mail/mail.ts';

/** A column of a letter's table. Figures are never cut, text is broken into lines. */
export type LetterColumn = { readonly label: string; readonly kind: 'text' | 'figure' };

/** A sum below the table. */
export type LetterSum = { readonly label: string; readonly value: string; readonly look: 'plain' | 'strong' };

/** A file that is kept inside of a letter, with what its standard says of it in the letter's metadata. */
export type EnclosedFile = {
  readonly name: string;
  readonly mediaType: string;
  readonly description: string;
  /** `AFRelationship` of ISO 32000-2: what the file is to the letter. */
  readonly relationship: 'Alternative' | 'Data' | 'Source' | 'Supplement';
  readonly content: Uint8Array;
  /** `rdf:Description` elements of XMP */
  readonly metadata: string;
};

/** A letter of business: whom it is to, what it says, a table with its sums, and who writes. All of it is text as people read it. */
export type BusinessLetter = {
  readonly locale: Locale;
  /** The day that it says it is of: all that a file says of when it was made. */
  readonly date: string;
  readonly sender: { readonly name: string; readonly lines: readonly string[] };
  readonly address: readonly string[];
  /** Numbers and days beside the address: label and value. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly title: string;
  /** A paragraph each, above the table. */
  readonly text: readonly string[];
  readonly columns: readonly LetterColumn[];
  readonly rows: readonly (readonly string[])[];
  readonly sums: readonly LetterSum[];
  /** A paragraph each, below the sums. */
  readonly closing: readonly string[];
  /** Columns at the foot of each page. */
  readonly foot: readonly (readonly string[])[];
  readonly enclosed: EnclosedFile | null;
};
