import { randomUUID } from 'node:crypto';
import { freePort } from '../services/ports.ts';
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

export type Site = {
  /** Where the API answers who came through the site. */
  readonly apiUrl: string;
  readonly url: string;
  close(): Promise<void>;
};

/** The API's and the web app's functions as they are deployed, behind one address. */
export async function openSite({ apiPort, sitePort, environment, besides, onSaid }: SiteOptions): Promise<Site> {
  const poolOf = (spec: FunctionSpec, count: number) => openPool({ ...spec, ...(onSaid && { onSaid }) }, count);
  if (sitePort === null) {
    const api = await openGateway(poolOf(apiFunction(environment), most.api), apiPort);
    return { apiUrl: api.url, url: api.url, close: () => api.close() };
  }
  const edgeSecret = randomUUID();
  const port = await freePort(sitePort);
  const url = `http://127.0.0.1:${port}`;
  const api = await openGateway(poolOf(apiFunction({ ...environment, ORIGIN_SECRET: edgeSecret }), most.api), apiPort);
  // The web app asks the API as everybody does: at the site's own address.
  const web = await openFunctionUrl(
    poolOf(webFunction({ API_URL: url, UPLOAD_ORIGIN: environment.UPLOAD_ORIGIN ?? '' }), most.web),
  );
  const ofTheApi = Object.fromEntries(['/v1', '/api', '/webhooks'].map((begin) => [begin, api.url]));
  const servers = { '/': web.url, ...ofTheApi, ...besides };
  const front = await openDistribution({ bucket: openBucket(siteAssets()), servers, edgeSecret }, port);
  return {
    apiUrl: api.url,
    url,
    close: async () => {
      await Promise.all([front.close(), web.close(), api.close()]);
    },
  };
}
