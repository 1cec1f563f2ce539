/**
 * AWS's client, loaded by whoever signs in with tokens, and only then. The package is CommonJS: where a bundle is in parts, one that is loaded by itself
 * shows nothing by its name, and this module does.
 */
export { Signer } from '@aws-sdk/rds-signer';
