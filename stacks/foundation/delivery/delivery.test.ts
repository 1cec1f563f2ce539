import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Tier, tiers } from '../tier.ts';
import { deliveries } from './delivery.ts';

const env = { account: '123456789012', region: 'eu-central-1' };
const host = 'token.actions.githubusercontent.com';

/** AWS counts no white space, and refuses a managed policy that is longer. */
const longestPolicy = 6144;

type Statement = {
  readonly Sid: string;
  readonly Effect: string;
  readonly Action?: string | string[];
  readonly Resource: unknown;
  readonly Condition?: Record<string, Record<string, unknown>>;
};
type Policy = { readonly Properties: { readonly PolicyDocument: { readonly Statement: Statement[] } } };

let folder: string;
let provider: Template;
let templates: Record<Tier, Template>;
let complaints = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'atlas-delivery-'));
  const app = new App({ outdir: folder, context: { repository: 'somebody/atlas' } });
  const made = deliveries(app, env);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  try {
    app.synth();
  } catch (error) {
    complaints = String(error);
  }
  // The CDK makes a failed validation the exit code of its process, which is this test's.
  if (complaints !== '') process.exitCode = 0;
  provider = Template.fromStack(made.provider);
  templates = Object.fromEntries(tiers.map((tier) => [tier, Template.fromStack(made.stacks[tier])])) as typeof templates;
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const documents = (tier: Tier) =>
  Object.values(templates[tier].findResources('AWS::IAM::ManagedPolicy') as unknown as Record<string, Policy>).map(
    ({ Properties }) => Properties.PolicyDocument,
  );
const statements = (tier: Tier): Statement[] => documents(tier).flatMap(({ Statement }) => Statement);
const named = (tier: Tier, sid: string) => statements(tier).find(({ Sid }) => Sid === sid);

it('satisfies cdk-nag, or says why not', () => {
  expect(complaints).toBe('');
});

it('believes GitHub, for tokens that were made for AWS', () => {
  provider.hasResourceProperties('AWS::IAM::OIDCProvider', { Url: `https://${host}`, ClientIdList: ['sts.amazonaws.com'] });
});

describe.each(tiers)('the role that deploys to %s', (tier) => {
  it('is for jobs of one repository in their environments, and for nobody else', () => {
    const environments = tier === 'production' ? ['production'] : ['preview', 'staging'];
    templates[tier].resourceCountIs('AWS::IAM::Role', 1);
    templates[tier].hasResourceProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: {
        Statement: [
          {
            Effect: 'Allow',
            Action: 'sts:AssumeRoleWithWebIdentity',
            Principal: { Federated: Match.anyValue() },
            Condition: {
              StringEquals: {
                [`${host}:aud`]: 'sts.amazonaws.com',
                [`${host}:sub`]: environments.map((name) => `repo:somebody/atlas:environment:${name}`),
              },
            },
          },
        ],
      },
    });
  });

  it('cannot do everything of a service', () => {
    const actions = statements(tier).flatMap(({ Effect, Action }) => (Effect === 'Allow' ? [Action ?? []].flat() : []));
    expect(actions.length).toBeGreaterThan(100);
    expect(actions.filter((action) => /^\*$|:\*$/.test(action))).toEqual([]);
  });

  it('cannot touch what survives, nor people and their keys', () => {
    const actions = statements(tier).flatMap(({ Effect, Action }) => (Effect === 'Allow' ? [Action ?? []].flat() : []));
    expect(
      actions.filter((action) =>
        /^(rds|elasticache|organizations|cloudformation|backup):|^iam:.*(User|Key|Group|Saml|OpenID)/i.test(action),
      ),
    ).toEqual([]);
    expect(actions.filter((action) => action.startsWith('kms:')).sort()).toEqual([
      'kms:Decrypt',
      'kms:DescribeKey',
      'kms:GenerateDataKey',
    ]);
  });

  it('gives roles no more than their boundary, and to programs only', () => {
    expect(JSON.stringify(named(tier, 'MakeRoles')?.Condition)).toContain(`:policy/atlas-${tier}-boundary`);
    const making = statements(tier).filter(({ Action }) =>
      [Action ?? []].flat().some((action) => /^iam:(Create|Put|Attach)Role/.test(action)),
    );
    expect(making.map(({ Sid }) => Sid)).toEqual(['MakeRoles']);
    expect(named(tier, 'HandRolesToPrograms')?.Condition?.StringEquals?.['iam:PassedToService']).not.toContain(
      'ec2.amazonaws.com',
    );
  });

  it('has policies that are short enough for AWS', () => {
    for (const document of documents(tier)) expect(JSON.stringify(document).length).toBeLessThan(longestPolicy);
  });
});

it('keeps previews from production, also in one account', () => {
  expect(named('preview', 'NotProduction')).toMatchObject({ Effect: 'Deny' });
  expect(JSON.stringify(named('preview', 'NotProduction')?.Resource)).toContain('role/atlas-production-*');
  expect(JSON.stringify(named('preview', 'ReadFoundation')?.Resource)).toContain('parameter/atlas/preview/*');
  expect(JSON.stringify(named('production', 'Programs')?.Resource)).not.toMatch(/:atlas-\*/);
});
