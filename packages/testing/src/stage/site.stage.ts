import { describe, expect, it } from 'vitest';
import { asked, environmentOfFunction, evaluationOf, functionOf, only, stageNames } from './asked.ts';

const waf = 'aws:wafv2/webAcl:WebAcl';
const kept = 'pulumi-nodejs:dynamic:Resource';
const distribution = 'aws:cloudfront/distribution:Distribution';

/** What the function at the edge knows: the beginnings of paths, and where they lead. */
const routesOf = (stage: (typeof stageNames)[number]) =>
  asked(stage, kept, 'Site')
    .concat(asked(stage, kept, 'Web'))
    .flatMap(({ inputs }) => (typeof inputs.entry === 'string' ? [inputs.entry.split(',')] : []))
    .map(([kind, , , path]) => `${path} ${kind}`)
    .sort();

/** Runs the function at the edge on a request, up to where SST looks for its route. */
function atTheEdge(stage: (typeof stageNames)[number], headers: Record<string, { value: string }>): typeof headers {
  const code = String(only(stage, 'aws:cloudfront/function:Function').inputs.code);
  const injected = /event\.request\.headers\["x-atlas-edge"\][\s\S]*?event\.viewer\.ip \};/.exec(code)?.[0] ?? '';
  const event = { viewer: { ip: '203.0.113.9' }, request: { headers } };
  new Function('event', injected)(event);
  return headers;
}

