/**
 * AWS's client, loaded by whoever signs in with tokens, and only then. The packages are CommonJS: where a bundle is in parts, one that is loaded by itself
 * shows nothing by its name, and this module does.
 */
export { fromNodeProviderChain } from '@aws-sdk/credential-providers';
export { Signer } from '@aws-sdk/rds-signer';
export { Sha256 } from '@smithy/core/checksum';
export { SignatureV4 } from '@smithy/signature-v4';
