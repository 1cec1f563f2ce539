import accounts from './de/accounts.json' with { type: 'json' };
import apiKeys from './de/api-keys.json' with { type: 'json' };
import assets from './de/assets.json' with { type: 'json' };
import audit from './de/audit.json' with { type: 'json' };
import bank from './de/bank.json' with { type: 'json' };
import dashboard from './de/dashboard.json' with { type: 'json' };
import deferrals from './de/deferrals.json' with { type: 'json' };
import door from './de/door.json' with { type: 'json' };
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
import platform from './de/platform.json' with { type: 'json' };
import problem from './de/problem.json' with { type: 'json' };
import products from './de/products.json' with { type: 'json' };
import profile from './de/profile.json' with { type: 'json' };
import record from './de/record.json' with { type: 'json' };
import reports from './de/reports.json' with { type: 'json' };
import roles from './de/roles.json' with { type: 'json' };
import security from './de/security.json' with { type: 'json' };
import session from './de/session.json' with { type: 'json' };
import settings from './de/settings.json' with { type: 'json' };
import shell from './de/shell.json' with { type: 'json' };
import standing from './de/standing.json' with { type: 'json' };
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
  dashboard,
  deferrals,
  door,
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
  platform,
  problem,
  products,
  profile,
  record,
  reports,
  roles,
  security,
  session,
  settings,
  shell,
  teams,
  standing,
  validation,
  workspace,
} satisfies typeof en;
