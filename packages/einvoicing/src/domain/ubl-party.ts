import { attribute, type Binding, each, field, group, isoDay, optional, text } from './binding.ts';
import type { Address, Contact, Delivery, Identifier, Party, Payee, TaxRegistration, TaxRepresentative } from './e-invoice.ts';
import { elementAt } from './xml-element.ts';

/** An identifier with its scheme, in the element at a path. @param by the attribute that names the scheme */
export const identifierAt = (path: string, by = 'schemeID'): Binding<Identifier> => ({
  read: (from) => {
    const element = elementAt(from, path);
    return { id: element?.text ?? '', scheme: element?.attributes[by] ?? null };
  },
  write: ({ id, scheme }, into, document) => {
    text(path).write(id, into, document);
    attribute(path, by).write(scheme, into, document);
  },
});

/** An identifier, null where nothing stands. */
export const optionalIdentifier = (path: string): Binding<Identifier | null> => {
  const identifier = identifierAt(path);
  return {
    read: (from) => (text(path).read(from) === null ? null : identifier.read(from)),
    write: (value, into, document) => {
      if (value !== null) identifier.write(value, into, document);
    },
  };
};

const address: Binding<Address> = group<Address>([
  field('street', text('cbc:StreetName')),
  field('additionalStreet', text('cbc:AdditionalStreetName')),
  field('city', text('cbc:CityName')),
  field('postalCode', text('cbc:PostalZone')),
  field('region', text('cbc:CountrySubentity')),
  field('country', text('cac:Country/cbc:IdentificationCode')),
]);

const taxRegistration: Binding<TaxRegistration> = group<TaxRegistration>([
  field('id', text('cbc:CompanyID')),
  field('scheme', text('cac:TaxScheme/cbc:ID')),
]);

const contact: Binding<Contact> = group<Contact>([
  field('name', text('cbc:Name')),
  field('phone', text('cbc:Telephone')),
  field('email', text('cbc:ElectronicMail')),
]);

/** BG-4 and BG-7 in UBL */
export const ublParty: Binding<Party> = group<Party>([
  field('electronicAddress', optionalIdentifier('cbc:EndpointID')),
  field('identifiers', each('cac:PartyIdentification', identifierAt('cbc:ID'))),
  field('tradingName', text('cac:PartyName/cbc:Name')),
  field('address', optional('cac:PostalAddress', address)),
  field('taxRegistrations', each('cac:PartyTaxScheme', taxRegistration)),
  field('name', text('cac:PartyLegalEntity/cbc:RegistrationName')),
  field('legalRegistration', optionalIdentifier('cac:PartyLegalEntity/cbc:CompanyID')),
  field('contact', optional('cac:Contact', contact)),
]);

/** BG-10 in UBL */
export const ublPayee: Binding<Payee> = group<Payee>([
  field('identifiers', each('cac:PartyIdentification', identifierAt('cbc:ID'))),
  field('name', text('cac:PartyName/cbc:Name')),
  field('legalRegistration', optionalIdentifier('cac:PartyLegalEntity/cbc:CompanyID')),
]);

/** BG-11 in UBL */
export const ublTaxRepresentative: Binding<TaxRepresentative> = group<TaxRepresentative>([
  field('name', text('cac:PartyName/cbc:Name')),
  field('address', optional('cac:PostalAddress', address)),
  field('taxRegistrations', each('cac:PartyTaxScheme', taxRegistration)),
]);

/** BG-13 in UBL */
export const ublDelivery: Binding<Delivery> = group<Delivery>([
  field('date', isoDay('cbc:ActualDeliveryDate')),
  field('location', optionalIdentifier('cac:DeliveryLocation/cbc:ID')),
  field('address', optional('cac:DeliveryLocation/cac:Address', address)),
]);
