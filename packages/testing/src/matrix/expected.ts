/**
 * Who may do what, written by hand and by nobody's rule: the roles as a security officer would sign them. A new operation
 * needs a row. `y` may, `.` may not.
 */
const table = `
                                                 owner admin accountant sales purchasing warehouse hr payroll employee auditor member
platform.job            list get                   y     y       y        .       .          .     .     .       .       y       y
platform.job            retry                      y     y       .        .       .          .     .     .       .       .       .
platform.audit          list                       y     y       .        .       .          .     .     .       .       y       y
platform.audit          verify                     y     y       .        .       .          .     .     .       .       y       .
parties.party           list get                   y     y       y        y       y          y     .     .       .       y       y
parties.party           create update              y     y       y        y       y          .     .     .       .       .       .
catalog.product         list get                   y     y       y        y       y          y     .     .       y       y       y
catalog.product         create update              y     y       y        .       y          .     .     .       .       .       .
catalog.tax_code        list                       y     y       y        y       y          y     .     .       .       y       y
catalog.tax_code        create                     y     y       y        .       y          .     .     .       .       .       .
catalog.unit            list                       y     y       y        y       y          y     .     .       .       y       y
catalog.unit            create                     y     y       y        .       y          .     .     .       .       .       .
catalog.category        list                       y     y       y        y       y          y     .     .       .       y       y
catalog.category        create                     y     y       y        .       y          .     .     .       .       .       .
accounting.company      get                        y     y       y        y       y          y     y     y       y       y       y
accounting.company      set_up                     y     y       y        .       .          .     .     .       .       .       .
accounting.account      list                       y     y       y        y       y          .     .     y       .       y       y
accounting.account      create update              y     y       y        .       .          .     .     .       .       .       .
accounting.fiscal_year  list                       y     y       y        y       y          .     .     y       .       y       y
accounting.fiscal_year  open                       y     y       y        .       .          .     .     .       .       .       .
accounting.period       lock unlock                y     y       y        .       .          .     .     .       .       .       .
accounting.journal      list get                   y     y       y        .       .          .     .     y       .       y       y
accounting.journal      post reverse               y     y       y        .       .          .     .     .       .       .       .
accounting.report       trial_balance              y     y       y        .       .          .     .     .       .       y       y
accounting.report       profit_and_loss            y     y       y        .       .          .     .     .       .       y       y
accounting.report       balance_sheet              y     y       y        .       .          .     .     .       .       y       y
accounting.report       monthly_result             y     y       y        .       .          .     .     .       .       y       y
accounting.report       general_ledger             y     y       y        .       .          .     .     .       .       y       y
assets.category         list                       y     y       y        .       .          .     .     .       .       y       y
assets.category         create                     y     y       y        .       .          .     .     .       .       .       .
assets.schedule         preview                    y     y       y        .       .          .     .     .       .       y       y
assets.asset            list get                   y     y       y        .       .          .     .     .       .       y       y
assets.asset            create cancel              y     y       y        .       .          .     .     .       .       .       .
assets.asset            commission                 y     y       y        .       .          .     .     .       .       .       .
assets.asset            dispose revalue            y     y       y        .       .          .     .     .       .       .       .
assets.run              list get                   y     y       y        .       .          .     .     .       .       y       y
assets.run              start reverse              y     y       y        .       .          .     .     .       .       .       .
assets.deferral         list get                   y     y       y        .       .          .     .     .       .       y       y
assets.deferral         create                     y     y       y        .       .          .     .     .       .       .       .
assets.report           register                   y     y       y        .       .          .     .     .       .       y       y
sales.invoice           list get                   y     y       y        y       .          y     .     .       .       y       y
sales.invoice           create update delete       y     y       y        y       .          .     .     .       .       .       .
sales.invoice           post issue issue_batch     y     y       y        y       .          .     .     .       .       .       .
sales.invoice           void                       y     y       y        y       .          .     .     .       .       .       .
einvoicing.invoice      export                     y     y       y        y       .          y     .     .       .       y       y
einvoicing.invoice      check                      y     y       y        y       .          y     .     .       .       y       y
einvoicing.seller       get                        y     y       y        y       .          y     .     .       .       y       y
einvoicing.seller       save                       y     y       y        .       .          .     .     .       .       .       .
tax.definition          list get                   y     y       y        y       y          .     .     .       .       y       y
tax.definition          create update              y     y       y        .       .          .     .     .       .       .       .
tax.document            calculate                  y     y       y        y       y          .     .     .       .       y       y
tax.price               map                        y     y       y        y       y          .     .     .       .       y       y
tax.settings            get                        y     y       y        y       y          .     .     .       .       y       y
tax.settings            save                       y     y       y        .       .          .     .     .       .       .       .
sales.report            revenue_breakdown          y     y       y        y       .          .     .     .       .       y       y
sales.report            receivables_ageing         y     y       y        y       .          .     .     .       .       y       y
imports.import          list get                   y     y       y        .       .          .     .     .       .       y       y
imports.import          create update check        y     y       y        .       .          .     .     .       .       .       .
imports.import          run cancel                 y     y       y        .       .          .     .     .       .       .       .
imports.upload          begin take             y     y       y        .       .          .     .     .       .       .       .
imports.file            add map                    y     y       y        .       .          .     .     .       .       .       .
imports.row             list                       y     y       y        .       .          .     .     .       .       y       y
imports.kind            list                       y     y       y        .       .          .     .     .       .       y       y
treasury.bank_account   list get balances          y     y       y        .       .          .     .     .       .       y       y
treasury.bank_account   create update              y     y       y        .       .          .     .     .       .       .       .
treasury.csv_mapping    preview                    y     y       y        .       .          .     .     .       .       .       .
treasury.statement_upload begin                    y     y       y        .       .          .     .     .       .       .       .
treasury.statement      import                     y     y       y        .       .          .     .     .       .       .       .
treasury.statement      list get                   y     y       y        .       .          .     .     .       .       y       y
treasury.statement_import list get                 y     y       y        .       .          .     .     .       .       y       y
treasury.statement_line list                       y     y       y        .       .          .     .     .       .       y       y
identity.role           list get                   y     y       .        .       .          .     .     .       .       y       y
identity.role           create update delete       y     y       .        .       .          .     .     .       .       .       .
identity.role           assign unassign            y     y       .        .       .          .     .     .       .       .       .
identity.permission     list                       y     y       .        .       .          .     .     .       .       y       y
identity.permission     explain                    y     y       y        y       y          y     y     y       y       y       y
identity.member         list                       y     y       .        .       .          .     y     .       .       y       y
identity.team           list get                   y     y       .        .       .          .     y     .       .       y       y
identity.team           create update delete       y     y       .        .       .          .     .     .       .       .       .
identity.team           add_member remove_member   y     y       .        .       .          .     .     .       .       .       .
identity.department     list                       y     y       .        .       .          .     y     .       .       y       y
identity.department     create update delete       y     y       .        .       .          .     .     .       .       .       .
identity.department     assign unassign            y     y       .        .       .          .     .     .       .       .       .
identity.service_account list                      y     y       .        .       .          .     .     .       .       y       y
identity.service_account create archive            y     y       .        .       .          .     .     .       .       .       .
identity.api_key        list                       y     y       .        .       .          .     .     .       .       y       y
identity.api_key        create rotate revoke       y     y       .        .       .          .     .     .       .       .       .
administration.workspace list get usage            .     .       .        .       .          .     .     .       .       .       .
administration.workspace provision                 .     .       .        .       .          .     .     .       .       .       .
administration.workspace suspend resume            .     .       .        .       .          .     .     .       .       .       .
administration.workspace set_plan set_limits       .     .       .        .       .          .     .     .       .       .       .
administration.workspace set_trial set_feature     .     .       .        .       .          .     .     .       .       .       .
administration.member   list                       .     .       .        .       .          .     .     .       .       .       .
administration.impersonation start                 .     .       .        .       .          .     .     .       .       .       .
administration.audit    list verify                .     .       .        .       .          .     .     .       .       .       .
`;

const [head = '', ...rows] = table.split('\n').filter((line) => line.trim() !== '');

/** The roles of the table, in its order. */
export const roles: readonly string[] = head.trim().split(/\s+/);

function read(line: string): [operation: string, allowed: ReadonlySet<string>][] {
  const [aggregate = '', ...words] = line.trim().split(/\s+/);
  const marks = words.slice(-roles.length);
  if (!marks.every((mark) => mark === 'y' || mark === '.')) throw new Error(`not a row: ${line}`);
  const allowed = new Set(roles.filter((_role, index) => marks[index] === 'y'));
  return words.slice(0, -roles.length).map((verb) => [`${aggregate}.${verb}`, allowed]);
}

/** The roles that may do an operation, by its name. */
export const expected: ReadonlyMap<string, ReadonlySet<string>> = new Map(rows.flatMap(read));
