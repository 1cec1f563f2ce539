/** The namespaces of both syntaxes by the prefix that this module calls them by. */
export const namespaces: Readonly<Record<string, string>> = {
  ubl: 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2',
  cn: 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2',
  cac: 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
  cbc: 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
  rsm: 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100',
  ram: 'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100',
  udt: 'urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100',
  qdt: 'urn:un:unece:uncefact:data:standard:QualifiedDataType:100',
};

const prefixes = new Map(Object.entries(namespaces).map(([prefix, uri]) => [uri, prefix]));

/** The name of an element or attribute as this module calls it; what is of no known namespace is not mistaken for one. */
export const knownName = (uri: string, local: string): string => (uri === '' ? local : `${prefixes.get(uri) ?? '?'}:${local}`);
