/** A role that every workspace has. Patterns may name modules of the product that are still to come. */
export type ReadyRole = {
  readonly code: string;
  readonly name: string;
  /** What it reads: of these, the queries. */
  readonly reads: readonly string[];
  /** What it does: of these, queries and commands. */
  readonly does: readonly string[];
  /** Of all that, what it does not: operations that set the limits which hold the role itself. */
  readonly except?: readonly string[];
};

/** What the first page needs, and why something is refused. */
const everyone = ['accounting.company.get', 'identity.permission.explain'];
/** What a document's form lets choose from. */
const masterData = ['parties.*', 'catalog.*'];
/** To look at a document in the form that it is sent in changes nothing, though it is a POST. */
const checksEInvoices = ['einvoicing.invoice.check'];
/** To take a document along as PDF, for whoever may read it: that it is written first is Atlas's affair. */
const printsInvoices = ['einvoicing.invoice.print'];
/** To send a document to whom it is for. */
const mailsInvoices = ['einvoicing.invoice.mail'];
/** What a document comes to with its taxes, and when it is to be paid; the same holds. */
const calculatesTaxes = ['tax.document.calculate', 'tax.price.map', 'payments.terms.preview'];
/** Which taxes there are; what all of them came to is for those who keep the books. */
const knowsTaxes = ['tax.definition.*', 'tax.settings.*'];
/** What a report says may be taken along by whoever may read it. */
const takesReports = ['accounting.report.export'];
/** What customers were reminded of, and what they are not: whoever talks to them asks. */
const knowsReminders = ['payments.reminder.*', 'payments.reminder_file.*', 'payments.dunning_party.*', 'payments.dunning_hold.*'];
const booksToChooseFrom = [
  'accounting.account.list',
  'accounting.fiscal_year.list',
  'accounting.exchange_rate.*',
  'payments.terms.list',
];

/** The roles of an ERP, from those who may most to those who may least. */
export const readyRoles: readonly ReadyRole[] = [
  { code: 'owner', name: 'Owner', reads: [], does: ['*'] },
  { code: 'admin', name: 'Administrator', reads: [], does: ['*'] },
  {
    code: 'accountant',
    name: 'Accountant',
    reads: [...everyone, 'platform.job.*', 'inventory.*'],
    does: [
      'accounting.*',
      'assets.*',
      'sales.*',
      'purchasing.*',
      'einvoicing.*',
      'tax.*',
      'payments.*',
      'treasury.*',
      'imports.*',
      ...masterData,
    ],
    except: ['accounting.journal_setting.update', 'payments.settings.save'],
  },
  {
    code: 'sales',
    name: 'Sales',
    reads: [...everyone, ...booksToChooseFrom, 'catalog.*', 'inventory.*', 'einvoicing.*', ...knowsTaxes, ...knowsReminders],
    does: ['sales.*', 'parties.*', ...checksEInvoices, ...printsInvoices, ...mailsInvoices, ...calculatesTaxes],
  },
  {
    code: 'purchasing',
    name: 'Purchasing',
    reads: [...everyone, ...booksToChooseFrom, 'inventory.*', ...knowsTaxes],
    does: ['purchasing.*', ...masterData, ...calculatesTaxes],
  },
  {
    code: 'warehouse',
    name: 'Warehouse',
    reads: [...everyone, ...masterData, 'sales.invoice.*', 'einvoicing.*', 'purchasing.*'],
    does: ['inventory.*', ...checksEInvoices, ...printsInvoices],
  },
  {
    code: 'hr',
    name: 'Human resources',
    reads: [...everyone, 'identity.member.*', 'identity.team.*', 'identity.department.*'],
    does: ['hr.*'],
  },
  {
    code: 'payroll',
    name: 'Payroll',
    reads: [...everyone, ...booksToChooseFrom, 'accounting.journal.*', 'hr.*'],
    does: ['payroll.*'],
  },
  { code: 'employee', name: 'Employee', reads: [...everyone, 'catalog.product.*'], does: [] },
  {
    code: 'auditor',
    name: 'Auditor',
    reads: ['*'],
    does: ['platform.audit.verify', ...takesReports, ...checksEInvoices, ...printsInvoices, ...calculatesTaxes],
  },
  {
    code: 'member',
    name: 'Member',
    reads: ['*'],
    does: [...takesReports, ...checksEInvoices, ...printsInvoices, ...calculatesTaxes],
  },
];

/** The role that no operation gives, changes or takes away. */
export const ownerRole = 'owner';
