import { attribute, type Binding, below, compactDay, each, field, group, optional, type Part, text } from './binding.ts';
import type { Address, Contact, Delivery, Identifier, Party, Payee, TaxRegistration, TaxRepresentative } from './e-invoice.ts';
import { identifierAt, optionalIdentifier } from './ubl-party.ts';
import { appendAt, elementsAt } from './xml-element.ts';

/** Identifiers with a scheme are called global and stand after those without. */
const identifiers: Binding<readonly Identifier[]> = {
  read: (from) =>
    ['ram:ID', 'ram:GlobalID'].flatMap((path) => elementsAt(from, path).map((element) => identifierAt('').read(element))),
  write: (values, into, document) => {
    const ranked = [...values].sort((a, b) => Number(a.scheme !== null) - Number(b.scheme !== null));
    for (const value of ranked) {
      const element = appendAt(into, value.scheme === null ? 'ram:ID' : 'ram:GlobalID');
      element.text = value.id;
      attribute('', 'schemeID').write(value.scheme, element, document);
    }
  },
};

const address: Binding<Address> = group<Address>([
  field('postalCode', text('ram:PostcodeCode')),
  field('street', text('ram:LineOne')),
  field('additionalStreet', text('ram:LineTwo')),
  field('city', text('ram:CityName')),
  field('country', text('ram:CountryID')),
  field('region', text('ram:CountrySubDivisionName')),
]);

/** The scheme of a tax registration: `VA` is VAT, `FC` the number of a local tax office. */
const registrationScheme: Binding<string | null> = {
  read: (from) => {
    const raw = attribute('ram:ID', 'schemeID').read(from);
    return raw === 'VA' ? 'VAT' : raw === 'FC' ? 'TAX' : raw;
  },
  write: (value, into, document) => {
    const raw = value === 'VAT' ? 'VA' : value === 'TAX' ? 'FC' : value;
    attribute('ram:ID', 'schemeID').write(raw, into, document);
  },
};

const taxRegistration: Binding<TaxRegistration> = group<TaxRegistration>([
  field('id', text('ram:ID')),
  field('scheme', registrationScheme),
]);

const contact: Binding<Contact> = group<Contact>([
  field('name', text('ram:PersonName')),
  field('phone', text('ram:TelephoneUniversalCommunication/ram:CompleteNumber')),
  field('email', text('ram:EmailURIUniversalCommunication/ram:URIID')),
]);

/** BG-4 and BG-7 in CII */
export const ciiParty: Binding<Party> = group<Party>([
  field('identifiers', identifiers),
  field('name', text('ram:Name')),
  field('legalRegistration', optionalIdentifier('ram:SpecifiedLegalOrganization/ram:ID')),
  field('tradingName', text('ram:SpecifiedLegalOrganization/ram:TradingBusinessName')),
  field('contact', optional('ram:DefinedTradeContact', contact)),
  field('address', optional('ram:PostalTradeAddress', address)),
  field('electronicAddress', optionalIdentifier('ram:URIUniversalCommunication/ram:URIID')),
  field('taxRegistrations', each('ram:SpecifiedTaxRegistration', taxRegistration)),
]);

/** BG-10 in CII */
export const ciiPayee: Binding<Payee> = group<Payee>([
  field('identifiers', identifiers),
  field('name', text('ram:Name')),
  field('legalRegistration', optionalIdentifier('ram:SpecifiedLegalOrganization/ram:ID')),
]);

/** BG-11 in CII */
export const ciiTaxRepresentative: Binding<TaxRepresentative> = group<TaxRepresentative>([
  field('name', text('ram:Name')),
  field('address', optional('ram:PostalTradeAddress', address)),
  field('taxRegistrations', each('ram:SpecifiedTaxRegistration', taxRegistration)),
]);

/** The first identifier of a party that has one at most. */
const location: Binding<Identifier | null> = {
  read: (from) => identifiers.read(from)[0] ?? null,
  write: (value, into, document) => identifiers.write(value === null ? [] : [value], into, document),
};

const shipTo: Binding<Pick<Delivery, 'location' | 'address'>> = group<Pick<Delivery, 'location' | 'address'>>([
  field('location', location),
  field('address', optional('ram:PostalTradeAddress', address)),
]);

/** Where goods went: written where there is something to say. */
const place: Part<Delivery> = {
  read: (from) => below('ram:ShipToTradeParty', shipTo).read(from),
  write: (delivery, into, document) => {
    if (delivery.location ?? delivery.address) below('ram:ShipToTradeParty', shipTo).write(delivery, into, document);
  },
};

/** BG-13 in CII */
export const ciiDelivery: Binding<Delivery> = group<Delivery>([
  place,
  field('date', compactDay('ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime/udt:DateTimeString')),
]);
