import type { FoundationRef } from './foundation-ref.ts';

/** Where SST writes secrets without saying so: the code at the edge, and the environment in which the web app is built. */
const tellers: Readonly<Record<string, string>> = {
  'aws:cloudfront/function:Function': 'code',
  'command:local:Command': 'environment',
};

/** Holds for everything that follows, also for what SST makes of its own accord. */
export function guardAll({ boundaryArn }: FoundationRef): void {
  // Whatever a role is given: no more than this (stacks/foundation/boundary.ts).
  $transform(aws.iam.Role, (args) => {
    args.permissionsBoundary = boundaryArn;
  });
  $util.runtime.registerStackTransformation(({ type, props, opts }) => {
    const input = tellers[type];
    return input === undefined ? undefined : { props: { ...props, [input]: $util.secret(props[input]) }, opts };
  });
}
