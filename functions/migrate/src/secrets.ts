import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { z } from 'zod';

/** Who signs in to PostgreSQL, as RDS and its rotation write it down. */
const shape = z.object({ username: z.string().min(1), password: z.string().min(1) });

export type Credentials = z.output<typeof shape>;

/** @param arn of a secret of AWS Secrets Manager */
export async function readCredentials(arn: string): Promise<Credentials> {
  const { SecretString } = await new SecretsManagerClient().send(new GetSecretValueCommand({ SecretId: arn }));
  return shape.parse(JSON.parse(SecretString ?? '{}'));
}
