import {
  attribute,
  type Binding,
  below,
  compactDay,
  constant,
  each,
  field,
  group,
  optional,
  type Part,
  text,
} from './binding.ts';
import type { AllowanceCharge, Identifier, ItemAttribute, Line, Period, Price, VatCategory } from './e-invoice.ts';
import { flag } from './ubl-line.ts';
import { identifierAt, optionalIdentifier } from './ubl-party.ts';
import { vatAt } from './vat-category.ts';
import { appendAt, elementsAt, textAt } from './xml-element.ts';

const product = 'ram:SpecifiedTradeProduct';
const agreement = 'ram:SpecifiedLineTradeAgreement';
const delivery = 'ram:SpecifiedLineTradeDelivery';
const settlement = 'ram:SpecifiedLineTradeSettlement';

const vat: Binding<VatCategory> = group<VatCategory>([
  constant('ram:TypeCode', 'VAT'),
  field('code', text('ram:CategoryCode')),
  field('rate', text('ram:RateApplicablePercent')),
]);

/** BG-14 and BG-26 in CII */
export const ciiPeriod: Binding<Period> = group<Period>([
  field('start', compactDay('ram:StartDateTime/udt:DateTimeString')),
  field('end', compactDay('ram:EndDateTime/udt:DateTimeString')),
]);

/** BG-20, BG-21, BG-27 and BG-28 in CII */
export const ciiAllowanceCharge: Binding<AllowanceCharge> = group<AllowanceCharge>([
  field('charge', flag('ram:ChargeIndicator/udt:Indicator')),
  field('percentage', text('ram:CalculationPercent')),
  field('baseAmount', text('ram:BasisAmount')),
  field('amount', text('ram:ActualAmount')),
  field('reasonCode', text('ram:ReasonCode')),
  field('reason', text('ram:Reason')),
  field('vat', vatAt('ram:CategoryTradeTax', vat, 'ram:TypeCode')),
]);

const gross = 'ram:GrossPriceProductTradePrice';
const applied = `${gross}/ram:AppliedTradeAllowanceCharge`;

/** A discount on the gross price has to say that it is not a charge. */
const discountIsAllowance: Part<Price> = {
  read: () => ({}),
  write: ({ discount }, into) => {
    if (discount !== null) appendAt(into, `${applied}/ram:ChargeIndicator/udt:Indicator`).text = 'false';
  },
};

const netBase = text('ram:NetPriceProductTradePrice/ram:BasisQuantity');
const grossBase = text(`${gross}/ram:BasisQuantity`);

const price: Binding<Price> = group<Price>([
  field('gross', text(`${gross}/ram:ChargeAmount`)),
  discountIsAllowance,
  field('discount', text(`${applied}/ram:ActualAmount`)),
  field('net', text('ram:NetPriceProductTradePrice/ram:ChargeAmount')),
  field('baseQuantity', { read: (from) => netBase.read(from) ?? grossBase.read(from), write: netBase.write }),
]);

const itemAttribute: Binding<ItemAttribute> = group<ItemAttribute>([
  field('name', text('ram:Description')),
  field('value', text('ram:Value')),
]);

const object: Binding<Identifier> = group<Identifier>([
  field('id', { read: (from) => text('ram:IssuerAssignedID').read(from) ?? '', write: text('ram:IssuerAssignedID').write }),
  constant('ram:TypeCode', '130'),
  field('scheme', text('ram:ReferenceTypeCode')),
]);

/** BT-18 and BT-128 in CII: the object that is invoiced (UNTDID 1001: 130) among the references at a path. */
export const ciiObject = (path: string): Binding<Identifier | null> => ({
  read: (from) => {
    const element = elementsAt(from, path).find((each) => textAt(each, 'ram:TypeCode') === '130');
    return element ? object.read(element) : null;
  },
  write: (value, into, document) => {
    if (value !== null) object.write(value, appendAt(into, path), document);
  },
});

/** BG-25 in CII */
export const ciiLine: Binding<Line> = group<Line>([
  field('id', text('ram:AssociatedDocumentLineDocument/ram:LineID')),
  field('note', text('ram:AssociatedDocumentLineDocument/ram:IncludedNote/ram:Content')),
  field('standardItem', optionalIdentifier(`${product}/ram:GlobalID`)),
  field('sellerItem', text(`${product}/ram:SellerAssignedID`)),
  field('name', text(`${product}/ram:Name`)),
  field('description', text(`${product}/ram:Description`)),
  field('attributes', each(`${product}/ram:ApplicableProductCharacteristic`, itemAttribute)),
  field('classifications', each(`${product}/ram:DesignatedProductClassification`, identifierAt('ram:ClassCode', 'listID'))),
  field('originCountry', text(`${product}/ram:OriginTradeCountry/ram:ID`)),
  field('price', below(agreement, price)),
  field('quantity', text(`${delivery}/ram:BilledQuantity`)),
  field('unit', attribute(`${delivery}/ram:BilledQuantity`, 'unitCode')),
  field('vat', vatAt(`${settlement}/ram:ApplicableTradeTax`, vat, 'ram:TypeCode')),
  field('period', optional(`${settlement}/ram:BillingSpecifiedPeriod`, ciiPeriod)),
  field('allowancesCharges', each(`${settlement}/ram:SpecifiedTradeAllowanceCharge`, ciiAllowanceCharge)),
  field('net', text(`${settlement}/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount`)),
  field('objectReference', ciiObject(`${settlement}/ram:AdditionalReferencedDocument`)),
]);
