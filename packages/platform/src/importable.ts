import type { ImportKind } from '@atlas/contract';
import type { z } from 'zod';
import type { TenantTx } from './db/tenant-tx.ts';

/** One record as it was read from files: values by field, and the lines that belong to it. */
export type ImportRecord = {
  readonly sequence: number;
  readonly values: Readonly<Record<string, string>>;
  readonly lines: readonly { readonly sequence: number; readonly values: Readonly<Record<string, string>> }[];
};

/** What became of a record. A refusal names the first reason in words that a person can act on. */
export type ImportOutcome =
  | { readonly sequence: number; readonly status: 'created' | 'unchanged' | 'ready'; readonly targetId?: string }
  | {
      readonly sequence: number;
      readonly status: 'refused';
      readonly code: string;
      readonly message: string;
      readonly line?: number;
    };

type Values = Readonly<Record<string, string>>;

/** Keys of other kinds that the same import brings: they count as existing in a dry run. */
export type StagedKeys = {
  has(kind: string, key: string): boolean;
  /** Of a tree, what the record of a key says; null where none has it. */
  valuesOf(key: string): Values | null;
};

/** A record that a row refers to: what one row leaves empty another may fill, and `otherwise` what none fills. */
export type Mention = { readonly kind: string; readonly key: string; readonly values: Values; readonly otherwise: Values };

/** What one row of a table says beside its line. */
export type RowMentions = {
  /** The document that the line belongs to, in the fields of its kind: every row of one document says the same. */
  readonly document: Values;
  readonly others: readonly Mention[];
};

/** Files in which every row is a line of a document and repeats what the document says. */
export type ImportTable = {
  readonly kind: ImportKind;
  mentions(row: Values): RowMentions;
};

/** A kind of record that a module takes from files: the same rules as its commands, a batch at a time. */
export type Importable = {
  readonly kind: ImportKind;
  /** Kinds of lines that come with it. */
  readonly lines?: ImportKind;
  /** Documents with their lines in one file. */
  readonly table?: ImportTable;
  /** What it does to records, by the names of the operations that do it to one: whoever imports needs all of them, unlimited. */
  readonly does: readonly string[];
  /** Kinds that must be imported before this one. */
  readonly after: readonly string[];
  /** The key of the record of its own kind that one stands below; null at the top. Files hold them in any order. */
  readonly above?: (values: Values) => string | null;
  /** Judges a batch without writing. */
  check(tx: TenantTx, records: readonly ImportRecord[], staged: StagedKeys): Promise<ImportOutcome[]>;
  /**
   * Writes a batch inside the running transaction. Of a tree, it leaves out those whose record above is not there yet: they come
   * again after the others.
   */
  apply(tx: TenantTx, records: readonly ImportRecord[]): Promise<ImportOutcome[]>;
};

/** A refusal by the rules of a contract, in the words of its first issue. @param line sequence of the line that is to blame */
export function refusedBy(error: z.ZodError, sequence: number, line?: number): ImportOutcome {
  const issue = error.issues[0];
  const message = `${String(issue?.path.at(-1) ?? 'record')}: ${issue?.message ?? 'not valid'}`;
  return { sequence, status: 'refused', code: 'validation_failed', message, ...(line === undefined ? {} : { line }) };
}

/** What a file leaves empty is not given. */
export const textOrNull = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);
