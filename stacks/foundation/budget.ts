import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Size, Tier } from './tier.ts';

export type BudgetProps = { readonly tier: Tier; readonly size: Size; readonly topic: Topic };

/** Tells when a tier costs more in a month than it should, or is going to. Counts what is tagged with it. */
export class Budget extends Construct {
  constructor(scope: Construct, id: string, { tier, size, topic }: BudgetProps) {
    super(scope, id);
    topic.grantPublish(new ServicePrincipal('budgets.amazonaws.com'));
    const tell = (notificationType: 'ACTUAL' | 'FORECASTED', threshold: number) => ({
      notification: { notificationType, comparisonOperator: 'GREATER_THAN', threshold, thresholdType: 'PERCENTAGE' },
      subscribers: [{ subscriptionType: 'SNS', address: topic.topicArn }],
    });
    new CfnBudget(this, 'Month', {
      budget: {
        budgetName: `atlas-${tier}`,
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: size.budget, unit: 'USD' },
        costFilters: { TagKeyValue: [`user:tier$${tier}`] },
      },
      notificationsWithSubscribers: [tell('ACTUAL', 80), tell('FORECASTED', 100)],
    });
  }
}
