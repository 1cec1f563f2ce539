import { AtlasError } from './errors.ts';

declare const currencyBrand: unique symbol;
/** An ISO 4217 alphabetic code that Atlas knows. */
export type Currency = string & { readonly [currencyBrand]?: true };

/** ISO 4217 list one (January 2026): codes in circulation by the number of digits of their minor unit. */
const byExponent: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  2: `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW
    CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF
    IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK
    MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP
    SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER
    ZAR ZMW ZWG`,
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

const exponents: ReadonlyMap<string, number> = new Map(
  Object.entries(byExponent).flatMap(([exponent, codes]) => codes.split(/\s+/).map((code) => [code, Number(exponent)] as const)),
);

/** Every known code, sorted. */
export const currencies: readonly string[] = [...exponents.keys()].sort();

/** Reads an ISO 4217 code. @throws AtlasError `unknown_currency` */
export function currency(code: string): Currency {
  if (!exponents.has(code)) throw new AtlasError('unknown_currency', `"${code.slice(0, 20)}" is not an ISO 4217 currency`);
  return code as Currency;
}

/** Digits of the minor unit: JPY 0, EUR 2, KWD 3. @throws AtlasError `unknown_currency` */
export function exponentOf(code: Currency): number {
  return exponents.get(currency(code)) as number;
}
