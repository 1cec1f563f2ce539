import { Agent, request } from 'node:http';
import type { FunctionPool, Invocation } from '@atlas/testing/lambda';

/** What of an event a request without a body needs. */
type Asked = {
  readonly rawPath: string;
  readonly rawQueryString: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
  readonly requestContext: { readonly http: { readonly method: string } };
};

/**
 * A server behind what stands before functions: an event is a request to it, over a connection that stays, and its answer
 * is what a function would have answered.
 */
export function serverAsFunction(url: string): FunctionPool {
  const agent = new Agent({ keepAlive: true });
  const { hostname, port } = new URL(url);
  const invoke = ({ rawPath, rawQueryString, headers, cookies = [], requestContext }: Asked) =>
    new Promise<Invocation>((resolve, reject) => {
      const path = rawQueryString === '' ? rawPath : `${rawPath}?${rawQueryString}`;
      const { method } = requestContext.http;
      const asked = { agent, hostname, port, path, method, headers: { ...headers, cookie: cookies.join('; ') } };
      const outgoing = request(asked, (answer) => {
        let body = '';
        answer.setEncoding('utf8').on('data', (chunk: string) => {
          body += chunk;
        });
        answer.once('end', () => {
          const { connection: _connection, 'keep-alive': _keepAlive, ...told } = answer.headers;
          resolve({ ok: true, payload: { statusCode: answer.statusCode, headers: told, body } });
        });
      });
      outgoing.once('error', reject);
      outgoing.end();
    });
  return { invoke: (event) => invoke(event as Asked), instances: () => [], close: async () => agent.destroy() };
}
