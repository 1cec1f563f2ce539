/** What a stage asks of AWS for one resource, as Pulumi would tell its engine. */
export type Resource = {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Of the inputs, what Pulumi's state holds unencrypted. */
  readonly shown: string;
  /** Resources that have to be there first, those that they wait for in turn included. */
  readonly after: readonly string[];
};

/** A stage of `sst.config.ts`, evaluated. */
export type Evaluation = {
  readonly app: Readonly<Record<string, unknown>>;
  readonly resources: readonly Resource[];
  readonly outputs: Readonly<Record<string, unknown>>;
};
