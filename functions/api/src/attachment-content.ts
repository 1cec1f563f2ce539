import { attachment, isAttachment } from '@atlas/contract';
import { modules } from '@atlas/modules';
import { type Callable, goodStanding, openAttachment, requireRoute } from '@atlas/platform';
import type { AtlasRequest } from '@atlas/platform/http';
import { Controller, Get, Req, Res } from '@nestjs/common';
import type { Response } from 'express';

/** A name as a header can carry it; browsers show the one in UTF-8. */
const disposition = (name: string): string =>
  `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, '_')}`;

/** Sends the bytes of a file to whoever may read of it. They are for the disk: no browser shows or runs them on this origin. */
const sending = (operation: Callable) =>
  async function content(request: AtlasRequest, response: Response): Promise<void> {
    request.operation = operation.route.name;
    requireRoute(request.standing ?? goodStanding, operation.route);
    const ctx = request.ctx as NonNullable<AtlasRequest['ctx']>;
    const file = attachment.parse(await operation(ctx, request.params));
    const bytes = await openAttachment(ctx, file.id);
    response.set({
      'Content-Type': file.contentType,
      'Content-Length': String(file.byteCount),
      'Content-Disposition': disposition(file.name),
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    });
    for await (const chunk of bytes) {
      if (response.destroyed) return;
      if (!response.write(chunk)) await new Promise((resolve) => response.once('drain', resolve));
    }
    response.end();
  };

function contentOf(operation: Callable) {
  class AttachmentContent {}
  Object.defineProperty(AttachmentContent.prototype, 'content', { value: sending(operation) });
  const descriptor = Object.getOwnPropertyDescriptor(AttachmentContent.prototype, 'content') as PropertyDescriptor;
  const path = `${operation.route.path.slice(1).replace(/\{(\w+)\}/g, ':$1')}/content`;
  Get(path)(AttachmentContent.prototype, 'content', descriptor);
  Req()(AttachmentContent.prototype, 'content', 0);
  Res()(AttachmentContent.prototype, 'content', 1);
  Controller('v1')(AttachmentContent);
  return AttachmentContent;
}

/** Where the bytes of attached files are read, of every kind of documents: written by hand, because it is no JSON. */
export const attachmentContents = modules
  .flatMap((module) => module.operations as readonly Callable[])
  .filter(({ route }) => isAttachment(route))
  .map(contentOf);
