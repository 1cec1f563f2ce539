/** The two foundations: one for production, one that all other stages share. */
export const tiers = ['preview', 'production'] as const;
export type Tier = (typeof tiers)[number];

/** What differs between the tiers. */
export type Size = {
  readonly zones: number;
  /** One for each zone where an outage of a zone may not stop work. */
  readonly natGateways: number;
  readonly database: {
    readonly instance: string;
    readonly gigabytes: number;
    readonly backupDays: number;
    readonly standby: boolean;
  };
  readonly cache: { readonly node: string; readonly nodes: number };
  readonly logDays: number;
  /** US dollars a month at which somebody is told. */
  readonly budget: number;
  /** Whether data survives everything, also the removal of its stack. */
  readonly keep: boolean;
};

export const sizes: Readonly<Record<Tier, Size>> = {
  preview: {
    zones: 2,
    natGateways: 1,
    database: { instance: 't4g.medium', gigabytes: 50, backupDays: 1, standby: false },
    cache: { node: 'cache.t4g.micro', nodes: 1 },
    logDays: 30,
    budget: 400,
    keep: false,
  },
  production: {
    zones: 3,
    natGateways: 3,
    database: { instance: 'm7g.large', gigabytes: 200, backupDays: 35, standby: true },
    cache: { node: 'cache.m7g.large', nodes: 2 },
    logDays: 400,
    budget: 1500,
    keep: true,
  },
};
