import { AtlasError } from '@atlas/kernel';
import { found, mediaTypes, query, queryThen, readPart } from '@atlas/platform';
import { getInvoicePaper as getRoute, readInvoicePaper as readRoute } from '../contract/papers.ts';
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
    return readPart(ctx, { key: paper.storageKey, fileName: paper.fileName, mediaType: mediaTypes.pdf }, part);
  },
);
