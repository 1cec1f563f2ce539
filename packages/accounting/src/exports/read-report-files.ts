import { buffer } from 'node:stream/consumers';
import { AtlasError } from '@atlas/kernel';
import { type Callable, mediaTypes, type Operation, query, queryThen } from '@atlas/platform';
import { getReportFile as getRoute, partBytes, readReportFile as readRoute } from '../contract/exports.ts';
import { readableFile } from './may-read.ts';
import type { ReportsByName } from './reports-by-name.ts';

export const getReportFile = (reports: ReportsByName): Operation<typeof getRoute> =>
  query(getRoute, (tx, { id }) => readableFile(tx, reports, id));

export const readReportFile = (reports: ReportsByName): Callable<typeof readRoute> =>
  queryThen(
    readRoute,
    async (tx, { id, part }) => ({ file: await readableFile(tx, reports, id), part }),
    async (ctx, { file, part }) => {
      if (file.storageKey === null) throw new AtlasError('accounting.file_not_ready', 'The file is not written yet.');
      const bytes = await buffer(ctx.storage.open(ctx.tenantId, file.storageKey));
      const end = (part + 1) * partBytes;
      return {
        fileName: file.fileName,
        mediaType: mediaTypes[file.format],
        content: bytes.subarray(part * partBytes, end).toString('base64'),
        nextPart: end < bytes.length ? part + 1 : null,
      };
    },
  );
