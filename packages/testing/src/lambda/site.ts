import { apiFunction } from './api-function.ts';
import { openBucket } from './assets.ts';
import { openDistribution } from './distribution.ts';
import { openFunctionUrl, openGateway } from './gateway.ts';
import type { FunctionSpec } from './instance.ts';
import { openPool } from './pool.ts';
import { siteAssets, webFunction } from './web-function.ts';

/** What runs on AWS besides the worker. */
export type SiteOptions = {
  readonly apiPort: number;
  /** Where people reach the site; null for the API alone. */
  readonly sitePort: number | null;
  /** Settings of the API. */
  readonly environment: Readonly<Record<string, string>>;
  /** Servers that the site has besides, by the beginning of their paths: a mailbox to look into. */
  readonly besides: Readonly<Record<string, string>>;
  readonly onSaid?: (text: string) => void;
};

/** Instances of a function at a time: a machine has to bear them, which AWS has not. */
const most = { api: 4, web: 2 };

export type Site = { readonly apiUrl: string; readonly url: string; close(): Promise<void> };

/** The API's and the web app's functions as they are deployed, behind one address. */
export async function openSite({ apiPort, sitePort, environment, besides, onSaid }: SiteOptions): Promise<Site> {
  const poolOf = (spec: FunctionSpec, count: number) => openPool({ ...spec, ...(onSaid && { onSaid }) }, count);
  const api = await openGateway(poolOf(apiFunction(environment), most.api), apiPort);
  if (sitePort === null) return { apiUrl: api.url, url: api.url, close: () => api.close() };
  const web = await openFunctionUrl(poolOf(webFunction({ API_URL: api.url }), most.web));
  const ofTheApi = Object.fromEntries(['/v1', '/api', '/webhooks'].map((begin) => [begin, api.url]));
  const routes = { bucket: openBucket(siteAssets()), servers: { '/': web.url, ...ofTheApi, ...besides } };
  const front = await openDistribution(routes, sitePort);
  return {
    apiUrl: api.url,
    url: front.url,
    close: async () => {
      await Promise.all([front.close(), web.close(), api.close()]);
    },
  };
}
