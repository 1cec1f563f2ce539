import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

export type Secrets = { readonly url: string; close(): void };

/** As much of AWS Secrets Manager as reads a secret, on loopback. */
export async function openSecrets(values: Readonly<Record<string, unknown>>): Promise<Secrets> {
  const server = createServer(async (request, response) => {
    const { SecretId } = (await json(request)) as { SecretId: string };
    const known = request.headers['x-amz-target'] === 'secretsmanager.GetSecretValue' && SecretId in values;
    response.writeHead(known ? 200 : 400, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(
      JSON.stringify(
        known ? { ARN: SecretId, SecretString: JSON.stringify(values[SecretId]) } : { __type: 'ResourceNotFoundException' },
      ),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}
