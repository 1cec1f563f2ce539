type Behavior = Readonly<Record<string, unknown>>;

/**
 * What browsers are told where an answer does not say it itself: files come from a bucket, which knows nothing of this. Pages
 * and the API say more than this, and that stays.
 */
function openHeaders() {
  return new aws.cloudfront.ResponseHeadersPolicy('SiteHeaders', {
    comment: `Atlas ${$app.stage}: what files from the bucket are served with`,
    securityHeadersConfig: {
      contentTypeOptions: { override: true },
      // A file that is opened by itself, a picture that is one in SVG among them, runs nothing and is framed by nobody.
      contentSecurityPolicy: {
        contentSecurityPolicy: "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
        override: false,
      },
      frameOptions: { frameOption: 'DENY', override: false },
      referrerPolicy: { referrerPolicy: 'same-origin', override: false },
      strictTransportSecurity: { accessControlMaxAgeSec: 31_536_000, override: false },
    },
  });
}

/**
 * Asks CloudFront to say where people are, which it does for what a policy of the cache names and no other way for origins
 * that must not get the viewer's host. Nothing of this is kept for longer than a second, and by cookie.
 */
function openPlaces() {
  return new aws.cloudfront.CachePolicy('SitePlaces', {
    comment: `Atlas ${$app.stage}: signing in knows where people are`,
    minTtl: 0,
    defaultTtl: 0,
    maxTtl: 1,
    parametersInCacheKeyAndForwardedToOrigin: {
      cookiesConfig: { cookieBehavior: 'all' },
      headersConfig: {
        headerBehavior: 'whitelist',
        headers: { items: ['CloudFront-Viewer-City', 'CloudFront-Viewer-Country', 'X-Forwarded-Host'] },
      },
      queryStringsConfig: { queryStringBehavior: 'all' },
      enableAcceptEncodingBrotli: true,
      enableAcceptEncodingGzip: true,
    },
  });
}

/** Adds to a distribution what SST has no word for: headers of files, and where people are who sign in. */
export function atTheEdge(args: { defaultCacheBehavior: unknown; orderedCacheBehaviors?: unknown }): void {
  const [headers, places] = [openHeaders(), openPlaces()];
  const usual = $util.output(args.defaultCacheBehavior as Behavior).apply((behavior) => ({
    ...behavior,
    responseHeadersPolicyId: headers.id,
  }));
  args.defaultCacheBehavior = usual;
  args.orderedCacheBehaviors = [usual.apply((behavior) => ({ ...behavior, pathPattern: '/api/*', cachePolicyId: places.id }))];
}
