/** Secrets of a stage, set by `npx sst secret set <name> <value> --stage <stage>`. What is empty is switched off. */
export function secretsOf() {
  return {
    AUTH_SECRET: new sst.Secret('AuthSecret').value,
    AUTH_PREVIOUS_SECRETS: new sst.Secret('AuthPreviousSecrets', '').value,
    BREVO_API_KEY: new sst.Secret('BrevoApiKey', '').value,
    BREVO_WEBHOOK_TOKEN: new sst.Secret('BrevoWebhookToken', '').value,
    GOOGLE_CLIENT_ID: new sst.Secret('GoogleClientId', '').value,
    GOOGLE_CLIENT_SECRET: new sst.Secret('GoogleClientSecret', '').value,
    TURNSTILE_SITE_KEY: new sst.Secret('TurnstileSiteKey', '').value,
    TURNSTILE_SECRET_KEY: new sst.Secret('TurnstileSecretKey', '').value,
  };
}

export type Secrets = ReturnType<typeof secretsOf>;
