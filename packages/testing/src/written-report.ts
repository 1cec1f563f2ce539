import { inflateRawSync } from 'node:zlib';
import type * as accounting from '@atlas/accounting/contract';
import { expect } from 'vitest';
import { doBackgroundWork } from './deliver.ts';
import { operationNamed } from './operations.ts';
import type { World } from './world.ts';

const exportReport = operationNamed<typeof accounting.exportReport>('accounting.report.export');
const getReportFile = operationNamed<typeof accounting.getReportFile>('accounting.report_file.get');
const readReportFile = operationNamed<typeof accounting.readReportFile>('accounting.report_file.read');

/** The file of a report, asked for and written as anybody does. */
export async function writtenReport(world: World, input: object): Promise<Buffer> {
  const { id } = await world.run(exportReport, input);
  await doBackgroundWork(world);
  expect(await world.run(getReportFile, { id })).toMatchObject({ status: 'completed', error: null });
  const { content, nextPart } = await world.run(readReportFile, { id });
  expect(nextPart).toBeNull();
  return Buffer.from(content, 'base64');
}

/** Cells of a CSV whose quotes hold no line ends, row by row with its head. */
export const csvCells = (csv: Buffer): string[][] =>
  csv
    .toString()
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    );

/** One file of a zip archive. */
function unzipped(bytes: Buffer, name: string): string {
  for (let at = bytes.indexOf('PK\u0001\u0002'); at !== -1; at = bytes.indexOf('PK\u0001\u0002', at + 4)) {
    const nameLength = bytes.readUInt16LE(at + 28);
    if (bytes.toString('utf8', at + 46, at + 46 + nameLength) !== name) continue;
    const offset = bytes.readUInt32LE(at + 42);
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    const body = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    return (bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(body) : body).toString();
  }
  throw new Error(`${name} is not in the archive`);
}

/** All that a workbook says: its texts, and the sheet with its numbers. */
export const workbookText = (book: Buffer): string =>
  ['xl/sharedStrings.xml', 'xl/worksheets/sheet1.xml'].map((name) => unzipped(book, name)).join('');

/** The numbers of a workbook, row by row. */
export const workbookNumbers = (book: Buffer): number[] =>
  [...unzipped(book, 'xl/worksheets/sheet1.xml').matchAll(/<c (?![^>]*t="s")[^>]*><v>([^<]*)<\/v>/g)].map(([, value]) =>
    Number(value),
  );
