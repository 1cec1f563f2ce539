import { App, type AppProps } from 'aws-cdk-lib';
import { Foundation } from './foundation.ts';
import { type Tier, tiers } from './tier.ts';

/** Behaviour of the CDK that is newer than what it does unasked. */
const flags = { '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true, '@aws-cdk/aws-rds:lowercaseDbIdentifier': true };

/** Both foundations, as an application of the CDK. */
export function foundations(env: { readonly account?: string; readonly region: string }, props: AppProps = {}) {
  const app = new App({ ...props, context: { ...flags, ...props.context } });
  const stacks = Object.fromEntries(
    tiers.map((tier) => [tier, new Foundation(app, `atlas-foundation-${tier}`, { tier, env })]),
  ) as Record<Tier, Foundation>;
  return { app, stacks };
}
