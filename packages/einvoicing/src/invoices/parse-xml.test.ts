import { describe, expect, it } from 'vitest';
import { parseXml, xmlLimits } from './parse-xml.ts';
import { readDocument } from './read-document.ts';

const malformed = (message: RegExp) =>
  expect.objectContaining({ code: 'einvoicing.malformed_xml', message: expect.stringMatching(message) });

const laughs = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol1 "&lol;&lol;&lol;">]><Invoice>&lol1;</Invoice>`;
const outside = `<!DOCTYPE foo [<!ENTITY xxe SYSTEM "file:///etc/passwd">]><Invoice>&xxe;</Invoice>`;

describe('parsing XML', () => {
  it('calls elements by their namespaces, whatever prefixes a document uses', () => {
    const root = parseXml(
      `<a:Invoice xmlns:a="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
        ><ID xmlns="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2" schemeID="x"> A &amp; <![CDATA[<B>]]> </ID
        ><ID xmlns="urn:else">no</ID></a:Invoice>`,
    );
    expect(root).toMatchObject({
      name: 'ubl:Invoice',
      children: [{ name: 'cbc:ID', text: 'A & <B>', attributes: { schemeID: 'x' } }, { name: '?:ID' }],
    });
  });

  it.each([
    ['a billion laughs', laughs, /document type/],
    ['an entity from outside', outside, /document type/],
    ['an external document type', '<!DOCTYPE Invoice SYSTEM "http://example.com/x.dtd"><Invoice/>', /document type/],
    ['an unknown entity', '<Invoice>&nbsp;</Invoice>', /not well-formed/],
    ['an open element', '<Invoice><a></Invoice>', /not well-formed/],
    ['an unbound prefix', '<x:Invoice/>', /not well-formed/],
    ['two roots', '<a/><b/>', /not well-formed/],
    ['no XML at all', 'Invoice 12', /not well-formed/],
    ['nothing', '', /empty/],
    ['a parameter entity', '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://example.com/x">%x;]><a/>', /document type/],
    ['a document type after a comment', '<!-- a --><!DOCTYPE a><a/>', /document type/],
    ['a character that XML does not have', '<a>\u0001</a>', /character/],
    ['the same by its number', '<a>&#0;</a>', /character|not well-formed/],
    ['the same in an attribute', '<a b="&#x1F;"/>', /character|not well-formed/],
    ['bytes of UTF-16 that were read as another encoding', '\uFFFD\uFFFD<\0?\0x\0', /character/],
    ['deep nesting', '<a>'.repeat(5000), /nested deeper than 64/],
    ['too many elements', `<a>${'<b/>'.repeat(xmlLimits.elements)}</a>`, /more than 100000 elements/],
    ['too many attributes', `<a ${Array.from({ length: 65 }, (_, n) => `b${n}="1"`).join(' ')}/>`, /64 attributes/],
  ])('refuses %s', { timeout: 30_000 }, (_what, xml, message) => {
    expect(() => parseXml(xml)).toThrow(malformed(message));
  });

  it('refuses what is too large before it looks at it', () => {
    expect(() => parseXml('<'.repeat(xmlLimits.characters + 1))).toThrow(expect.objectContaining({ code: 'payload_too_large' }));
  });

  it('refuses XML that is no invoice', () => {
    expect(() => readDocument('<html/>')).toThrow(expect.objectContaining({ code: 'einvoicing.unknown_document' }));
  });
});
