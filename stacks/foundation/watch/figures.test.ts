import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figureGroups, figureNamespace } from '../../../packages/platform/src/watch/figures.ts';
import { foundations } from '../app.ts';

type Metric = { readonly Namespace: string; readonly MetricName: string; readonly Dimensions?: readonly { Name: string }[] };
type Resource = { readonly Type: string; readonly Properties: Record<string, unknown> };
type Widget = { readonly properties: { readonly metrics?: readonly (readonly unknown[])[] } };

const named = (name: string, dimensions: readonly string[]) => `${name} by ${[...dimensions].sort().join(', ')}`;

let folder: string;
let resources: Resource[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'atlas-figures-'));
  const { stacks } = foundations({ account: '123456789012', region: 'eu-central-1' }, { outdir: folder });
  resources = Object.values(Template.fromStack(stacks.production).toJSON().Resources);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const propertiesOf = (type: string) => resources.filter(({ Type }) => Type === type).map(({ Properties }) => Properties);

/** Our own figures that alarms look at, alone or in an expression. */
function inAlarms(): string[] {
  const metrics = propertiesOf('AWS::CloudWatch::Alarm').flatMap((alarm) => [
    alarm as Metric,
    ...((alarm.Metrics ?? []) as { MetricStat?: { Metric: Metric } }[]).flatMap(({ MetricStat }) => MetricStat?.Metric ?? []),
  ]);
  return metrics
    .filter(({ Namespace }) => Namespace === figureNamespace)
    .map(({ MetricName, Dimensions = [] }) =>
      named(
        MetricName,
        Dimensions.map(({ Name }) => Name),
      ),
    );
}

/** Our own figures on dashboards: `[namespace, name, dimension, value, …, settings]`. */
function onDashboards(): string[] {
  return propertiesOf('AWS::CloudWatch::Dashboard').flatMap(({ DashboardBody }) => {
    const [, parts] = (DashboardBody as { 'Fn::Join': [string, unknown[]] })['Fn::Join'];
    const { widgets } = JSON.parse(parts.map((part) => (typeof part === 'string' ? part : 'x')).join('')) as {
      widgets: Widget[];
    };
    return widgets
      .flatMap(({ properties }) => properties.metrics ?? [])
      .filter(([namespace]) => namespace === figureNamespace)
      .map(([, name, ...rest]) => {
        const dimensions = rest.filter((each, index) => typeof each === 'string' && index % 2 === 0) as string[];
        return named(name as string, dimensions);
      });
  });
}

const written = Object.values(figureGroups).flatMap(({ dimensions, figures }) =>
  dimensions.flatMap((each) => Object.keys(figures).map((name) => named(name, each))),
);

describe('our own figures', () => {
  it('are all looked at, and nobody looks at one that no program writes', () => {
    expect([...new Set([...inAlarms(), ...onDashboards()])].sort()).toEqual([...new Set(written)].sort());
  });

  it('wake somebody: an alarm on one that is not written would never ring', () => {
    expect(inAlarms().length).toBeGreaterThan(4);
    for (const name of inAlarms()) expect(written).toContain(name);
  });
});
