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
accounting.dimension    list                       y     y       y        .       .          .     .     .       .       y       y
accounting.dimension    create update              y     y       y        .       .          .     .     .       .       .       .
accounting.dimension_value list                    y     y       y        .       .          .     .     .       .       y       y
accounting.dimension_value create update           y     y       y        .       .          .     .     .       .       .       .
accounting.dimension_rule list                     y     y       y        .       .          .     .     .       .       y       y
accounting.dimension_rule save                     y     y       y        .       .          .     .     .       .       .       .
accounting.report       by_dimension               y     y       y        .       .          .     .     .       .       y       y
accounting.report       dimension_lines            y     y       y        .       .          .     .     .       .       y       y
accounting.budget       list get spread            y     y       y        .       .          .     .     .       .       y       y
accounting.budget       create update save_lines   y     y       y        .       .          .     .     .       .       .       .
accounting.budget       approve revise             y     y       y        .       .          .     .     .       .       .       .
accounting.budget_warning list                     y     y       y        .       .          .     .     .       .       y       y
accounting.report       budget                     y     y       y        .       .          .     .     .       .       y       y
accounting.fiscal_year  list                       y     y       y        y       y          .     .     y       .       y       y
accounting.fiscal_year  open                       y     y       y        .       .          .     .     .       .       .       .
accounting.period       lock unlock                y     y       y        .       .          .     .     .       .       .       .
accounting.fiscal_year  close reopen               y     y       y        .       .          .     .     .       .       .       .
accounting.lock         list                       y     y       y        .       .          .     .     .       .       y       y
accounting.lock         set override               y     y       y        .       .          .     .     .       .       .       .
accounting.lock_override list                      y     y       y        .       .          .     .     .       .       y       y
accounting.closing      get                        y     y       y        .       .          .     .     .       .       y       y
accounting.closing      mark                       y     y       y        .       .          .     .     .       .       .       .
accounting.closing_task add archive                y     y       y        .       .          .     .     .       .       .       .
accounting.year_close   get                        y     y       y        .       .          .     .     .       .       y       y
accounting.journal      list get                   y     y       y        .       .          .     .     y       .       y       y
accounting.journal      post reverse               y     y       y        .       .          .     .     .       .       .       .
accounting.journal_draft list get                  y     y       y        .       .          .     .     .       .       y       y
accounting.journal_draft create update delete      y     y       y        .       .          .     .     .       .       .       .
accounting.journal_draft post submit               y     y       y        .       .          .     .     .       .       .       .
accounting.journal_draft approve reject            y     y       y        .       .          .     .     .       .       .       .
accounting.journal_template list                   y     y       y        .       .          .     .     .       .       y       y
accounting.journal_template create update          y     y       y        .       .          .     .     .       .       .       .
accounting.journal_template delete use             y     y       y        .       .          .     .     .       .       .       .
accounting.journal_schedule list get               y     y       y        .       .          .     .     .       .       y       y
accounting.journal_schedule create stop            y     y       y        .       .          .     .     .       .       .       .
accounting.journal_attachment list get             y     y       y        .       .          .     .     .       .       y       y
accounting.journal_attachment add remove           y     y       y        .       .          .     .     .       .       .       .
accounting.journal_setting get                     y     y       y        .       .          .     .     .       .       y       y
accounting.journal_setting update                  y     y       .        .       .          .     .     .       .       .       .
accounting.exchange_rate list find                 y     y       y        y       y          .     .     y       .       y       y
accounting.exchange_rate save delete               y     y       y        .       .          .     .     .       .       .       .
accounting.currency_settings get                   y     y       y        .       .          .     .     .       .       y       y
accounting.currency_settings save                  y     y       y        .       .          .     .     .       .       .       .
accounting.revaluation  preview list get           y     y       y        .       .          .     .     .       .       y       y
accounting.revaluation  run undo                   y     y       y        .       .          .     .     .       .       .       .
accounting.open_item    settle unsettle            y     y       y        .       .          .     .     .       .       .       .
accounting.report       trial_balance              y     y       y        .       .          .     .     .       .       y       y
accounting.report       profit_and_loss            y     y       y        .       .          .     .     .       .       y       y
accounting.report       balance_sheet              y     y       y        .       .          .     .     .       .       y       y
accounting.report       monthly_result             y     y       y        .       .          .     .     .       .       y       y
accounting.report       general_ledger             y     y       y        .       .          .     .     .       .       y       y
accounting.report       statement                  y     y       y        .       .          .     .     .       .       y       y
accounting.report       journal                    y     y       y        .       .          .     .     .       .       y       y
accounting.report       export                     y     y       y        .       .          .     .     .       .       y       y
accounting.report_file  get read                   y     y       y        .       .          .     .     .       .       y       y
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
purchasing.bill         list get                   y     y       y        .       y          y     .     .       .       y       y
purchasing.bill         create receive             y     y       y        .       y          .     .     .       .       .       .
purchasing.bill         update delete              y     y       y        .       y          .     .     .       .       .       .
purchasing.bill         post issue void            y     y       y        .       y          .     .     .       .       .       .
purchasing.bill_attachment list get                y     y       y        .       y          y     .     .       .       y       y
purchasing.bill_attachment add remove              y     y       y        .       y          .     .     .       .       .       .
einvoicing.invoice      export                     y     y       y        y       .          y     .     .       .       y       y
einvoicing.invoice      check                      y     y       y        y       .          y     .     .       .       y       y
einvoicing.invoice      print                      y     y       y        y       .          y     .     .       .       y       y
einvoicing.invoice      mail                       y     y       y        y       .          .     .     .       .       .       .
einvoicing.invoice_mail list                       y     y       y        y       .          y     .     .       .       y       y
einvoicing.invoice_paper get read                  y     y       y        y       .          y     .     .       .       y       y
einvoicing.seller       get                        y     y       y        y       .          y     .     .       .       y       y
einvoicing.seller       save                       y     y       y        .       .          .     .     .       .       .       .
tax.definition          list get                   y     y       y        y       y          .     .     .       .       y       y
tax.definition          create update              y     y       y        .       .          .     .     .       .       .       .
tax.document            calculate                  y     y       y        y       y          .     .     .       .       y       y
tax.price               map                        y     y       y        y       y          .     .     .       .       y       y
tax.settings            get                        y     y       y        y       y          .     .     .       .       y       y
tax.settings            save                       y     y       y        .       .          .     .     .       .       .       .
tax.report              read documents differences y     y       y        .       .          .     .     .       .       y       y
sales.report            revenue_breakdown          y     y       y        y       .          .     .     .       .       y       y
sales.report            receivables_ageing         y     y       y        y       .          .     .     .       .       y       y
imports.import          list get                   y     y       y        .       .          .     .     .       .       y       y
imports.import          create update check        y     y       y        .       .          .     .     .       .       .       .
imports.import          run cancel                 y     y       y        .       .          .     .     .       .       .       .
imports.upload          begin take             y     y       y        .       .          .     .     .       .       .       .
imports.file            add map                    y     y       y        .       .          .     .     .       .       .       .
imports.row             list                       y     y       y        .       .          .     .     .       .       y       y
imports.kind            list                       y     y       y        .       .          .     .     .       .       y       y
payments.payment        list get                   y     y       y        .       .          .     .     .       .       y       y
payments.payment        post reverse               y     y       y        .       .          .     .     .       .       .       .
payments.open_item      list                       y     y       y        .       .          .     .     .       .       y       y
payments.allocation     reverse                    y     y       y        .       .          .     .     .       .       .       .
payments.terms          list                       y     y       y        y       y          .     .     y       .       y       y
payments.terms          preview                    y     y       y        y       y          .     .     .       .       y       y
payments.terms          create update              y     y       y        .       .          .     .     .       .       .       .
payments.settings       get                        y     y       y        .       .          .     .     .       .       y       y
payments.settings       save                       y     y       .        .       .          .     .     .       .       .       .
payments.report         ageing party_statement     y     y       y        .       .          .     .     .       .       y       y
payments.dunning_settings get                      y     y       y        .       .          .     .     .       .       y       y
payments.dunning_settings save                     y     y       y        .       .          .     .     .       .       .       .
payments.dunning_party  get                        y     y       y        y       .          .     .     .       .       y       y
payments.dunning_party  save                       y     y       y        .       .          .     .     .       .       .       .
payments.dunning_hold   list                       y     y       y        y       .          .     .     .       .       y       y
payments.dunning_hold   save release               y     y       y        .       .          .     .     .       .       .       .
payments.dunning_run    list get                   y     y       y        .       .          .     .     .       .       y       y
payments.dunning_run    propose select             y     y       y        .       .          .     .     .       .       .       .
payments.dunning_run    confirm discard            y     y       y        .       .          .     .     .       .       .       .
payments.dunning_proposal list                     y     y       y        .       .          .     .     .       .       y       y
payments.reminder       list get                   y     y       y        y       .          .     .     .       .       y       y
payments.reminder_file  list get                   y     y       y        y       .          .     .     .       .       y       y
payments.reminder       reverse                    y     y       y        .       .          .     .     .       .       .       .
treasury.bank_account   list get balances          y     y       y        .       .          .     .     .       .       y       y
treasury.bank_account   create update              y     y       y        .       .          .     .     .       .       .       .
treasury.csv_mapping    preview                    y     y       y        .       .          .     .     .       .       .       .
treasury.statement_upload begin                    y     y       y        .       .          .     .     .       .       .       .
treasury.statement      import                     y     y       y        .       .          .     .     .       .       .       .
treasury.statement      list get                   y     y       y        .       .          .     .     .       .       y       y
treasury.statement_import list get                 y     y       y        .       .          .     .     .       .       y       y
treasury.statement_line list                       y     y       y        .       .          .     .     .       .       y       y
treasury.suggestion     list                       y     y       y        .       .          .     .     .       .       y       y
treasury.suggestion     request                    y     y       y        .       .          .     .     .       .       .       .
treasury.suggestion_run list                       y     y       y        .       .          .     .     .       .       y       y
treasury.open_item      list                       y     y       y        .       .          .     .     .       .       y       y
treasury.ledger_line    list                       y     y       y        .       .          .     .     .       .       y       y
treasury.match          get                        y     y       y        .       .          .     .     .       .       y       y
treasury.match          apply undo                 y     y       y        .       .          .     .     .       .       .       .
treasury.matching_rule  list                       y     y       y        .       .          .     .     .       .       y       y
treasury.matching_rule  create update              y     y       y        .       .          .     .     .       .       .       .
treasury.reconciliation read                       y     y       y        .       .          .     .     .       .       y       y
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
