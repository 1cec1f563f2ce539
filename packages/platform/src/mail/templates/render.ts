import type { Letter, Locale, Mail, Template } from '../mail.ts';
import { fill } from './fill.ts';
import { layoutOf, plainOf } from './layout.ts';
import { words } from './words.ts';

const compiled = new Map<string, Promise<string>>();

/** HTML with its places still to be filled. MJML is loaded when the first mail is written: only workers write mail. */
async function compile(template: Template, locale: Locale): Promise<string> {
  const { default: mjml } = await import('mjml');
  const { html, errors } = await mjml(layoutOf(words[locale][template], locale), { validationLevel: 'strict', fonts: {} });
  if (errors.length > 0) throw new Error(`the template ${template} is not valid: ${errors[0]?.message}`);
  return html;
}

function htmlOf(template: Template, locale: Locale): Promise<string> {
  const key = `${template} ${locale}`;
  const known = compiled.get(key) ?? compile(template, locale);
  compiled.set(key, known);
  return known;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (value: string): string =>
  value.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign).replaceAll('\n', '<br />');
const asItIs = (value: string): string => value;

/** A mail in the words of its reader: HTML and plain text that say the same. */
export async function letterOf({ template, locale, values }: Pick<Mail, 'template' | 'locale' | 'values'>): Promise<Letter> {
  const text = words[locale][template];
  return {
    subject: fill(text.subject, values, asItIs),
    html: fill(await htmlOf(template, locale), values, escapeHtml),
    text: fill(plainOf(text), values, asItIs),
  };
}
