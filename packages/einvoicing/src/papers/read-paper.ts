import { buffer } from 'node:stream/consumers';
import { AtlasError } from '@atlas/kernel';
import { found, mediaTypes, query, queryThen } from '@atlas/platform';
import { getInvoicePaper as getRoute, paperPartBytes, readInvoicePaper as readRoute } from '../contract/papers.ts';
import { checkSeesWhole } from '../invoices/sees-whole.ts';
import { newestPaper } from './papers.repository.ts';

export const getInvoicePaper = query(getRoute, async (tx, { id }) => found(await newestPaper(tx, id), 'paper'));

export const readInvoicePaper = queryThen(
  readRoute,
  async (tx, { id, part }) => {
    checkSeesWhole(tx);
    return { paper: found(await newestPaper(tx, id), 'paper'), part };
  },
  async (ctx, { paper, part }) => {
    if (paper.storageKey === null) throw new AtlasError('einvoicing.paper_not_ready', 'The PDF is not written yet.');
    const bytes = await buffer(ctx.storage.open(ctx.tenantId, paper.storageKey));
    const end = (part + 1) * paperPartBytes;
    return {
      fileName: paper.fileName,
      mediaType: mediaTypes.pdf,
      content: bytes.subarray(part * paperPartBytes, end).toString('base64'),
      nextPart: end < bytes.length ? part + 1 : null,
    };
  },
);
