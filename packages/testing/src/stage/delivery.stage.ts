import { expect, it } from 'vitest';
import { environmentOfFunction, evaluationOf, functionOf, stageNames } from './asked.ts';

/** What the roles that deploy may touch only by its name (stacks/foundation/delivery/deploy-policy.ts). */
const knownByName = /^aws:(?:iam\/role:|lambda\/function:|s3\/bucket:|sqs\/queue:|dynamodb\/table:)/;

/** Services whose things AWS names itself, and which those roles may touch wherever they are. */
const knownByKind =
  /^aws:(?:acm|apigatewayv2|appautoscaling|cloudfront|cloudwatch\/logGroup|ecs|lambda\/(?:functionUrl|invocation|permission|provisionedConcurrencyConfig)|route53|s3\/bucket|wafv2)/;

it.each(stageNames)('is named in %s so that the role that deploys it may touch it', (stage) => {
  const { resources } = evaluationOf(stage);
  const named = resources.filter(({ type }) => knownByName.test(type));
  expect(named.length).toBeGreaterThan(8);
  const names = named.map(({ inputs }) => String(inputs.name ?? inputs.bucket));
  expect(names.filter((name) => !name.startsWith(`atlas-${stage}-`))).toEqual([]);
  const others = resources.filter(({ type }) => type.startsWith('aws:') && !knownByName.test(type) && !knownByKind.test(type));
  expect(others.map(({ type }) => type)).toEqual([]);
});

it('reports figures, which cost by the month, where somebody watches', () => {
  expect(stageNames.map((stage) => environmentOfFunction(functionOf(stage, 'Api')).METRICS)).toEqual(['true', 'true', 'false']);
});
