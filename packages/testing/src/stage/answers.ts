import type { MockCall, MockResource } from './pulumi.ts';

const account = '123456789012';
const region = 'eu-central-1';

/** What AWS would know of a resource that was made, beyond what was asked for. */
const known: Readonly<Record<string, (name: string) => Record<string, unknown>>> = {
  'aws:acm/certificate:Certificate': () => ({
    domainValidationOptions: [{ resourceRecordType: 'CNAME', resourceRecordName: 'proof.example', resourceRecordValue: 'it' }],
  }),
  'aws:apigatewayv2/api:Api': () => ({
    apiEndpoint: 'https://api.execute-api.example',
    executionArn: 'arn:aws:execute-api:example',
  }),
  'aws:cloudfront/distribution:Distribution': () => ({ domainName: 'site.cloudfront.example', hostedZoneId: 'Z1', tagsAll: {} }),
  'aws:lambda/function:Function': (name) => ({
    version: '7',
    qualifiedArn: `arn:aws:lambda:${region}:${account}:function:${name}:7`,
    arn: `arn:aws:lambda:${region}:${account}:function:${name}`,
  }),
  'aws:lambda/functionUrl:FunctionUrl': (name) => ({ functionUrl: `https://${name.toLowerCase()}.lambda-url.example/` }),
  'aws:lambda/invocation:Invocation': () => ({ result: '{}' }),
  'aws:s3/bucket:Bucket': (name) => ({ bucket: name, bucketRegionalDomainName: `${name}.s3.example`, bucketDomainName: name }),
  'docker-build:index:Image': () => ({ ref: 'image:latest', digest: 'sha256:0' }),
  'random:index/randomPassword:RandomPassword': (name) => ({ result: `${name}-`.padEnd(48, 'x') }),
};

/** The state of a resource that was just made. */
export const madeOf = ({ type, name, inputs }: MockResource): { id: string; state: Record<string, unknown> } => ({
  id: `${name}-id`,
  state: { name, arn: `arn:aws:${type.split(/[:/]/)[1]}:${region}:${account}:${name}`, ...known[type]?.(name), ...inputs },
});

type Asked = {
  readonly effect?: string;
  readonly actions: string[];
  readonly resources?: string[];
  readonly principals?: unknown;
  readonly conditions?: readonly { readonly test: string; readonly variable: string; readonly values: string[] }[];
};

/** The policy as IAM would get it. */
function policyOf(statements: readonly Asked[]): string {
  const written = statements.map(({ effect = 'Allow', actions, resources, principals, conditions = [] }) => ({
    Effect: effect,
    Action: actions,
    Resource: resources,
    Principal: principals,
    ...(conditions.length > 0 && {
      Condition: Object.fromEntries(conditions.map(({ test, variable, values }) => [test, { [variable]: values }])),
    }),
  }));
  return JSON.stringify({ Version: '2012-10-17', Statement: written });
}

/** What AWS answers to questions, with a foundation that has published its parameters. */
export function answerTo({ token, inputs }: MockCall): Record<string, unknown> {
  const answers: Readonly<Record<string, () => Record<string, unknown>>> = {
    getRegion: () => ({ region, name: region, id: region }),
    getPartition: () => ({ partition: 'aws', dnsSuffix: 'amazonaws.com' }),
    getCallerIdentity: () => ({ accountId: account }),
    getPolicyDocument: () => {
      const json = policyOf(inputs.statements as Asked[]);
      return { json, minifiedJson: json };
    },
    getAuthorizationToken: () => ({ proxyEndpoint: 'https://registry.example', userName: 'AWS', password: 'token' }),
    getParameter: () => ({ value: parameterOf(String(inputs.name)) }),
  };
  return { ...inputs, id: 'found', ...answers[token.split(':').at(-1) ?? '']?.() };
}

/** A parameter of the foundation: `/atlas/<tier>/<name>`. */
function parameterOf(path: string): string {
  const [, , tier = '', name = ''] = path.split('/');
  if (name.endsWith('-subnets')) return `${tier}-${name}-a,${tier}-${name}-b`;
  if (name.endsWith('-host')) return `${name}.${tier}.example`;
  if (name === 'database-proxy-arn') return `arn:aws:rds:${region}:${account}:db-proxy:prx-${tier}`;
  if (/-arn$|^database-(?!resource)/.test(name)) return `arn:aws:secretsmanager:${region}:${account}:secret:${tier}-${name}`;
  return `${tier}-${name}`;
}

/** What the program `sst` does for a configuration while it is evaluated, asked by RPC. */
export function sstAnswers(method: string, asked: Record<string, unknown>, bundle: string): unknown {
  if (method === 'Provider.Aws.Bootstrap')
    return { asset: 'assets', assetEcrRegistryId: account, assetEcrUrl: 'registry.example/sst', state: 'state' };
  if (method === 'Runtime.Build') return { handler: asked.handler, out: bundle, errors: [], sourcemaps: [] };
  return undefined;
}
