import { buffer } from 'node:stream/consumers';
import { AtlasError } from '@atlas/kernel';
import { mediaTypes, query, queryThen } from '@atlas/platform';
import { getReportFile as getRoute, partBytes, readReportFile as readRoute } from '../contract/exports.ts';
import { readableFile } from './may-read.ts';

export const getReportFile = query(getRoute, (tx, { id }) => readableFile(tx, id));

export const readReportFile = queryThen(
  readRoute,
  async (tx, { id, part }) => ({ file: await readableFile(tx, id), part }),
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
