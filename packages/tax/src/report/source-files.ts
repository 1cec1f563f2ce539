import { reportHead } from '@atlas/accounting';
import { period, present } from '@atlas/kernel';
import { found, type Reportable, reportable } from '@atlas/platform';
import { taxDifferencesFile, taxDocumentsFile } from '../contract/report.ts';
import { loadTax } from '../taxes/taxes.repository.ts';
import { listTaxDifferences } from './list-differences.ts';
import { listTaxedDocuments } from './list-documents.ts';
import { loadTaxAccount } from './report.repository.ts';
import { differencesPaper, documentsPaper } from './sources-paper.ts';

/** So many are read at once; between two reads it is told how far it is. */
const pageSize = 2000;

type Named = { readonly code: string; readonly name: string };
const labelOf = ({ code, name }: Named): string => `${code} ${name}`;

/** The documents of a tax as a file. */
const documentsFile = reportable({
  spec: taxDocumentsFile,
  check: async (tx, terms) => {
    const { startsOn, endsOn } = period(terms.from, terms.to);
    const [tax] = await Promise.all([loadTax(tx, terms.taxId), reportHead(tx, terms)]);
    return [found(tax, 'tax').code, terms.direction, startsOn, endsOn];
  },
  paper: async ({ read, everyPage, language, askedAt }, terms) => {
    const [tax, head] = await read((tx) => Promise.all([loadTax(tx, terms.taxId), reportHead(tx, terms)]));
    const input = { ...terms, knownOn: terms.knownOn ?? askedAt, limit: pageSize };
    const { items } = await everyPage(
      (tx, cursor) => listTaxedDocuments.in(tx, { ...input, cursor }),
      (page) => page.items.length,
    );
    return documentsPaper(head, { ...terms, language, name: labelOf(present(tax, 'taxes are never deleted')) }, items);
  },
});

/** What was posted beside documents to an account of taxes, as a file. */
const differencesFile = reportable({
  spec: taxDifferencesFile,
  check: async (tx, terms) => {
    const { startsOn, endsOn } = period(terms.from, terms.to);
    const [account] = await Promise.all([loadTaxAccount(tx, terms.accountId), reportHead(tx, terms)]);
    return [found(account, 'account').code, startsOn, endsOn];
  },
  paper: async ({ read, everyPage, language, askedAt }, terms) => {
    const [account, head] = await read((tx) => Promise.all([loadTaxAccount(tx, terms.accountId), reportHead(tx, terms)]));
    const input = { ...terms, knownOn: terms.knownOn ?? askedAt, limit: pageSize };
    const { items } = await everyPage(
      (tx, cursor) => listTaxDifferences.in(tx, { ...input, cursor }),
      (page) => page.items.length,
    );
    return differencesPaper(head, { ...terms, language, name: labelOf(present(account, 'accounts are never deleted')) }, items);
  },
});

/** What the tax report leads to, as files. */
export const taxSourceFiles: readonly Reportable[] = [documentsFile, differencesFile];
