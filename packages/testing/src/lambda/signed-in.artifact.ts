import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { apiFunction } from './api-function.ts';
import { signatureOf } from './signature.ts';

const secret = 'secret of nobody';

describe('what is shipped signs in to PostgreSQL with tokens of IAM', () => {
  it('as the API: the part that signs is loaded when it is needed, and has what it is loaded for', async () => {
    const { folder } = apiFunction({});
    const [part, ...others] = readdirSync(folder).filter((name) => /^aws-signers-\w+\.mjs$/.test(name));
    expect(others).toEqual([]);
    const { Signer } = await import(join(folder, part ?? 'none'));
    const keys = { accessKeyId: 'NOBODY', secretAccessKey: secret };
    const door = { hostname: 'proxy.example', port: 5432, username: 'atlas_app', region: 'eu-central-1', credentials: keys };
    const url = new URL(`https://${await new Signer(door).getAuthToken()}`);
    expect(url.searchParams.get('DBUser')).toBe('atlas_app');
    expect(url.searchParams.get('X-Amz-Signature')).toBe(signatureOf(url, secret));
  });
});
