import { z } from 'zod';

const url = z.url();

/** Everything a process takes from its environment, checked at start. Secrets are never logged. */
const shape = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  DATABASE_APP_URL: url.meta({ description: 'Business database as atlas_app' }),
  DATABASE_RELAY_URL: url.meta({ description: 'Business database as atlas_relay' }),
  DATABASE_AUTH_URL: url.meta({ description: 'Business database as atlas_auth' }),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(100).default(10),
  DATABASE_IAM: z.stringbool().default(false).meta({ description: 'Passwords are tokens of IAM, and connections are encrypted' }),
  DATABASE_PREPARED_STATEMENTS: z.stringbool().default(true),
  REDIS_URL: url,
  QUEUE_REDIS_URL: url
    .optional()
    .meta({ description: 'Redis of the queue, which may lose nothing; the other one unless it is said' }),
  REDIS_IAM: z
    .stringbool()
    .default(false)
    .meta({ description: 'Passwords of both are tokens of IAM; users have the names of the groups' }),
  REDIS_PREFIX: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .optional()
    .meta({ description: 'What keys of this stage begin with in both: stages share them' }),
  AUTH_SECRET: z.string().min(32),
  AUTH_PREVIOUS_SECRETS: z
    .string()
    .default('')
    .transform((text) => text.split(',').filter((secret) => secret !== ''))
    .pipe(z.array(z.string().min(32)))
    .meta({ description: 'Secrets before this one, newest first, separated by commas: what they encrypted is understood' }),
  PUBLIC_URL: url.default('http://localhost:3000').meta({ description: 'Where people reach the web app' }),
  STORAGE_FOLDER: z.string().min(1).optional().meta({ description: 'Folder that keeps uploaded files, on one machine' }),
  STORAGE_BUCKET: z.string().min(3).optional().meta({ description: 'Bucket of S3 that keeps them, on AWS' }),
  STORAGE_PREFIX: z
    .string()
    .regex(/^(?!incoming$)[a-z0-9-]{1,60}$/)
    .optional()
    .meta({ description: 'What keys of this stage begin with in the bucket' }),
  STORAGE_ENDPOINT: url.optional().meta({ description: 'Where S3 is, when it is not that of AWS' }),
  API_PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  API_MAX_CONNECTIONS: z.coerce.number().int().min(1).default(2000),
  API_HEADERS_SECONDS: z.coerce.number().int().min(1).default(10).meta({ description: 'Until the head of a request is here' }),
  API_REQUEST_SECONDS: z.coerce.number().int().min(1).default(300).meta({ description: 'Until a whole request is here' }),
  WORKER_LOCK_MS: z.coerce
    .number()
    .int()
    .min(300)
    .default(15_000)
    .meta({ description: 'How long a job belongs to a worker that is not heard of; then another takes it over' }),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .meta({ description: 'Addresses or networks (CIDR), separated by commas, whose X-Forwarded-For is believed' }),
  ORIGIN_SECRET: z
    .string()
    .min(32)
    .optional()
    .meta({ description: 'What the edge in front of Atlas shows: who does not is refused, and it says who asks' }),
  RATE_LIMIT_FACTOR: z.coerce
    .number()
    .positive()
    .default(1)
    .meta({ description: 'Multiplies every rate limit: above 1 where many come from one address, as in tests' }),
  BREVO_URL: url.default('https://api.brevo.com').meta({ description: 'Where mail is handed over' }),
  BREVO_API_KEY: z.string().min(1).optional(),
  BREVO_WEBHOOK_TOKEN: z.string().min(20).optional().meta({ description: 'What Brevo shows when it reports bounces' }),
  MAIL_FROM: z.email().default('no-reply@atlas.example'),
  BREACH_CHECK: z
    .stringbool()
    .optional()
    .meta({ description: 'Refuses passwords known from breaches; in production unless switched off' }),
  BREACH_URL: url.default('https://api.pwnedpasswords.com'),
  TURNSTILE_URL: url.default('https://challenges.cloudflare.com/turnstile/v0/siteverify'),
  TURNSTILE_SCRIPT: url.default('https://challenges.cloudflare.com/turnstile/v0/api.js').meta({ description: 'Its widget' }),
  TURNSTILE_SITE_KEY: z.string().min(1).optional(),
  TURNSTILE_SECRET_KEY: z.string().min(1).optional(),
  GOOGLE_ISSUER: url.default('https://accounts.google.com'),
  GOOGLE_CLIENT_ID: z.string().min(1).optional(),
  GOOGLE_CLIENT_SECRET: z.string().min(1).optional(),
  GRAVATAR_URL: url.default('https://gravatar.com').meta({ description: 'Where pictures of people are' }),
  TRIAL_DAYS: z.coerce
    .number()
    .int()
    .min(0)
    .default(30)
    .meta({ description: 'How long a new workspace is tried out; 0: it is no trial' }),
  HEARTBEAT_FILE: z.string().min(1).optional().meta({ description: 'File by whose age the worker shows that it goes on' }),
  STAGE: z.string().min(1).optional().meta({ description: 'Name of the stage, in every line of the log' }),
  RELEASE: z.string().min(1).optional().meta({ description: 'What was deployed, in every line of the log' }),
  AWS_XRAY_DAEMON_ADDRESS: z
    .string()
    .regex(/^[\w.-]+:\d{1,5}$/)
    .optional()
    .meta({ description: 'Where spans of traces are told, host:port; AWS sets it in functions. Without it none are' }),
  TRACE_RATE: z.coerce
    .number()
    .min(0)
    .max(1)
    .default(0.05)
    .meta({ description: 'Which part of the requests (0 to 1) is recorded, where neither AWS nor the client has decided' }),
  METRICS: z.stringbool().default(false).meta({ description: 'Writes figures for CloudWatch into the log' }),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** Files lie in one place. */
const checked = shape
  .refine((env) => (env.STORAGE_FOLDER === undefined) !== (env.STORAGE_BUCKET === undefined), {
    path: ['STORAGE_BUCKET'],
    message: 'either this or STORAGE_FOLDER, and not both',
  })
  .refine((env) => env.STORAGE_BUCKET === undefined || env.STORAGE_PREFIX !== undefined, {
    path: ['STORAGE_PREFIX'],
    message: 'a bucket needs it: stages share one',
  });

export type Config = z.output<typeof shape>;

/** The stage whose figures are written; undefined where nobody watches them. */
export const watchedStageOf = ({ METRICS, STAGE }: Pick<Config, 'METRICS' | 'STAGE'>): string | undefined =>
  METRICS ? (STAGE ?? 'unnamed') : undefined;

/**
 * Reads the environment; an empty variable counts as absent.
 *
 * @throws Error that names each variable that is missing or wrong, never its value
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const result = checked.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')));
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The environment is not complete:\n  ${problems.join('\n  ')}`);
}
