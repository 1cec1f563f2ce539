import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

type Flags = { readonly userVerified?: boolean };

/** A passkey's device in software: it keeps one key and answers as a browser's `navigator.credentials` would. */
export type Authenticator = {
  readonly id: string;
  register(challenge: string, flags?: Flags): object;
  authenticate(challenge: string, flags?: Flags): object;
};

const [present, verified, holdsKey] = [0x01, 0x04, 0x40];
const sha256 = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest();
const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/** A byte string of CBOR, 24 to 255 bytes long. */
const cborBytes = (bytes: Uint8Array): Buffer => Buffer.concat([Buffer.from([0x58, bytes.length]), bytes]);

/** An ES256 key as COSE writes it: {1: 2, 3: -7, -1: 1, -2: x, -3: y}. */
const coseKey = (x: Buffer, y: Buffer): Buffer =>
  Buffer.concat([Buffer.from('a5010203262001', 'hex'), Buffer.from([0x21]), cborBytes(x), Buffer.from([0x22]), cborBytes(y)]);

/** `{fmt: 'none', attStmt: {}, authData}` in CBOR. */
const attestation = (authData: Buffer): Buffer =>
  Buffer.concat([Buffer.from('a363666d74646e6f6e656761747453746d74a0686175746844617461', 'hex'), cborBytes(authData)]);

/** A device that people use at this origin. */
export function softwareAuthenticator(origin: string): Authenticator {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const credentialId = randomBytes(32);
  const id = base64url(credentialId);
  let counter = 0;

  const dataFor = (flags: number, more = Buffer.alloc(0)): Buffer => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(++counter);
    return Buffer.concat([sha256(new URL(origin).hostname), Buffer.from([flags]), count, more]);
  };
  const clientData = (type: string, challenge: string): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const credential = (response: object) => ({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response });

  return {
    id,
    register: (challenge, { userVerified = true } = {}) => {
      const key = coseKey(Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url'));
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, credentialId.length]), credentialId, key]);
      const authData = dataFor(present | holdsKey | (userVerified ? verified : 0), attested);
      return credential({
        clientDataJSON: base64url(clientData('webauthn.create', challenge)),
        attestationObject: base64url(attestation(authData)),
        transports: ['internal'],
      });
    },
    authenticate: (challenge, { userVerified = true } = {}) => {
      const client = clientData('webauthn.get', challenge);
      const authData = dataFor(present | (userVerified ? verified : 0));
      return credential({
        clientDataJSON: base64url(client),
        authenticatorData: base64url(authData),
        signature: base64url(sign('sha256', Buffer.concat([authData, sha256(client)]), privateKey)),
      });
    },
  };
}
