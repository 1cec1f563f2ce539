import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Validations } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundations } from './app.ts';
import { type Tier, tiers } from './tier.ts';

const env = { account: '123456789012', region: 'eu-central-1' };
const root = join(import.meta.dirname, '..', '..');

type Resource = { readonly Type: string; readonly Properties?: Record<string, unknown>; readonly DeletionPolicy?: string };
type Statement = { readonly Effect: string; readonly Action: string | string[] };

let folder: string;
let templates: Record<Tier, Template>;
let complaints: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'atlas-foundation-'));
  const { app, stacks } = foundations(env, { outdir: folder });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  complaints = '';
  try {
    app.synth();
  } catch (error) {
    complaints = String(error);
  }
  // The CDK makes a failed validation the exit code of its process, which is this test's.
  if (complaints !== '') process.exitCode = 0;
  templates = Object.fromEntries(tiers.map((tier) => [tier, Template.fromStack(stacks[tier])])) as Record<Tier, Template>;
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const resources = (tier: Tier): [string, Resource][] =>
  Object.entries(templates[tier].toJSON().Resources as Record<string, Resource>);

describe.each(tiers)('the foundation of %s', (tier) => {
  it('satisfies cdk-nag, or says why not', () => {
    expect(complaints).toBe('');
  });

  it('encrypts PostgreSQL on disk and on the way, and shows it to nobody outside', () => {
    templates[tier].hasResourceProperties('AWS::RDS::DBInstance', {
      Engine: 'postgres',
      EngineVersion: Match.stringLikeRegexp('^17'),
      StorageEncrypted: true,
      PubliclyAccessible: Match.not(true),
      EnableIAMDatabaseAuthentication: true,
      EnablePerformanceInsights: true,
    });
    templates[tier].hasResourceProperties('AWS::RDS::DBParameterGroup', {
      Parameters: Match.objectLike({ 'rds.force_ssl': '1' }),
    });
    templates[tier].hasResourceProperties('AWS::RDS::DBProxy', {
      RequireTLS: true,
      Auth: ['app', 'auth'].map(() => Match.objectLike({ AuthScheme: 'SECRETS', IAMAuth: 'REQUIRED' })),
    });
    // Sooner than API Gateway gives up, so that whoever waits for a connection is told to come back.
    templates[tier].hasResourceProperties('AWS::RDS::DBProxyTargetGroup', {
      ConnectionPoolConfigurationInfo: Match.objectLike({ ConnectionBorrowTimeout: 5 }),
    });
  });

  it('changes passwords from where both PostgreSQL and their secrets are reached', () => {
    const hosted = resources(tier).flatMap(([, { Type, Properties }]) =>
      Type === 'AWS::SecretsManager::RotationSchedule' && Properties?.HostedRotationLambda
        ? [Properties.HostedRotationLambda]
        : [],
    );
    const inside = { VpcSubnetIds: expect.anything(), VpcSecurityGroupIds: expect.anything() };
    expect(hosted).toEqual(['app', 'auth'].map(() => expect.objectContaining(inside)));
    expect(JSON.stringify(hosted)).toMatch(/appSubnet/);
    expect(JSON.stringify(resources(tier).find(([, { Type }]) => Type === 'AWS::Serverless::Application'))).toMatch(/appSubnet/);
  });

  it('shows what it costs, which AWS tells in one region only', () => {
    const [dashboard] = resources(tier).filter(([, { Type }]) => Type === 'AWS::CloudWatch::Dashboard');
    expect(JSON.stringify(dashboard)).toMatch(/EstimatedCharges.{0,100}us-east-1/);
  });

  it('publishes all that stages ask for', () => {
    const published = resources(tier).flatMap(([, { Type, Properties }]) =>
      Type === 'AWS::SSM::Parameter' ? [String(Properties?.Name).replace(`/atlas/${tier}/`, '')] : [],
    );
    const source = readFileSync(join(root, 'stacks', 'app', 'foundation-ref.ts'), 'utf8');
    const asked = [...source.matchAll(/(?:parameter|listOf)\('([a-z-]+)'\)/g)].map(([, name]) => name);
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter((name) => !published.includes(name ?? ''))).toEqual([]);
  });

  it('opens data to the app only', () => {
    const open = resources(tier).filter(([, { Properties = {} }]) =>
      JSON.stringify(Properties.SecurityGroupIngress ?? Properties.CidrIp ?? '').includes('0.0.0.0/0'),
    );
    expect(open).toEqual([]);
  });

  it('keeps the queue from throwing anything out, and lets the cache', () => {
    const policies = resources(tier).flatMap(([, { Type, Properties }]) =>
      Type === 'AWS::ElastiCache::ParameterGroup'
        ? [((Properties?.Properties ?? {}) as Record<string, string>)['maxmemory-policy']]
        : [],
    );
    expect(policies.sort()).toEqual(['allkeys-lru', 'noeviction']);
    templates[tier].allResourcesProperties('AWS::ElastiCache::ReplicationGroup', {
      Engine: 'valkey',
      TransitEncryptionEnabled: true,
      AtRestEncryptionEnabled: true,
      AuthToken: Match.absent(),
      UserGroupIds: [Match.anyValue()],
    });
  });

  it('has no password of Valkey: each group has one user, of IAM, with its name', () => {
    const groups = resources(tier).flatMap(([, { Type, Properties = {} }]) =>
      Type === 'AWS::ElastiCache::ReplicationGroup' ? [String(Properties.ReplicationGroupId)] : [],
    );
    expect(groups.sort()).toEqual([`atlas-${tier}-cache`, `atlas-${tier}-queue`]);
    const ofType = (type: string) =>
      resources(tier).flatMap(([id, { Type, Properties = {} }]) => (Type === type ? [{ ...Properties, id }] : []));
    const users = ofType('AWS::ElastiCache::User') as Record<string, unknown>[];
    expect(users.map(({ UserId }) => UserId).sort()).toEqual(groups);
    for (const user of users)
      expect(user).toMatchObject({ Engine: 'valkey', UserName: user.UserId, AuthenticationMode: { Type: 'iam' } });
    expect(users.filter(({ Passwords, NoPasswordRequired }) => Passwords ?? NoPasswordRequired)).toEqual([]);
    const members = ofType('AWS::ElastiCache::UserGroup') as Record<string, unknown>[];
    for (const { UserGroupId, UserIds } of members) {
      const user = users.find(({ UserId }) => UserId === UserGroupId);
      expect(UserIds).toEqual([{ Ref: user?.id }]);
    }
    expect(members).toHaveLength(2);
    const names = resources(tier).flatMap(([, { Type, Properties }]) =>
      Type === 'AWS::SecretsManager::Secret' ? [String(Properties?.Name ?? 'administrator')] : [],
    );
    expect(names.sort()).toEqual([`/atlas/${tier}/database/app`, `/atlas/${tier}/database/auth`, 'administrator']);
  });

  it('lets no program of a stage change Valkey, and sign in only to that of its tier', () => {
    const [boundary] = resources(tier).filter(([, { Type }]) => Type === 'AWS::IAM::ManagedPolicy');
    const document = boundary?.[1].Properties?.PolicyDocument as { Statement: Record<string, unknown>[] } | undefined;
    const [programs, valkey] = document?.Statement ?? [];
    expect(programs?.NotAction).toContain('elasticache:*');
    expect(valkey).toMatchObject({ Effect: 'Allow', Action: 'elasticache:Connect' });
    expect(JSON.stringify(valkey?.Resource)).toContain(`:user:atlas-${tier}-*`);
    expect(JSON.stringify(valkey?.Resource)).not.toContain(`atlas-${tier === 'production' ? 'preview' : 'production'}-`);
  });

  it('keeps files private, in every version, over TLS only', () => {
    templates[tier].allResourcesProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
    templates[tier].hasResourceProperties('AWS::S3::Bucket', { VersioningConfiguration: { Status: 'Enabled' } });
    templates[tier].allResourcesProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ]),
      },
    });
  });

  it('takes files that browsers send, and forgets those that nobody used', () => {
    templates[tier].hasResourceProperties('AWS::S3::Bucket', {
      CorsConfiguration: { CorsRules: [Match.objectLike({ AllowedMethods: ['PUT'], AllowedHeaders: ['content-type'] })] },
      LifecycleConfiguration: {
        Rules: Match.arrayWith([Match.objectLike({ Prefix: 'incoming/', ExpirationInDays: 1, Status: 'Enabled' })]),
      },
    });
  });

  it('lets no role do everything of a service', () => {
    const statements = resources(tier).flatMap(([, { Type, Properties }]) =>
      Type === 'AWS::IAM::Policy' || Type === 'AWS::IAM::ManagedPolicy'
        ? ((Properties?.PolicyDocument ?? { Statement: [] }) as { Statement: Statement[] }).Statement
        : [],
    );
    expect(
      statements.filter(({ Effect, Action }) => Effect === 'Allow' && [Action].flat().some((action) => /^\*$|:\*$/.test(action))),
    ).toEqual([]);
  });

  it('has a runbook for each alarm, and names it', () => {
    const alarms = resources(tier).flatMap(([, { Type, Properties }]) =>
      Type === 'AWS::CloudWatch::Alarm' ? [String(Properties?.AlarmDescription)] : [],
    );
    expect(alarms.length).toBeGreaterThan(5);
    const missing = alarms.filter((text) => {
      const page = /\/(packages\/docs\/runbooks\/[a-z-]+\.md)$/.exec(text)?.[1];
      return page === undefined || !existsSync(join(root, page));
    });
    expect(missing).toEqual([]);
  });
});

describe('production', () => {
  it('survives a zone, a mistake and the removal of its stack', () => {
    templates.production.hasResource('AWS::RDS::DBInstance', {
      DeletionPolicy: 'Retain',
      Properties: { MultiAZ: true, DeletionProtection: true, BackupRetentionPeriod: 35 },
    });
    templates.production.allResourcesProperties('AWS::ElastiCache::ReplicationGroup', {
      MultiAZEnabled: true,
      AutomaticFailoverEnabled: true,
    });
    const lost = resources('production').filter(
      ([, { Type, DeletionPolicy }]) => /S3::Bucket$|KMS::Key$/.test(Type) && DeletionPolicy !== 'Retain',
    );
    expect(lost).toEqual([]);
  });
});
