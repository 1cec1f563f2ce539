import { type BusinessDate, isBusinessDate } from '@atlas/kernel';
import { negated, plainAmount } from './amounts.ts';
import { elementAt, elements, textAt, type XmlValue } from './camt-tree.ts';
import { type Detail, type Entry, type EntryStatus, nobody, type Party, tidy } from './statement.ts';

/** A day, given as one or as an instant of the bank's own zone. */
export function camtDay(from: XmlValue | undefined): BusinessDate | null {
  const day = (textAt(from, 'Dt') ?? textAt(from, 'DtTm') ?? '').slice(0, 10);
  return isBusinessDate(day) ? day : null;
}

/** The amount with its sign. A reversal says the direction of what it does, not of what it takes back. */
export function camtAmount(from: XmlValue | undefined): { readonly amount: string | null; readonly currency: string | null } {
  const amount = plainAmount(textAt(from, 'Amt') ?? '');
  return {
    amount: amount !== null && textAt(from, 'CdtDbtInd') === 'DBIT' ? negated(amount) : amount,
    currency: textAt(from, 'Amt', '@Ccy'),
  };
}

/** Older versions say `BOOK`, newer ones say it in an element. */
function statusOf(entry: XmlValue): EntryStatus {
  const status = textAt(entry, 'Sts', 'Cd') ?? textAt(entry, 'Sts', 'Prtry') ?? textAt(entry, 'Sts');
  if (status === 'PDNG' || status === 'FUTR') return 'pending';
  return status === 'INFO' ? 'information' : 'booked';
}

/** A party with its account: since version 8 its name lies one element deeper. */
function partyOf(related: XmlValue | undefined, role: 'Dbtr' | 'Cdtr'): Party {
  const name = (at: string) => textAt(related, at, 'Nm') ?? textAt(related, at, 'Pty', 'Nm');
  const account = textAt(related, `${role}Acct`, 'Id', 'IBAN') ?? textAt(related, `${role}Acct`, 'Id', 'Othr', 'Id');
  return { name: tidy(name(role) ?? name(`Ultmt${role}`)), account: tidy(account) };
}

function detailOf(transaction: XmlValue): Detail {
  const amount = textAt(transaction, 'Amt') === null ? elementAt(transaction, 'AmtDtls', 'TxAmt') : transaction;
  const related = elementAt(transaction, 'RltdPties');
  const remittance = elementAt(transaction, 'RmtInf');
  return {
    amount: plainAmount(textAt(amount, 'Amt') ?? ''),
    currency: textAt(amount, 'Amt', '@Ccy'),
    endToEndId: textAt(transaction, 'Refs', 'EndToEndId'),
    mandateId: textAt(transaction, 'Refs', 'MndtId'),
    creditorReference:
      elements(remittance, 'Strd')
        .map((each) => textAt(each, 'CdtrRefInf', 'Ref'))
        .find((each) => each !== null) ?? null,
    debtor: partyOf(related, 'Dbtr'),
    creditor: partyOf(related, 'Cdtr'),
    text: elements(remittance, 'Ustrd').flatMap((each) => tidy(textAt({ each }, 'each')) ?? []),
  };
}

/** Why payments came back: the codes of ISO 20022 (`AC04`), and what the bank says besides. */
const returnsOf = (transactions: readonly XmlValue[]): string =>
  transactions
    .flatMap((transaction) => elements(transaction, 'RtrInf'))
    .flatMap((given) => [textAt(given, 'Rsn', 'Cd') ?? textAt(given, 'Rsn', 'Prtry'), textAt(given, 'AddtlInf')])
    .filter((part) => part !== null)
    .join(' ');

/** `PMNT-RCDT-ESCT`, or what the bank calls it. */
function codeOf(entry: XmlValue): string | null {
  const domain = elementAt(entry, 'BkTxCd', 'Domn');
  const parts = [textAt(domain, 'Cd'), textAt(domain, 'Fmly', 'Cd'), textAt(domain, 'Fmly', 'SubFmlyCd')];
  return parts.every((part) => part !== null) ? parts.join('-') : textAt(entry, 'BkTxCd', 'Prtry', 'Cd');
}

const said = (reference: string | null): string | null =>
  reference !== null && /^(NOTPROVIDED|NONREF)$/i.test(reference) ? null : reference;

/**
 * Who is on the other side. What takes a payment back names its parties as the payment did; where a bank names them as they are
 * now, nobody else is named.
 */
function counterpartyOf({ debtor, creditor }: Detail, amount: string | null, isReversal: boolean): Party {
  const [now, before] = amount?.startsWith('-') ? [creditor, debtor] : [debtor, creditor];
  return isReversal && (before.name ?? before.account) !== null ? before : now;
}

/** Reads one entry. An entry of many payments stays one movement, as it was booked; its payments are its details. */
export function readCamtEntry(entry: XmlValue, position: number): Entry {
  const transactions = elements(entry, 'NtryDtls').flatMap((each) => elements(each, 'TxDtls'));
  const details = transactions.map(detailOf);
  const { amount, currency } = camtAmount(entry);
  const [only] = details.length === 1 ? details : [];
  const additional = textAt(entry, 'AddtlNtryInf') ?? textAt(entry, 'NtryDtls', 'TxDtls', 'AddtlTxInf');
  const text = details.flatMap((detail) => detail.text).join(' ');
  const isReversal = textAt(entry, 'RvslInd') === 'true' || textAt(entry, 'RvslInd') === '1';
  return {
    position,
    status: statusOf(entry),
    bookingDate: camtDay(elementAt(entry, 'BookgDt')) ?? camtDay(elementAt(entry, 'ValDt')),
    valueDate: camtDay(elementAt(entry, 'ValDt')),
    amount,
    currency,
    code: codeOf(entry),
    bankReference: said(textAt(entry, 'AcctSvcrRef')),
    reference: only ? (said(only.endToEndId) ?? only.creditorReference) : textAt(entry, 'NtryRef'),
    counterparty: only ? counterpartyOf(only, amount, isReversal) : nobody,
    text: tidy(text) ?? tidy(only?.creditorReference) ?? tidy([returnsOf(transactions), additional].join(' ')) ?? '',
    isReversal,
    details: details.length > 1 ? details : [],
  };
}
