import pg from 'pg';

const parsers: Record<number, (text: string) => unknown> = {
  20: BigInt,
  1082: (text) => text,
  1114: (text) => `${text.replace(' ', 'T')}Z`,
  1184: (text) => new Date(text).toISOString(),
};

/** int8 as bigint, numeric as text, dates as `YYYY-MM-DD`, instants as RFC 3339. */
export const valueTypes = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers[oid]) || pg.types.getTypeParser(oid, format as 'text'),
} as unknown as pg.CustomTypesConfig;
