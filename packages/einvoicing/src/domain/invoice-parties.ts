import { beginsWithCountry } from './country-codes.ts';
import type { Address, Identifier, Party, TaxRegistration } from './e-invoice.ts';
import type { SoldBy, SoldTo } from './sold.ts';

type Place = Pick<Address, 'street' | 'city' | 'postalCode' | 'country'> & { readonly region?: string | null };

/** A group with nothing in it is none. */
function addressOf({ street, city, postalCode, country, region = null }: Place): Address | null {
  const says = [street, city, postalCode, country, region].some((value) => value !== null);
  return says ? { street, additionalStreet: null, city, postalCode, region, country } : null;
}

/** An e-mail address is an electronic address, too, in the scheme `EM`. */
const byMail = (email: string | null): Identifier | null => (email === null ? null : { id: email, scheme: 'EM' });

const registration = (id: string | null, scheme: string): TaxRegistration[] => (id === null ? [] : [{ id, scheme }]);

/** BG-4 */
export function sellerOf(seller: SoldBy): Party {
  const { electronicAddress, electronicScheme, registrationNumber, contactName, contactPhone, contactEmail } = seller;
  const hasContact = contactName !== null || contactPhone !== null || contactEmail !== null;
  return {
    electronicAddress: electronicAddress === null ? byMail(contactEmail) : { id: electronicAddress, scheme: electronicScheme },
    identifiers: [],
    tradingName: null,
    address: addressOf(seller),
    taxRegistrations: [...registration(seller.vatId, 'VAT'), ...registration(seller.taxNumber, 'TAX')],
    name: seller.name,
    legalRegistration: registrationNumber === null ? null : { id: registrationNumber, scheme: null },
    contact: hasContact ? { name: contactName, phone: contactPhone, email: contactEmail } : null,
  };
}

/** BG-7. A tax number that begins with a country is a VAT identifier; another is how the buyer is registered. */
export function buyerOf({ name, taxNumber, email, address }: SoldTo): Party {
  const compact = taxNumber?.replaceAll(/[\s.-]/g, '').toUpperCase() ?? null;
  const isVatId = compact !== null && beginsWithCountry(compact);
  return {
    electronicAddress: byMail(email),
    identifiers: [],
    tradingName: null,
    address: address && addressOf(address),
    taxRegistrations: isVatId ? [{ id: compact, scheme: 'VAT' }] : [],
    name,
    legalRegistration: taxNumber !== null && !isVatId ? { id: taxNumber, scheme: null } : null,
    contact: null,
  };
}
