import { type Sql, sql, type TenantTx } from '@atlas/platform';
import type { Direction, TaxAccounts } from '../domain/post-taxes.ts';
import type { TaxOperation } from '../domain/tax.ts';

/** What a tax of a document came to, and where that is posted. */
export type DocumentTax = TaxAccounts & {
  readonly taxId: string;
  readonly operation: TaxOperation;
  readonly value: string;
  readonly baseMinor: bigint;
  readonly amountMinor: bigint;
  /** The same in the currency of the books, where the document has another. */
  readonly books?: { readonly baseMinor: bigint; readonly amountMinor: bigint };
};

/** A document as its taxes are kept. `entryId` is null while it is a draft. */
export type TaxedSource = {
  readonly sourceKind: string;
  readonly sourceId: string;
  readonly direction: Direction;
  readonly date: string;
  readonly currency: string;
  /** Credit notes: their amounts are kept negative. */
  readonly takesBack: boolean;
  readonly entryId: string | null;
  readonly taxes: readonly DocumentTax[];
};

type Source = Pick<TaxedSource, 'sourceKind' | 'sourceId'>;

/** Amounts as they are kept: of what takes back negative, and in the books the same unless said otherwise. */
function amountsOf({ baseMinor, amountMinor, books = { baseMinor, amountMinor } }: DocumentTax, takesBack: boolean) {
  const signed = (minor: bigint): string => (takesBack ? -minor : minor).toString();
  return {
    baseMinor: signed(baseMinor),
    amountMinor: signed(amountMinor),
    booksBaseMinor: signed(books.baseMinor),
    booksAmountMinor: signed(books.amountMinor),
  };
}

const rowsOf = ({ taxes, takesBack, ...source }: TaxedSource) =>
  taxes.map(({ books: _books, ...tax }, index) => ({ ...source, ...tax, ...amountsOf(taxes[index] ?? tax, takesBack) }));

/** Keeps the taxes of documents: to be sent in one statement with the documents. */
export const insertDocumentTaxes = (tx: TenantTx, sources: readonly TaxedSource[]): Sql => sql`
  insert into document_taxes (tenant_id, source_kind, source_id, tax_id, direction, date, currency, value, base_minor, amount_minor,
    books_base_minor, books_amount_minor, account_id, contra_account_id, entry_id)
  select ${tx.ctx.tenantId}::uuid, "sourceKind", "sourceId", "taxId", direction, date, currency, value, "baseMinor", "amountMinor",
    "booksBaseMinor", "booksAmountMinor", "accountId", "contraAccountId", "entryId"
  from jsonb_to_recordset(${JSON.stringify(sources.flatMap(rowsOf))}::jsonb) as d (
    "sourceKind" text, "sourceId" uuid, "taxId" uuid, direction text, date date, currency text, value numeric, "baseMinor" bigint,
    "amountMinor" bigint, "booksBaseMinor" bigint, "booksAmountMinor" bigint, "accountId" uuid, "contraAccountId" uuid, "entryId" uuid)`;

const ofSource = (tx: TenantTx, { sourceKind, sourceId }: Source): Sql =>
  sql`tenant_id = ${tx.ctx.tenantId}::uuid and source_kind = ${sourceKind} and source_id = ${sourceId}::uuid`;

/** The taxes of a draft that is posted. */
export const postDocumentTaxes = (tx: TenantTx, source: Source, entryId: string): Sql =>
  sql`update document_taxes set entry_id = ${entryId}::uuid where ${ofSource(tx, source)}`;

/** The same of a draft in another currency than the books, with what its taxes come to there. */
export function postForeignTaxes(
  tx: TenantTx,
  source: Source,
  entryId: string,
  { taxes, takesBack }: Pick<TaxedSource, 'takesBack' | 'taxes'>,
): Sql {
  const rows = taxes.map((tax) => ({ taxId: tax.taxId, ...amountsOf(tax, takesBack) }));
  return sql`
    update document_taxes as d set entry_id = ${entryId}::uuid, books_base_minor = b."booksBaseMinor", books_amount_minor = b."booksAmountMinor"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as b ("taxId" uuid, "booksBaseMinor" bigint, "booksAmountMinor" bigint)
    where ${ofSource(tx, source)} and d.tax_id = b."taxId"`;
}

/** Takes back on a day what a document did to taxes, under the entry that takes it back. */
export const takeBackDocumentTaxes = (tx: TenantTx, source: Source, date: string, entryId: string): Sql => sql`
  insert into document_taxes (tenant_id, source_kind, source_id, tax_id, direction, date, currency, value, base_minor, amount_minor,
    books_base_minor, books_amount_minor, account_id, contra_account_id, entry_id)
  select tenant_id, source_kind, ${entryId}::uuid, tax_id, direction, ${date}::date, currency, value, -base_minor, -amount_minor,
    -books_base_minor, -books_amount_minor, account_id, contra_account_id, ${entryId}::uuid
  from document_taxes where ${ofSource(tx, source)}`;

/** Forgets the taxes of a draft. */
export const deleteDocumentTaxes = (tx: TenantTx, source: Source): Sql =>
  sql`delete from document_taxes where ${ofSource(tx, source)}`;

/** A tax of a document as people and other documents name it. Amounts are negative on a credit note. */
export type KeptTax = Omit<DocumentTax, 'books'> & {
  readonly code: string;
  readonly name: string;
  readonly exemptionCode: string | null;
  readonly exemptionReason: string | null;
};

/** What the taxes of a document came to, in the order in which they are worked out. */
export async function loadDocumentTaxes(tx: TenantTx, source: Source): Promise<KeptTax[]> {
  return tx.rows<KeptTax>(sql`
    select t.id as "taxId", t.code, t.name, t.operation, t.exemption_code as "exemptionCode", t.exemption_reason as "exemptionReason",
      trim_scale(d.value)::text as value, d.base_minor as "baseMinor", d.amount_minor as "amountMinor", d.account_id as "accountId",
      d.contra_account_id as "contraAccountId"
    from (select * from document_taxes where ${ofSource(tx, source)}) as d join taxes as t on t.tenant_id = d.tenant_id and t.id = d.tax_id
    order by t.sequence, t.code`);
}
