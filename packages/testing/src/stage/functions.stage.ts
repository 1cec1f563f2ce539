import { readConfig } from '@atlas/platform';
import { describe, expect, it } from 'vitest';
import { apiFunction } from '../lambda/api-function.ts';
import { asked, environmentOfFunction, environmentOfWorker, functionOf, only, stageNames } from './asked.ts';

const provisioned = 'aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig';

describe.each(stageNames)('the functions of %s', (stage) => {
  const tier = stage === 'production' ? 'production' : 'preview';

  it.each(['Api', 'Migrate'] as const)('run %s on Node 24 for ARM, inside the network', (name) => {
    expect(functionOf(stage, name).inputs).toMatchObject({
      runtime: 'nodejs24.x',
      architectures: ['arm64'],
      handler: 'handler.handler',
      vpcConfig: {
        subnetIds: [`${tier}-app-subnets-a`, `${tier}-app-subnets-b`],
        securityGroupIds: [`${tier}-app-security-group`],
      },
    });
  });

  it('answer before API Gateway gives up, and serve the web app on the same Node', () => {
    expect(functionOf(stage, 'Api').inputs.timeout).toBe(29);
    expect(functionOf(stage, 'WebServer').inputs).toMatchObject({ runtime: 'nodejs24.x', architectures: ['arm64'] });
  });

  it('have all that programs ask of their environment', () => {
    const site = only(stage, 'aws:cloudfront/distribution:Distribution').inputs;
    const domain = (site.aliases as string[])[0] ?? 'site.cloudfront.example';
    for (const environment of [environmentOfFunction(functionOf(stage, 'Api')), environmentOfWorker(stage)]) {
      const config = readConfig(environment);
      expect(config).toMatchObject({
        NODE_ENV: 'production',
        STAGE: stage,
        RELEASE: '0123456789abcdef0123456789abcdef01234567',
        DATABASE_IAM: true,
        DATABASE_PREPARED_STATEMENTS: false,
        QUEUE_REDIS_URL: `rediss://${tier}-queue-name@queue-host.${tier}.example:6379`,
        REDIS_URL: `rediss://${tier}-cache-name@cache-host.${tier}.example:6379`,
        REDIS_IAM: true,
        STORAGE_BUCKET: `${tier}-files-bucket`,
        PUBLIC_URL: `https://${domain}`,
      });
      // Nobody has set the secrets that may be left out; files lie in the bucket.
      const absent = ['BREVO_API_KEY', 'GOOGLE_CLIENT_ID', 'TURNSTILE_SITE_KEY', 'STORAGE_FOLDER'];
      expect(absent.filter((name) => name in config)).toEqual([]);
    }
  });

  it('have no password of PostgreSQL, and go through the proxy unless they listen', () => {
    const environment = environmentOfFunction(functionOf(stage, 'Api'));
    const [app, auth, relay] = ['APP', 'AUTH', 'RELAY'].map((role) => new URL(environment[`DATABASE_${role}_URL`] ?? ''));
    expect([app, auth, relay].map((url) => url?.password)).toEqual(['', '', '']);
    expect([app, auth, relay].map((url) => url?.searchParams.get('sslmode'))).toEqual(Array(3).fill('verify-full'));
    expect([app, auth, relay].map((url) => url?.hostname)).toEqual([
      `database-proxy-host.${tier}.example`,
      `database-proxy-host.${tier}.example`,
      `database-host.${tier}.example`,
    ]);
  });

  it('let pages send files to the bucket, and to nobody else', () => {
    expect(environmentOfFunction(functionOf(stage, 'WebServer')).UPLOAD_ORIGIN).toBe(
      `https://${tier}-files-bucket.s3.eu-central-1.amazonaws.com`,
    );
  });

  it('are set up as those that are tested', () => {
    expect(environmentOfFunction(functionOf(stage, 'Api'))).toMatchObject(apiFunction({}).environment);
  });
});

describe('instances that are kept warm', () => {
  it('are those of the version that is asked, in production', () => {
    expect(only('production', provisioned).inputs).toMatchObject({ provisionedConcurrentExecutions: 2, qualifier: '7' });
    expect(functionOf('production', 'Api').inputs.publish).toBe(true);
    expect(only('production', 'aws:apigatewayv2/integration:Integration').inputs.integrationUri).toMatch(/:ApiFunction:7$/);
  });

  it.each(['staging', 'pr-12'] as const)('are none in %s', (stage) => {
    expect(asked(stage, provisioned)).toEqual([]);
  });
});
