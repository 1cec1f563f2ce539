/** What Factur-X calls the file in a PDF (Factur-X 1.0, 6.2.2). */
export const facturXName = 'factur-x.xml';

const namespace = 'urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#';

const properties = {
  DocumentFileName: 'The name of the embedded XML document',
  DocumentType: 'The type of the hybrid document in capital letters',
  Version: 'The actual version of the standard applying to the embedded XML document',
  ConformanceLevel: 'The conformance level of the embedded XML document',
} as const;

const propertyOf = ([name, about]: readonly [string, string]): string =>
  `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>${name}</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType><pdfaProperty:category>external</pdfaProperty:category><pdfaProperty:description>${about}</pdfaProperty:description></rdf:li>`;

/**
 * What a PDF says in XMP of the invoice that it carries: its name and its profile, and what these words are, because PDF/A takes
 * no words that it is not told of (Factur-X 1.0, 6.3).
 */
export function facturXMetadata(): string {
  // A credit note is an invoice here: the standard knows one type of document.
  const said = { DocumentFileName: facturXName, DocumentType: 'INVOICE', Version: '1.0', ConformanceLevel: 'EN 16931' };
  const values = Object.entries(said).map(([name, value]) => `<fx:${name}>${value}</fx:${name}>`);
  return `
  <rdf:Description rdf:about="" xmlns:fx="${namespace}">${values.join('')}</rdf:Description>
  <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
    <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
      <pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>
      <pdfaSchema:namespaceURI>${namespace}</pdfaSchema:namespaceURI>
      <pdfaSchema:prefix>fx</pdfaSchema:prefix>
      <pdfaSchema:property><rdf:Seq>${Object.entries(properties).map(propertyOf).join('')}</rdf:Seq></pdfaSchema:property>
    </rdf:li></rdf:Bag></pdfaExtension:schemas>
  </rdf:Description>`;
}
