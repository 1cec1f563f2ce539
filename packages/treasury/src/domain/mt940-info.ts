import { nobody, type Party, tidy } from './statement.ts';

/** What field 86 tells of a movement. */
export type Info = {
  readonly code: string | null;
  readonly counterparty: Party;
  readonly endToEndId: string | null;
  readonly text: string;
};

/** Lines are cut after 65 characters, also within a word: only a line that ends earlier ends with a word. */
const joined = (lines: readonly string[]): string =>
  lines.reduce((text, line, index) => text + line + (index < lines.length - 1 && line.length < 65 ? ' ' : ''), '');

const sepaWords = 'EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|IBAN|BIC|COAM|OAMT|PURP';

/** `EREF+… SVWZ+…` inside of a remittance: what each word says. */
function sepaWordsOf(text: string): ReadonlyMap<string, string> {
  const parts = text.split(new RegExp(`(?:^|\\s|(?<=.))(?=(?:${sepaWords})\\+)`));
  return new Map(
    parts.flatMap((part) => {
      const found = new RegExp(`^(${sepaWords})\\+([\\s\\S]*)$`).exec(part);
      return found ? [[found[1] as string, (found[2] as string).trim()] as const] : [];
    }),
  );
}

/** Sub-fields behind a business code: `166?00…?20…`, `000>100…`. The separator is what follows the code. */
function structured(lines: readonly string[], separator: string): Info {
  const whole = lines.join('');
  const fields = whole.slice(3).split(new RegExp(`\\${separator}(?=\\d{2})`));
  const of = (pick: (name: number) => boolean, glue = ''): string =>
    fields.flatMap((field) => (/^\d{2}/.test(field) && pick(Number(field.slice(0, 2))) ? [field.slice(2)] : [])).join(glue);
  const remittance = of((name) => (name >= 20 && name <= 29) || (name >= 60 && name <= 63));
  const words = sepaWordsOf(remittance);
  const said = words.get('SVWZ') ?? (words.size > 0 ? remittance : null) ?? remittance;
  return {
    code: whole.slice(0, 3),
    counterparty: {
      name: tidy(of((name) => name === 32 || name === 33)),
      account: tidy(of((name) => name === 31)) ?? words.get('IBAN') ?? null,
    },
    endToEndId: tidy(words.get('EREF') ?? words.get('KREF')),
    text: tidy(said) ?? tidy(of((name) => name === 0)) ?? '',
  };
}

const slashWords =
  'TRTP|IBAN|BIC|NAME|REMI|EREF|ORDP|BENM|ADDR|MARF|CSID|ISDT|PREF|RTRN|CNTP|PURP|ULTC|ULTD|TRCD|SVCL|OCMT|EXCH|CHGS|ID';

/** Words between slashes, as banks of the Netherlands and others write them: `/TRTP/…/IBAN/…/NAME/…/REMI/…`. */
function slashed(lines: readonly string[]): Info {
  const parts = `/${joined(lines)}`.split(new RegExp(`/(${slashWords})/`));
  const words = new Map<string, string>();
  for (let index = 1; index < parts.length; index += 2) {
    const [name = '', value = ''] = [parts[index], parts[index + 1]];
    if (!words.has(name)) words.set(name, value.replace(/^\/+|\/+$/g, '').trim());
  }
  const [account, , name] = (words.get('CNTP') ?? '').split('/');
  const remittance = (words.get('REMI') ?? '').replace(/^(USTD|STRD)\/+(CUR\/|ISO\/)?/, '');
  return {
    code: null,
    counterparty: { name: tidy(words.get('NAME') ?? name), account: tidy(words.get('IBAN') ?? account) },
    endToEndId: tidy(words.get('EREF')),
    text: tidy(remittance) ?? tidy(words.get('TRTP')) ?? '',
  };
}

/** Reads field 86 by the way in which it is written. What has no known structure is text as it stands. */
export function readInfo(field: string): Info {
  const lines = field.split('\n');
  const [first = ''] = lines;
  const business = /^\d{3}([^A-Za-z0-9\s])\d{2}/.exec(first.trim());
  if (business) return structured([first.trimStart(), ...lines.slice(1)], business[1] as string);
  if (new RegExp(`^/(${slashWords})/`).test(first)) return slashed(lines);
  return { code: null, counterparty: nobody, endToEndId: null, text: tidy(joined(lines)) ?? '' };
}
