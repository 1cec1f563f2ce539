import { z } from 'zod';
import { type Route, route } from './route.ts';
import { id, instant, line } from './schemas.ts';

/** Bytes of one file at most: what a function on AWS can answer with. */
export const maxAttachmentBytes = 4_000_000;

export const attachment = z
  .object({
    id,
    name: z.string(),
    contentType: z.string(),
    byteCount: z.int(),
    sha256: z.string(),
    createdBy: id.nullable(),
    createdAt: instant,
  })
  .meta({ id: 'Attachment' });

const content = z.custom<AsyncIterable<Uint8Array>>(
  (value) => typeof value === 'object' && value !== null && Symbol.asyncIterator in value,
  'send the bytes of the file',
);

/**
 * The routes by which files are attached to documents of one kind. The bytes of one are read at the path of `get` with
 * `/content` behind it, with the same permission.
 *
 * @param name `module.aggregate`
 * @param path of one document
 */
export const attachmentRoutes = <const N extends string>(name: N, path: `/${string}`) => ({
  add: route({
    name: `${name}.add`,
    method: 'PUT',
    path: `${path}/attachments/{name}`,
    summary: 'Attach a file; what it is, is found out by looking',
    input: z.object({ id, name: line(200), content }),
    output: attachment,
    errors: ['not_found', 'attachment_type', 'attachment_too_large', 'too_many_attachments'],
    body: 'binary',
  }),
  list: route({
    name: `${name}.list`,
    method: 'GET',
    path: `${path}/attachments`,
    summary: 'List attached files, oldest first',
    input: z.object({ id }),
    output: z.object({ items: z.array(attachment) }),
    errors: ['not_found'],
  }),
  get: route({
    name: `${name}.get`,
    method: 'GET',
    path: `${path}/attachments/{attachmentId}`,
    summary: 'Read what is known of an attached file; its bytes are at `/content` below this path',
    input: z.object({ id, attachmentId: id }),
    output: attachment,
    errors: ['not_found'],
  }),
  remove: route({
    name: `${name}.remove`,
    method: 'DELETE',
    path: `${path}/attachments/{attachmentId}`,
    summary: 'Take an attached file away; what is attached to a posted document stays',
    input: z.object({ id, attachmentId: id }),
    output: z.object({ id }),
    errors: ['not_found', 'attachment_kept'],
  }),
});

/** Whether a route tells of an attached file whose bytes can be read. */
export const isAttachment = ({ output, method }: Route): boolean => method === 'GET' && (output as unknown) === attachment;
