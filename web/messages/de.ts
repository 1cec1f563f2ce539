import accounts from './de/accounts.json' with { type: 'json' };
import apiKeys from './de/api-keys.json' with { type: 'json' };
import assets from './de/assets.json' with { type: 'json' };
import audit from './de/audit.json' with { type: 'json' };
import bank from './de/bank.json' with { type: 'json' };
import bankRules from './de/bank-rules.json' with { type: 'json' };
import bills from './de/bills.json' with { type: 'json' };
import budgets from './de/budgets.json' with { type: 'json' };
import closing from './de/closing.json' with { type: 'json' };
import currencies from './de/currencies.json' with { type: 'json' };
import dashboard from './de/dashboard.json' with { type: 'json' };
import deferrals from './de/deferrals.json' with { type: 'json' };
import dimensions from './de/dimensions.json' with { type: 'json' };
import door from './de/door.json' with { type: 'json' };
import dunning from './de/dunning.json' with { type: 'json' };
import eInvoices from './de/e-invoices.json' with { type: 'json' };
import fields from './de/fields.json' with { type: 'json' };
import guard from './de/guard.json' with { type: 'json' };
import impersonation from './de/impersonation.json' with { type: 'json' };
import imports from './de/imports.json' with { type: 'json' };
import invitation from './de/invitation.json' with { type: 'json' };
import invoices from './de/invoices.json' with { type: 'json' };
import jobs from './de/jobs.json' with { type: 'json' };
import journals from './de/journals.json' with { type: 'json' };
import list from './de/list.json' with { type: 'json' };
import members from './de/members.json' with { type: 'json' };
import navigation from './de/navigation.json' with { type: 'json' };
import owners from './de/owners.json' with { type: 'json' };
import parties from './de/parties.json' with { type: 'json' };
import paymentTerms from './de/payment-terms.json' with { type: 'json' };
import payments from './de/payments.json' with { type: 'json' };
import platform from './de/platform.json' with { type: 'json' };
import problem from './de/problem.json' with { type: 'json' };
import products from './de/products.json' with { type: 'json' };
import profile from './de/profile.json' with { type: 'json' };
import record from './de/record.json' with { type: 'json' };
import reports from './de/reports.json' with { type: 'json' };
import revaluations from './de/revaluations.json' with { type: 'json' };
import roles from './de/roles.json' with { type: 'json' };
import security from './de/security.json' with { type: 'json' };
import session from './de/session.json' with { type: 'json' };
import settings from './de/settings.json' with { type: 'json' };
import shell from './de/shell.json' with { type: 'json' };
import standing from './de/standing.json' with { type: 'json' };
import taxes from './de/taxes.json' with { type: 'json' };
import teams from './de/teams.json' with { type: 'json' };
import validation from './de/validation.json' with { type: 'json' };
import workspace from './de/workspace.json' with { type: 'json' };
import type en from './en.ts';

/** The texts of the app by namespace: one file each. */
export default {
  accounts,
  apiKeys,
  assets,
  audit,
  bank,
  bankRules,
  bills,
  closing,
  currencies,
  budgets,
  dashboard,
  deferrals,
  dimensions,
  door,
  dunning,
  eInvoices,
  fields,
  guard,
  impersonation,
  imports,
  invitation,
  invoices,
  jobs,
  journals,
  list,
  members,
  navigation,
  owners,
  parties,
  payments,
  paymentTerms,
  platform,
  problem,
  products,
  profile,
  record,
  reports,
  revaluations,
  roles,
  security,
  session,
  settings,
  shell,
  taxes,
  teams,
  standing,
  validation,
  workspace,
} satisfies typeof en;
