import type { FoundationRef } from './foundation-ref.ts';

/** How long logs of a stage are kept. */
export const logRetention = () => ($app.stage === 'production' ? ('1 year' as const) : ('1 week' as const));

/** The service that runs functions may act as a function, and nobody else of the account. */
export const roleOfFunction = () => ({
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: 'lambda.amazonaws.com' }),
});

/** What our functions have in common: a bundle of `npm run bundle`, in the foundation's network. */
export const functionOf = (name: 'api' | 'migrate', { appSubnets, appSecurityGroups }: FoundationRef) => ({
  bundle: `functions/${name}/dist`,
  handler: 'handler.handler',
  runtime: 'nodejs24.x' as const,
  architecture: 'arm64' as const,
  memory: '1024 MB' as const,
  vpc: { privateSubnets: appSubnets, securityGroups: appSecurityGroups },
  logging: { format: 'json' as const, retention: logRetention() },
  transform: { role: roleOfFunction() },
});
