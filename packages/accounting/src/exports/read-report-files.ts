import { AtlasError } from '@atlas/kernel';
import { type Callable, mediaTypes, type Operation, query, queryThen, readPart } from '@atlas/platform';
import { getReportFile as getRoute, readReportFile as readRoute } from '../contract/exports.ts';
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
      return readPart(ctx, { key: file.storageKey, fileName: file.fileName, mediaType: mediaTypes[file.format] }, part);
    },
  );
