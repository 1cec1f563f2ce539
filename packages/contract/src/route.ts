import type { z } from 'zod';

/** Tables whose rows say whose they are. */
export type OwnedTable = 'parties' | 'invoices' | 'bills';

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/**
 * One operation, declared once. From it come the HTTP endpoint, OpenAPI, the SDK's types, the permission, the audit
 * action and the law tests.
 *
 * `name` is `module.aggregate.verb`. `path` is below `/v1` and names its parameters `{id}`. `input` is one flat object:
 * path parameters by name, the rest from the query string (GET, DELETE) or the JSON body. A route whose input has
 * `version` takes it from `If-Match`; a route whose output has `version` answers with an `ETag`.
 */
export type Route<N extends string = string, I extends z.ZodObject = z.ZodObject, O extends z.ZodType = z.ZodType> = {
  readonly name: N;
  readonly method: Method;
  readonly path: `/${string}`;
  readonly summary: string;
  readonly input: I;
  readonly output: O;
  /** Codes this operation may refuse with, besides those that every operation has. */
  readonly errors: readonly string[];
  /** HTTP status of success: 201 when a POST made a resource, otherwise 200. */
  readonly status?: 200 | 201 | 202;
  /**
   * Where the answer holds what a document is worth, as a JSON pointer to money: people may be limited in it. A step
   * `*` stands for each item of a list.
   */
  readonly amount?: `/${string}`;
  /** The tables of which the operation sees no more rows than the scope of a grant reaches; without any, only a wide grant counts. */
  readonly scoped?: readonly OwnedTable[];
  /**
   * What a grant may hide, as JSON pointers to fields of the answer that may be null, or of the input where the answer does
   * not have them. A field is called by the last step of its pointer: whoever hides `email` hides it wherever it stands.
   */
  readonly maskable?: readonly `/${string}`[];
  /** A `binary` body is a stream of bytes that reaches the operation as `content`. */
  readonly body?: 'json' | 'binary';
  /** Fields of the answer that are shown once: null in the audit trail, and when the request is repeated. */
  readonly secrets?: readonly string[];
  /** Only for someone who proved who they are within the last ten minutes; otherwise `step_up_required`. */
  readonly fresh?: boolean;
  /** Belongs to the people who run Atlas, outside of all workspaces: no role of a workspace and no API key allows it. */
  readonly house?: true;
  /** A feature that may be switched off for a workspace; then the answer is `feature_off`. */
  readonly feature?: string;
};

export const route = <const N extends string, I extends z.ZodObject, O extends z.ZodType>(spec: Route<N, I, O>): Route<N, I, O> =>
  spec;

const isRoute = (exported: unknown): exported is Route =>
  typeof exported === 'object' && exported !== null && 'path' in exported && 'output' in exported;

/** The routes among all that a contract exports. */
export const routesIn = (contract: Readonly<Record<string, unknown>>): Route[] => Object.values(contract).filter(isRoute);

export type Input<R extends Route> = z.output<R['input']>;
export type Output<R extends Route> = z.output<R['output']>;

/** What the fields that a grant may hide are called. */
export const maskableFields = ({ maskable = [] }: Pick<Route, 'maskable'>): string[] => [
  ...new Set(maskable.map((pointer) => pointer.slice(pointer.lastIndexOf('/') + 1))),
];

/** The names in `{braces}` of a path. */
export const pathParameters = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string);

/** An answer as it may be kept: without what is shown once. */
export const withoutSecrets = <T>({ secrets = [] }: Route, answer: T): T =>
  secrets.length === 0 ? answer : { ...answer, ...Object.fromEntries(secrets.map((field) => [field, null])) };

/** Whether the operation reads only. */
export const isQuery = (spec: Route): boolean => spec.method === 'GET';
