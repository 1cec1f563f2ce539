import accounts from './en/accounts.json' with { type: 'json' };
import apiKeys from './en/api-keys.json' with { type: 'json' };
import assets from './en/assets.json' with { type: 'json' };
import audit from './en/audit.json' with { type: 'json' };
import bank from './en/bank.json' with { type: 'json' };
import bankRules from './en/bank-rules.json' with { type: 'json' };
import bills from './en/bills.json' with { type: 'json' };
import budgets from './en/budgets.json' with { type: 'json' };
import closing from './en/closing.json' with { type: 'json' };
import currencies from './en/currencies.json' with { type: 'json' };
import dashboard from './en/dashboard.json' with { type: 'json' };
import deferrals from './en/deferrals.json' with { type: 'json' };
import dimensions from './en/dimensions.json' with { type: 'json' };
import door from './en/door.json' with { type: 'json' };
import dunning from './en/dunning.json' with { type: 'json' };
import eInvoices from './en/e-invoices.json' with { type: 'json' };
import fields from './en/fields.json' with { type: 'json' };
import guard from './en/guard.json' with { type: 'json' };
import impersonation from './en/impersonation.json' with { type: 'json' };
import imports from './en/imports.json' with { type: 'json' };
import invitation from './en/invitation.json' with { type: 'json' };
import invoices from './en/invoices.json' with { type: 'json' };
import jobs from './en/jobs.json' with { type: 'json' };
import journals from './en/journals.json' with { type: 'json' };
import list from './en/list.json' with { type: 'json' };
import members from './en/members.json' with { type: 'json' };
import navigation from './en/navigation.json' with { type: 'json' };
import owners from './en/owners.json' with { type: 'json' };
import parties from './en/parties.json' with { type: 'json' };
import paymentTerms from './en/payment-terms.json' with { type: 'json' };
import payments from './en/payments.json' with { type: 'json' };
import platform from './en/platform.json' with { type: 'json' };
import problem from './en/problem.json' with { type: 'json' };
import products from './en/products.json' with { type: 'json' };
import profile from './en/profile.json' with { type: 'json' };
import record from './en/record.json' with { type: 'json' };
import reports from './en/reports.json' with { type: 'json' };
import revaluations from './en/revaluations.json' with { type: 'json' };
import roles from './en/roles.json' with { type: 'json' };
import security from './en/security.json' with { type: 'json' };
import session from './en/session.json' with { type: 'json' };
import settings from './en/settings.json' with { type: 'json' };
import shell from './en/shell.json' with { type: 'json' };
import standing from './en/standing.json' with { type: 'json' };
import taxes from './en/taxes.json' with { type: 'json' };
import teams from './en/teams.json' with { type: 'json' };
import validation from './en/validation.json' with { type: 'json' };
import workspace from './en/workspace.json' with { type: 'json' };

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
};
