import type { ReceivedMail } from './mailbox.ts';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

const style = `body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:52rem;padding:0 1rem;color:#1c1f26;background:#fff}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.4rem .6rem;border-bottom:1px solid #d9dce3}
pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f4f5f7;padding:1rem}iframe{width:100%;height:32rem;border:1px solid #d9dce3}`;

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title>
<style>${style}</style></head><body><main><h1>${escapeHtml(title)}</h1>${body}</main></body></html>`;

const row = ({ id, at, to, subject }: ReceivedMail): string =>
  `<tr><td>${escapeHtml(at.slice(11, 19))}</td><td>${escapeHtml(to)}</td><td><a href="/dev/mail/${id}">${escapeHtml(subject)}</a></td></tr>`;

/** All mails, newest first. */
export const mailboxPage = (mails: readonly ReceivedMail[]): string =>
  page(
    'Mailbox',
    mails.length === 0
      ? '<p>No mail yet. Everything that Atlas sends is shown here and goes nowhere else.</p>'
      : `<table><thead><tr><th>Time (UTC)</th><th>To</th><th>Subject</th></tr></thead><tbody>${mails.map(row).join('')}</tbody></table>`,
  );

const addresses = /https?:\/\/[^\s<>"]+/g;

/** A text whose addresses can be followed. */
function linked(text: string): string {
  let html = '';
  let end = 0;
  for (const match of text.matchAll(addresses)) {
    html += `${escapeHtml(text.slice(end, match.index))}<a href="${escapeHtml(match[0])}">${escapeHtml(match[0])}</a>`;
    end = match.index + match[0].length;
  }
  return html + escapeHtml(text.slice(end));
}

/** One mail, as a reader of plain text sees it and as it is rendered. What it holds runs no scripts. */
export const mailPage = ({ at, from, to, subject, text, html }: ReceivedMail): string =>
  page(
    subject,
    `<p><a href="/dev/mail">Mailbox</a></p><p>From ${escapeHtml(from)} to ${escapeHtml(to)}, ${escapeHtml(at)}</p>
<h2>Plain text</h2><pre>${linked(text)}</pre>
<h2>Rendered</h2><iframe title="The mail as it is rendered" sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation" srcdoc="${escapeHtml(html.replace(/<head>/i, '<head><base target="_top">'))}"></iframe>`,
  );
