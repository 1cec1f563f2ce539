import {
  amount,
  attribute,
  type Binding,
  below,
  constant,
  each,
  field,
  group,
  isoDay,
  optional,
  type Part,
  text,
} from './binding.ts';
import type { AllowanceCharge, Identifier, ItemAttribute, Line, Period, Price, VatCategory } from './e-invoice.ts';
import { identifierAt, optionalIdentifier } from './ubl-party.ts';
import { vatAt } from './vat-category.ts';
import { appendAt, elementsAt, textAt, type XmlElement } from './xml-element.ts';

export const vatScheme = 'cac:TaxScheme/cbc:ID';

/** BT-151 and BT-152 in UBL, and wherever else a category stands */
export const ublVat: Binding<VatCategory> = group<VatCategory>([
  field('code', text('cbc:ID')),
  field('rate', text('cbc:Percent')),
  constant(vatScheme, 'VAT'),
]);

/** BG-14 and BG-26 in UBL */
export const ublPeriod: Binding<Period> = group<Period>([
  field('start', isoDay('cbc:StartDate')),
  field('end', isoDay('cbc:EndDate')),
]);

/** True or false, as XML Schema writes it. */
export const flag = (path: string): Binding<boolean> => ({
  read: (from) => ['true', '1'].includes(text(path).read(from) ?? ''),
  write: (value, into, document) => text(path).write(String(value), into, document),
});

/** BG-20, BG-21, BG-27 and BG-28 in UBL */
export const ublAllowanceCharge: Binding<AllowanceCharge> = group<AllowanceCharge>([
  field('charge', flag('cbc:ChargeIndicator')),
  field('reasonCode', text('cbc:AllowanceChargeReasonCode')),
  field('reason', text('cbc:AllowanceChargeReason')),
  field('percentage', text('cbc:MultiplierFactorNumeric')),
  field('amount', amount('cbc:Amount')),
  field('baseAmount', amount('cbc:BaseAmount')),
  field('vat', vatAt('cac:TaxCategory', ublVat, vatScheme)),
]);

/** A discount on a price is an allowance of UBL, which has to say that it is none the less not a charge. */
const priceIsAllowance: Part<Price> = {
  read: () => ({}),
  write: ({ discount, gross }, into) => {
    if (discount !== null || gross !== null) appendAt(into, 'cac:AllowanceCharge/cbc:ChargeIndicator').text = 'false';
  },
};

const price: Binding<Price> = group<Price>([
  field('net', amount('cbc:PriceAmount')),
  field('baseQuantity', text('cbc:BaseQuantity')),
  priceIsAllowance,
  field('discount', amount('cac:AllowanceCharge/cbc:Amount')),
  field('gross', amount('cac:AllowanceCharge/cbc:BaseAmount')),
]);

const itemAttribute: Binding<ItemAttribute> = group<ItemAttribute>([
  field('name', text('cbc:Name')),
  field('value', text('cbc:Value')),
]);

/** BT-18 and BT-128 in UBL: a reference of the type 130 is the object that is invoiced, and no document. */
export const isObject = (reference: XmlElement): boolean => textAt(reference, 'cbc:DocumentTypeCode') === '130';

/** The object among the references at a path. */
export const ublObject = (path: string): Binding<Identifier | null> => ({
  read: (from) => {
    const element = elementsAt(from, path).find(isObject);
    return element ? optionalIdentifier('cbc:ID').read(element) : null;
  },
  write: (value, into, document) => {
    if (value === null) return;
    const element = appendAt(into, path);
    optionalIdentifier('cbc:ID').write(value, element, document);
    text('cbc:DocumentTypeCode').write('130', element, document);
  },
});

/** BG-25 in UBL. @param quantity `cbc:InvoicedQuantity`, of a credit note `cbc:CreditedQuantity` */
export const ublLine = (quantity: string): Binding<Line> =>
  group<Line>([
    field('id', text('cbc:ID')),
    field('note', text('cbc:Note')),
    field('quantity', text(quantity)),
    field('unit', attribute(quantity, 'unitCode')),
    field('net', amount('cbc:LineExtensionAmount')),
    field('period', optional('cac:InvoicePeriod', ublPeriod)),
    field('objectReference', ublObject('cac:DocumentReference')),
    field('allowancesCharges', each('cac:AllowanceCharge', ublAllowanceCharge)),
    field('description', text('cac:Item/cbc:Description')),
    field('name', text('cac:Item/cbc:Name')),
    field('sellerItem', text('cac:Item/cac:SellersItemIdentification/cbc:ID')),
    field('standardItem', optionalIdentifier('cac:Item/cac:StandardItemIdentification/cbc:ID')),
    field('originCountry', text('cac:Item/cac:OriginCountry/cbc:IdentificationCode')),
    field('classifications', each('cac:Item/cac:CommodityClassification', identifierAt('cbc:ItemClassificationCode', 'listID'))),
    field('vat', vatAt('cac:Item/cac:ClassifiedTaxCategory', ublVat, vatScheme)),
    field('attributes', each('cac:Item/cac:AdditionalItemProperty', itemAttribute)),
    field('price', below('cac:Price', price)),
  ]);
