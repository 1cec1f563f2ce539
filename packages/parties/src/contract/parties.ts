import { page, pageInput, route, schemas } from '@atlas/contract';
import { z } from 'zod';

const { id, instant, line, paragraph, version } = schemas;

export const addressKind = z.enum(['billing', 'shipping']);

export const address = z.object({
  kind: addressKind,
  street: line(300).nullable().default(null),
  city: line(120).nullable().default(null),
  region: line(120).nullable().default(null),
  postalCode: line(40).nullable().default(null),
  country: line(120).nullable().default(null),
});

export const contact = z.object({
  name: line(200),
  title: line(120).nullable().default(null),
  email: z.email().max(320).nullable().default(null),
  phone: line(60).nullable().default(null),
});

const partyFields = {
  code: line(40).meta({ description: 'What people call it by: unique in the workspace' }),
  name: line(200),
  isCustomer: z.boolean(),
  isSupplier: z.boolean(),
  email: z.email().max(320).nullable(),
  phone: line(60).nullable(),
  taxNumber: line(40).nullable(),
  paymentTermDays: z.int().min(0).max(365).meta({ description: 'Days from the date of an invoice until it is due' }),
  paymentTermsId: id
    .nullable()
    .meta({ description: 'Terms of payment of documents that name none and no due date; credit notes have none' }),
  note: paragraph(4000).nullable(),
  ownerId: id.nullable().meta({ description: "Whose it is: scopes of roles go by it; null is nobody's" }),
  addresses: z.array(address).max(2),
  contacts: z.array(contact).max(50),
};

const maskable = ['/email', '/phone', '/taxNumber', '/note', '/contacts/*/email', '/contacts/*/phone'] as const;
const ownerErrors = ['unknown_owner', 'owner_out_of_reach'] as const;

export const party = z.object({ id, ...partyFields, archivedAt: instant.nullable(), version }).meta({ id: 'Party' });

export const partySummary = z
  .object({
    id,
    code: z.string(),
    name: z.string(),
    isCustomer: z.boolean(),
    isSupplier: z.boolean(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    city: z.string().nullable(),
    country: z.string().nullable(),
    ownerId: id.nullable(),
    archivedAt: instant.nullable(),
    version,
  })
  .meta({ id: 'PartySummary' });

const newParty = z.object({
  code: partyFields.code,
  name: partyFields.name,
  isCustomer: partyFields.isCustomer.default(true),
  isSupplier: partyFields.isSupplier.default(false),
  email: partyFields.email.default(null),
  phone: partyFields.phone.default(null),
  taxNumber: partyFields.taxNumber.default(null),
  paymentTermDays: partyFields.paymentTermDays.default(30),
  paymentTermsId: partyFields.paymentTermsId.default(null),
  note: partyFields.note.default(null),
  ownerId: partyFields.ownerId.optional().meta({ description: 'Left out, yourself' }),
  addresses: partyFields.addresses.default([]),
  contacts: partyFields.contacts.default([]),
});

export const createParty = route({
  name: 'parties.party.create',
  method: 'POST',
  path: '/parties',
  summary: 'Create a customer or supplier',
  input: newParty,
  output: party,
  errors: ['duplicate', 'parties.no_role', 'parties.unknown_payment_terms', ...ownerErrors],
  scoped: ['parties'],
  maskable,
  status: 201,
});

export const updateParty = route({
  name: 'parties.party.update',
  method: 'PATCH',
  path: '/parties/{id}',
  summary: 'Change a customer or supplier; what is left out stays',
  input: z.object({ id, version, archived: z.boolean().optional(), ...z.object(partyFields).partial().shape }),
  output: party,
  errors: ['not_found', 'version_conflict', 'duplicate', 'parties.no_role', 'parties.unknown_payment_terms', ...ownerErrors],
  scoped: ['parties'],
  maskable,
});

export const getParty = route({
  name: 'parties.party.get',
  method: 'GET',
  path: '/parties/{id}',
  summary: 'Read a customer or supplier',
  input: z.object({ id }),
  output: party,
  errors: ['not_found'],
  scoped: ['parties'],
  maskable,
});

export const listParties = route({
  name: 'parties.party.list',
  method: 'GET',
  path: '/parties',
  summary: 'List customers and suppliers',
  input: pageInput.extend({
    role: z.enum(['customer', 'supplier']).optional(),
    q: line(100).optional().meta({ description: 'Part of the code or the name' }),
    country: line(120).optional(),
    ownerId: id.optional(),
    archived: schemas.queryFlag.optional(),
    sort: z.enum(['name', '-name', 'code', '-code']).default('name'),
  }),
  output: page(partySummary),
  errors: ['invalid_cursor'],
  scoped: ['parties'],
  maskable: ['/items/*/email', '/items/*/phone'],
});
