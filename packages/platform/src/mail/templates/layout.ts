import type { Locale } from '../mail.ts';
import type { Words } from './words.ts';

const footer = 'Atlas ERP';

const paragraph = (text: string): string => `<mj-text>${text}</mj-text>`;

/** The frame of every mail, in MJML. Fonts are the reader's own: nothing is loaded from anywhere. */
export function layoutOf({ title, lines, code, button, after }: Words, locale: Locale): string {
  return `<mjml lang="${locale}">
  <mj-head>
    <mj-title>${title}</mj-title>
    <mj-attributes>
      <mj-all font-family="-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif" />
      <mj-text font-size="15px" line-height="23px" color="#1c1f26" />
    </mj-attributes>
  </mj-head>
  <mj-body background-color="#f4f5f7" width="560px">
    <mj-section padding="12px"><mj-column /></mj-section>
    <mj-section background-color="#ffffff" padding="32px 16px 24px" border-radius="8px">
      <mj-column>
        <mj-text font-size="20px" line-height="28px" font-weight="600">${title}</mj-text>
        ${lines.map(paragraph).join('')}
        ${code ? `<mj-text font-size="30px" line-height="42px" font-weight="700" letter-spacing="6px">${code}</mj-text>` : ''}
        ${button ? `<mj-button href="{link}" align="left" background-color="#1f4fd8" border-radius="6px" font-size="15px">${button}</mj-button>` : ''}
        ${after.map(paragraph).join('')}
      </mj-column>
    </mj-section>
    <mj-section padding="12px 16px 32px"><mj-column>
      <mj-text font-size="12px" line-height="18px" color="#5b6270">${footer}</mj-text>
    </mj-column></mj-section>
  </mj-body>
</mjml>`;
}

/** The same mail for readers of plain text. */
export const plainOf = ({ title, lines, code, button, after }: Words): string =>
  [title, ...lines, ...(code ? [code] : []), ...(button ? ['{link}'] : []), ...after, `-- \n${footer}`].join('\n\n');
