import type { statementKinds, statementLabels } from '../contract/statements.ts';

type Report = (typeof statementKinds)[number] | 'general_ledger' | 'journal' | 'by_dimension';
type Label = (typeof statementLabels)[number];

/** What a report says on paper, in one language. */
export type ExportWords = {
  readonly titles: Readonly<Record<Report, string>>;
  readonly labels: Readonly<Record<Label, string>>;
  readonly columns: Readonly<
    Record<
      'code' | 'account' | 'debit' | 'credit' | 'difference' | 'percent' | 'date' | 'entry' | 'description' | 'party' | 'balance',
      string
    >
  >;
  readonly budget: Readonly<
    Record<'title' | 'value' | 'planned' | 'actual' | 'variance' | 'percent' | 'result' | 'byPeriod', string>
  > & { readonly revision: (revision: number, approvedOn: string | null) => string };
  readonly revaluation: Readonly<
    Record<
      | 'title'
      | 'undone'
      | 'currency'
      | 'foreign'
      | 'rate'
      | 'before'
      | 'after'
      | 'difference'
      | 'reversal'
      | 'kept'
      | 'takenBack',
      string
    >
  >;
  readonly opening: string;
  readonly closing: string;
  readonly asOf: (day: string) => string;
  readonly amountsIn: (currency: string) => string;
  readonly known: (instant: string) => string;
  readonly only: (dimension: string, value: string | null) => string;
  readonly without: string;
};

export const english: ExportWords = {
  titles: {
    trial_balance: 'Trial balance',
    profit_and_loss: 'Profit and loss',
    balance_sheet: 'Balance sheet',
    cash_flow: 'Cash flow statement',
    general_ledger: 'General ledger',
    journal: 'Journal',
    by_dimension: 'By dimension',
  },
  labels: {
    asset: 'Assets',
    liability: 'Liabilities',
    equity: 'Equity',
    income: 'Income',
    expense: 'Expenses',
    total_asset: 'Total assets',
    total_liability: 'Total liabilities',
    total_equity: 'Total equity',
    total_income: 'Total income',
    total_expense: 'Total expenses',
    profit: 'Profit or loss',
    result: 'Current-year earnings',
    other_lines: 'Other lines of the same entries',
    liabilities_and_equity: 'Liabilities and equity',
    total: 'Total',
    operating: 'Operating activities',
    non_cash: 'Adjustments for what was no cash',
    working_capital: 'Changes in working capital',
    investing: 'Investing activities',
    financing: 'Financing activities',
    total_operating: 'Cash from operating activities',
    total_investing: 'Cash from investing activities',
    total_financing: 'Cash from financing activities',
    net_change: 'Change of cash',
    cash_at_start: 'Cash at the beginning',
    cash_at_end: 'Cash at the end',
  },
  columns: {
    code: 'Code',
    account: 'Account',
    debit: 'Debit',
    credit: 'Credit',
    difference: 'Change',
    percent: 'Change %',
    date: 'Date',
    entry: 'Entry',
    description: 'Description',
    party: 'Party',
    balance: 'Balance',
  },
  budget: {
    title: 'Budget against actual',
    value: 'For',
    planned: 'Planned',
    actual: 'Actual',
    variance: 'Variance',
    percent: 'Used %',
    result: 'Income less expenses',
    byPeriod: 'Income less expenses by period',
    revision: (revision, approvedOn) =>
      approvedOn === null ? `Version ${revision}, a draft` : `Version ${revision} of ${approvedOn}`,
  },
  revaluation: {
    title: 'Revaluation',
    undone: 'Undone',
    currency: 'Currency',
    foreign: 'In its currency',
    rate: 'Rate',
    before: 'Before',
    after: 'After',
    difference: 'Difference',
    reversal: 'Then',
    kept: 'kept',
    takenBack: 'taken back',
  },
  opening: 'Opening balance',
  closing: 'Closing balance',
  asOf: (day) => `As of ${day}`,
  amountsIn: (currency) => `Amounts in ${currency}`,
  known: (instant) => `As known on ${instant}`,
  only: (dimension, value) => (value === null ? `Without ${dimension}` : `${dimension}: ${value}`),
  without: 'Without',
};

export const german: ExportWords = {
  titles: {
    trial_balance: 'Saldenliste',
    profit_and_loss: 'Gewinn- und Verlustrechnung',
    balance_sheet: 'Bilanz',
    cash_flow: 'Kapitalflussrechnung',
    general_ledger: 'Hauptbuch',
    journal: 'Journal',
    by_dimension: 'Nach Dimension',
  },
  labels: {
    asset: 'Aktiva',
    liability: 'Verbindlichkeiten',
    equity: 'Eigenkapital',
    income: 'Erträge',
    expense: 'Aufwendungen',
    total_asset: 'Summe Aktiva',
    total_liability: 'Summe Verbindlichkeiten',
    total_equity: 'Summe Eigenkapital',
    total_income: 'Summe Erträge',
    total_expense: 'Summe Aufwendungen',
    profit: 'Gewinn oder Verlust',
    result: 'Ergebnis des laufenden Jahres',
    other_lines: 'Übrige Zeilen derselben Buchungen',
    liabilities_and_equity: 'Summe Passiva',
    total: 'Summe',
    operating: 'Laufende Geschäftstätigkeit',
    non_cash: 'Zahlungsunwirksames',
    working_capital: 'Veränderung des Umlaufvermögens',
    investing: 'Investitionstätigkeit',
    financing: 'Finanzierungstätigkeit',
    total_operating: 'Cashflow aus laufender Geschäftstätigkeit',
    total_investing: 'Cashflow aus Investitionstätigkeit',
    total_financing: 'Cashflow aus Finanzierungstätigkeit',
    net_change: 'Veränderung der Zahlungsmittel',
    cash_at_start: 'Zahlungsmittel am Anfang',
    cash_at_end: 'Zahlungsmittel am Ende',
  },
  columns: {
    code: 'Konto',
    account: 'Bezeichnung',
    debit: 'Soll',
    credit: 'Haben',
    difference: 'Veränderung',
    percent: 'Veränderung %',
    date: 'Datum',
    entry: 'Buchung',
    description: 'Text',
    party: 'Partner',
    balance: 'Saldo',
  },
  budget: {
    title: 'Budget und Ist',
    value: 'Für',
    planned: 'Plan',
    actual: 'Ist',
    variance: 'Abweichung',
    percent: 'Verbraucht %',
    result: 'Erlöse abzüglich Aufwand',
    byPeriod: 'Erlöse abzüglich Aufwand nach Zeitraum',
    revision: (revision, approvedOn) =>
      approvedOn === null ? `Fassung ${revision}, ein Entwurf` : `Fassung ${revision} vom ${approvedOn}`,
  },
  revaluation: {
    title: 'Neubewertung',
    undone: 'Zurückgenommen',
    currency: 'Währung',
    foreign: 'In seiner Währung',
    rate: 'Kurs',
    before: 'Vorher',
    after: 'Nachher',
    difference: 'Differenz',
    reversal: 'Danach',
    kept: 'beibehalten',
    takenBack: 'zurückgenommen',
  },
  opening: 'Anfangssaldo',
  closing: 'Endsaldo',
  asOf: (day) => `Zum ${day}`,
  amountsIn: (currency) => `Beträge in ${currency}`,
  known: (instant) => `Kenntnisstand ${instant}`,
  only: (dimension, value) => (value === null ? `Ohne ${dimension}` : `${dimension}: ${value}`),
  without: 'Ohne',
};
