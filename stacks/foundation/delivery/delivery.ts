import { type App, CfnOutput, Stack, type StackProps, Tags } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { accept } from '../accept.ts';
import { type Tier, tiers } from '../tier.ts';
import { deployPolicies } from './deploy-policy.ts';

const host = 'token.actions.githubusercontent.com';

/** Environments of GitHub whose jobs deploy to a tier. Who may use one is said there: reviewers, branches, tags. */
export const environmentsOf: Readonly<Record<Tier, readonly string[]>> = {
  preview: ['preview', 'staging'],
  production: ['production'],
};

/** Lets an account believe what GitHub says of its jobs. One for each account. */
export class DeliveryProvider extends Stack {
  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);
    new iam.CfnOIDCProvider(this, 'GitHub', { url: `https://${host}`, clientIdList: ['sts.amazonaws.com'] });
    Tags.of(this).add('application', 'atlas');
  }
}

export type DeliveryProps = StackProps & {
  readonly tier: Tier;
  /** `owner/name` on GitHub. */
  readonly repository: string;
};

/** The role that jobs of one repository take to deploy to a tier: no key, an hour at most, within an environment. */
export class Delivery extends Stack {
  constructor(scope: Construct, id: string, { tier, repository, ...props }: DeliveryProps) {
    super(scope, id, props);
    const provider = `arn:${this.partition}:iam::${this.account}:oidc-provider/${host}`;
    const policies = deployPolicies({ tier, partition: this.partition, account: this.account });
    const role = new iam.Role(this, 'Role', {
      roleName: `atlas-deploy-${tier}`,
      description: `Deploys stages of Atlas to ${tier}`,
      assumedBy: new iam.WebIdentityPrincipal(provider, {
        StringEquals: {
          [`${host}:aud`]: 'sts.amazonaws.com',
          [`${host}:sub`]: environmentsOf[tier].map((environment) => `repo:${repository}:environment:${environment}`),
        },
      }),
      managedPolicies: Object.entries(policies).map(([name, statements]) =>
        this.#policy(`atlas-deploy-${tier}-${name}`, statements),
      ),
    });
    new CfnOutput(this, 'DeployRole', { value: role.roleArn, description: 'AWS_DEPLOY_ROLE of these environments of GitHub' });
    Tags.of(this).add('application', 'atlas');
    Tags.of(this).add('tier', tier);
  }
  #policy(managedPolicyName: string, statements: iam.PolicyStatement[]): iam.ManagedPolicy {
    const policy = new iam.ManagedPolicy(this, managedPolicyName, { managedPolicyName, statements });
    const wildcards = statements.flatMap(({ actions, resources }) => [
      ...actions.filter((action) => action.includes('*')).map((action) => `Action::${action}`),
      ...resources
        .filter((resource) => resource.includes('*'))
        .map((resource) => `Resource::${resource.replace(this.partition, '<AWS::Partition>')}`),
    ]);
    const reason = 'Verbs of one kind, on what is named after a stage; what AWS names itself cannot be told apart by name.';
    accept(policy, Object.fromEntries(wildcards.map((wildcard) => [`IAM5[${wildcard}]`, reason])));
    return policy;
  }
}

/** Where the sources are, unless `-c repository=<owner>/<name>` says otherwise. */
const home = 'atlas-erp/atlas-erp';

/** The ways to both tiers. */
export function deliveries(app: App, env: Required<StackProps>['env']) {
  const repository: string = app.node.tryGetContext('repository') ?? home;
  const provider = new DeliveryProvider(app, 'atlas-delivery-provider', { env });
  const stacks = Object.fromEntries(
    tiers.map((tier) => [tier, new Delivery(app, `atlas-delivery-${tier}`, { tier, repository, env })]),
  ) as Record<Tier, Delivery>;
  return { provider, stacks };
}
