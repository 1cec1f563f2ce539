import { demoLogin } from '../../prisma/seed/login.ts';

export type Summary = {
  readonly publicUrl: string;
  readonly apiUrl: string;
  readonly web: boolean;
  readonly data: string;
  /** Where the mail is shown that Atlas sends; null when it is really sent. */
  readonly mail: string | null;
  /** Whether the database has the demo workspace. */
  readonly demo: boolean;
  readonly seconds: number;
};

/** The last words of a start: what people need to go on. */
export function summaryOf({ publicUrl, apiUrl, web, data, mail, demo, seconds }: Summary): string {
  const rows = [
    ['API', `${apiUrl}/v1/docs`],
    ...(mail === null ? [] : [['Mail', mail]]),
    ['Data', data],
    ['Stop', 'Ctrl-C'],
    ['Open', web ? publicUrl : apiUrl],
    ...(demo ? [['Sign in as', `${demoLogin.email} / ${demoLogin.password}`]] : []),
  ];
  const lines = rows.map(([name = '', value = '']) => `  ${name.padEnd(12)}${value}\n`);
  return `\nAtlas is ready (${seconds.toFixed(1)} s).\n\n${lines.join('')}\n`;
}
