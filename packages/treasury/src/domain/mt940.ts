import { compactDay, negated, plainAmount } from './amounts.ts';
import { readInfo } from './mt940-info.ts';
import { readStatementLine } from './mt940-line.ts';
import { type Balance, type BalanceKind, type Entry, nobody, type Statement, tidy } from './statement.ts';

type Field = { readonly tag: string; readonly value: string; readonly line: number };

/** A message ends with `-`, within SWIFT's braces or without. */
const ending = /^-(\}.*|X{3})?\s*$/;
const beginning = /^(?:\{.*\})?(?:\{4:)?:(\d{2}[A-Z]?|NS):(.*)$/;

/** Fields of messages: what stands around and between them is nobody's. */
function fieldsOf(text: string): Field[] {
  const fields: { tag: string; value: string; line: number }[] = [];
  let open = false;
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    const [, tag, value = ''] = beginning.exec(line) ?? [];
    if (tag !== undefined) fields.push({ tag, value, line: index + 1 });
    const last = fields.at(-1);
    if (tag === undefined && open && last && !ending.test(line)) last.value += `\n${line}`;
    open = tag !== undefined || (open && !ending.test(line));
  }
  return fields;
}

const balanceKinds: Readonly<Record<string, BalanceKind>> = {
  '60F': 'opening',
  '60M': 'opening',
  '62F': 'closing',
  '62M': 'closing',
  '64': 'available',
  '65': 'forward',
};

function readBalance(field: Field): Balance | null {
  const [, mark, day = '', currency = '', figure = ''] = /^([CD])(\d{6})([A-Z]{3})([\d.,]+)/.exec(field.value.trim()) ?? [];
  const amount = plainAmount(figure);
  const kind = balanceKinds[field.tag];
  if (!mark || amount === null || kind === undefined) return null;
  return { kind, code: field.tag, amount: mark === 'D' ? negated(amount) : amount, currency, date: compactDay(day, 2) };
}

type Draft = { -readonly [Key in keyof Statement]: Statement[Key] extends readonly (infer Item)[] ? Item[] : Statement[Key] };

const emptyDraft = (): Draft => ({
  account: null,
  currency: null,
  reference: null,
  number: null,
  startsOn: null,
  endsOn: null,
  balances: [],
  entries: [],
  sums: [],
  unreadable: [],
});

function readEntry(field: Field, position: number): Entry | null {
  const line = readStatementLine(field.value);
  if (!line) return null;
  return {
    position,
    status: line.mark.startsWith('E') ? 'pending' : 'booked',
    bookingDate: line.bookingDate,
    valueDate: line.valueDate,
    amount: line.amount,
    currency: null,
    code: line.type,
    bankReference: line.bankReference,
    reference: line.customerReference,
    counterparty: nobody,
    text: line.supplementary ?? '',
    isReversal: line.mark.startsWith('R'),
    details: [],
  };
}

/** Nobody writes more about one movement; fields beyond it are left out. */
const longestText = 10_000;

/** What field 86 tells of the entry above it; a second one goes on where the first ended. */
function withInfo(entry: Entry, value: string): Entry {
  if (entry.text.length > longestText) return entry;
  const info = readInfo(value);
  return {
    ...entry,
    code: entry.code ?? info.code,
    reference: entry.reference ?? info.endToEndId,
    counterparty: {
      name: entry.counterparty.name ?? info.counterparty.name,
      account: entry.counterparty.account ?? info.counterparty.account,
    },
    text: tidy(`${entry.text} ${info.text}`) ?? '',
  };
}

/** Lines of MultiCash's own field, each behind a number of two digits. */
const ownLines = (value: string): string =>
  value
    .split('\n')
    .map((line) => line.replace(/^\d{2}/, ''))
    .join(' ');

/** What MultiCash's own field tells of the entry above it. */
const withOwnLines = (entry: Entry, value: string): Entry =>
  entry.text.length > longestText ? entry : { ...entry, text: tidy(`${entry.text} ${ownLines(value)}`) ?? '' };

function takeSum(draft: Draft, { tag, value }: Field): void {
  const [, count = '', currency = '', figure = ''] = /^(\d+)([A-Z]{3})([\d.,]+)/.exec(value.trim()) ?? [];
  const amount = plainAmount(figure);
  if (amount === null) return;
  draft.currency ??= currency;
  draft.sums.push({ mark: tag === '90D' ? 'debit' : 'credit', count: Number(count), amount });
}

/** Puts one field where it belongs; `told` says whether the last thing was an entry, which field 86 then tells of. */
function takeField(draft: Draft, field: Field, told: boolean): boolean {
  const { tag, value, line } = field;
  if (tag === '61') {
    const entry = readEntry(field, line);
    if (entry) draft.entries.push(entry);
    else draft.unreadable.push({ position: line, text: value.slice(0, 200) });
    return entry !== null;
  }
  if (tag === '86' || tag === 'NS') {
    const last = draft.entries.at(-1);
    if (told && last) draft.entries[draft.entries.length - 1] = tag === '86' ? withInfo(last, value) : withOwnLines(last, value);
    return told;
  }
  if (tag === '20') draft.reference = tidy(value);
  else if (tag === '25' || tag === '25P') draft.account = tidy(value.split('\n')[0]);
  else if (tag === '28' || tag === '28C') draft.number = tidy(value);
  else if (tag === '34F') draft.currency ??= value.slice(0, 3);
  else if (tag === '90D' || tag === '90C') takeSum(draft, field);
  const balance = readBalance(field);
  if (balance) draft.balances.push(balance);
  draft.currency ??= balance?.currency ?? null;
  return false;
}

/** Some banks write one statement behind another without a reference between them. */
const beginsAnother = (draft: Draft, tag: string): boolean =>
  (tag === '25' || tag === '28C' || tag.startsWith('60')) && draft.balances.some(({ kind }) => kind === 'closing');

const finished = (draft: Draft): Statement => {
  const days = (kind: BalanceKind) => draft.balances.find((balance) => balance.kind === kind)?.date ?? null;
  return { ...draft, startsOn: days('opening'), endsOn: days('closing') };
};

/** Reads MT940 and MT942: any number of messages, in SWIFT's envelope or without. Empty when the text is neither. */
export function readMt940(text: string): Statement[] {
  const drafts: Draft[] = [];
  let told = false;
  for (const field of fieldsOf(text)) {
    let draft = drafts.at(-1);
    if (!draft || field.tag === '20' || beginsAnother(draft, field.tag)) {
      draft =
        field.tag === '20' || !draft ? emptyDraft() : { ...emptyDraft(), reference: draft.reference, account: draft.account };
      drafts.push(draft);
    }
    told = takeField(draft, field, told);
  }
  return drafts.filter(({ account, entries }) => account !== null || entries.length > 0).map(finished);
}