describe.each(stageNames)('the site of %s', (stage) => {
  it('is one address, for pages and API', () => {
    expect(routesOf(stage)).toEqual([' site', '/api url', '/v1 url', '/webhooks url']);
    expect(asked(stage, 'aws:cloudfront/distribution:Distribution')).toHaveLength(1);
    expect(evaluationOf(stage).outputs.url).toBe(environmentOfFunction(functionOf(stage, 'Api')).PUBLIC_URL);
  });

  it('passes on to the API all that it asks for, and waits as long as it may take', () => {
    const { inputs } = only(stage, kept, 'SiteRoute/v1RouteKey');
    expect(JSON.parse(String((inputs.entries as { metadata: string }).metadata))).toMatchObject({
      host: 'api.execute-api.example',
      origin: { timeouts: { readTimeout: 30 } },
    });
    expect(only(stage, 'aws:cloudfront/distribution:Distribution').inputs.defaultCacheBehavior).toMatchObject({
      viewerProtocolPolicy: 'redirect-to-https',
      // All but the host, cookies included: managed by AWS.
      originRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
    });
  });

  it('says who asks, and proves that it does, whatever a client says', () => {
    const { ORIGIN_SECRET } = environmentOfFunction(functionOf(stage, 'Api'));
    expect(ORIGIN_SECRET?.length).toBe(48);
    expect(atTheEdge(stage, { 'x-atlas-viewer': { value: '6.6.6.6' }, 'x-atlas-edge': { value: 'guessed' } })).toEqual({
      'x-atlas-viewer': { value: '203.0.113.9' },
      'x-atlas-edge': { value: ORIGIN_SECRET },
    });
  });

  it("gives AWS the client's trace, and lets no client decide what is recorded", () => {
    const [id, forged] = ['5759e988bd862e3fe1be46a994272793', { value: 'Root=1-67891234-12456789abcdef0123456789;Sampled=1' }];
    const sent = (traceparent: string) =>
      atTheEdge(stage, { traceparent: { value: traceparent }, 'x-amzn-trace-id': forged })['x-amzn-trace-id'];
    expect(sent(`00-${id}-00f067aa0ba902b7-01`)).toEqual({ value: 'Root=1-5759e988-bd862e3fe1be46a994272793' });
    expect(sent(`00-${id}-00f067aa0ba902b7-01;Sampled=1`)).toBeUndefined();
    expect(atTheEdge(stage, { 'x-amzn-trace-id': forged })['x-amzn-trace-id']).toBeUndefined();
  });

  it('says with files what pages say of themselves, and over no answer that says it', () => {
    const { defaultCacheBehavior, orderedCacheBehaviors } = only(stage, distribution).inputs;
    const policy = only(stage, 'aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy');
    for (const behavior of [defaultCacheBehavior, ...(orderedCacheBehaviors as unknown[])])
      expect(behavior).toMatchObject({ responseHeadersPolicyId: 'SiteHeaders-id' });
    const { contentTypeOptions, ...others } = policy.inputs.securityHeadersConfig as Record<string, { override: boolean }>;
    expect(contentTypeOptions).toEqual({ override: true });
    expect(Object.keys(others).sort()).toEqual([
      'contentSecurityPolicy',
      'frameOptions',
      'referrerPolicy',
      'strictTransportSecurity',
    ]);
    expect(Object.values(others).map(({ override }) => override)).toEqual([false, false, false, false]);
    expect(others.contentSecurityPolicy).toMatchObject({ contentSecurityPolicy: expect.stringMatching(/^default-src 'none';/) });
  });

  it('knows where people are who sign in, and keeps nothing of what they are told', () => {
    const { defaultCacheBehavior, orderedCacheBehaviors } = only(stage, distribution).inputs;
    const places = only(stage, 'aws:cloudfront/cachePolicy:CachePolicy', 'SitePlaces');
    const usual = defaultCacheBehavior as Record<string, unknown>;
    expect(orderedCacheBehaviors).toEqual([{ ...usual, pathPattern: '/api/*', cachePolicyId: 'SitePlaces-id' }]);
    expect(usual.functionAssociations).toEqual([expect.objectContaining({ eventType: 'viewer-request' })]);
    expect(places.inputs).toMatchObject({
      defaultTtl: 0,
      maxTtl: 1,
      parametersInCacheKeyAndForwardedToOrigin: {
        cookiesConfig: { cookieBehavior: 'all' },
        headersConfig: { headers: { items: expect.arrayContaining(['CloudFront-Viewer-City', 'CloudFront-Viewer-Country']) } },
      },
    });
  });

  it('gives an error to nobody but whom it was meant for', () => {
    const { customErrorResponses } = only(stage, 'aws:cloudfront/distribution:Distribution').inputs;
    const kept = customErrorResponses as { errorCode: number; errorCachingMinTtl: number; responsePagePath?: string }[];
    expect(kept.map(({ errorCode }) => errorCode)).toEqual(expect.arrayContaining([404, 500, 502, 503, 504]));
    for (const { errorCachingMinTtl, responsePagePath } of kept)
      expect([errorCachingMinTtl, responsePagePath]).toEqual([0, undefined]);
  });

  it('has a function at the edge that is not longer than CloudFront takes', () => {
    const { code } = only(stage, 'aws:cloudfront/function:Function').inputs;
    expect(Buffer.byteLength(String(code))).toBeLessThan(10 * 1024);
  });

  it('is the only way to the web app, which asks the API there too', () => {
    const urls = asked(stage, 'aws:lambda/functionUrl:FunctionUrl');
    expect(urls.map(({ inputs }) => inputs.authorizationType)).toEqual(urls.map(() => 'AWS_IAM'));
    const principals = asked(stage, 'aws:lambda/permission:Permission').map(({ inputs }) => inputs.principal);
    expect([...new Set(principals)].sort()).toEqual(['apigateway.amazonaws.com', 'cloudfront.amazonaws.com']);
    const { API_URL, UPLOAD_ORIGIN } = environmentOfFunction(functionOf(stage, 'WebServer'));
    expect(API_URL).toBe(evaluationOf(stage).outputs.url);
    // Its pages may send files to the bucket besides.
    expect(UPLOAD_ORIGIN).toMatch(/^https:\/\/\w+-files-bucket\.s3\.[a-z0-9-]+\.amazonaws\.com$/);
  });
});

describe('the firewall', () => {
  it.each(['production', 'staging'] as const)('stands before %s, and does not refuse what the API lets a tenant do', (stage) => {
    const { inputs, urn } = only(stage, waf);
    const rules = inputs.rules as { name: string; statement: { rateBasedStatement?: { limit: number } } }[];
    expect(rules.map(({ name }) => name)).toEqual([
      'RateLimitPerIP',
      'AWSManagedRulesCommonRuleSet',
      'AWSManagedRulesKnownBadInputsRuleSet',
    ]);
    // 6,000 in 10 seconds are 180,000 in 5 minutes (packages/platform/src/limits/rules.ts).
    expect(rules[0]?.statement.rateBasedStatement?.limit).toBeGreaterThan(180_000);
    expect(only(stage, 'aws:cloudfront/distribution:Distribution').after).toContain(urn);
  });

  it('costs nothing in a stage of a branch', () => {
    expect(asked('pr-12', waf)).toEqual([]);
  });
});

it('has a name of its own where one is set', () => {
  expect(evaluationOf('production').outputs.url).toBe('https://erp.atlas.example');
  expect(evaluationOf('pr-12').outputs.url).toBe('https://site.cloudfront.example');
});
