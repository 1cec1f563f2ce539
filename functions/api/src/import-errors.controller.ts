import type { Output } from '@atlas/contract';
import { listImportRows } from '@atlas/imports/contract';
import { csvText } from '@atlas/kernel';
import { modules } from '@atlas/modules';
import { type Callable, goodStanding, requireRoute } from '@atlas/platform';
import type { AtlasRequest } from '@atlas/platform/http';
import { Controller, Get, Req, Res } from '@nestjs/common';
import type { Response } from 'express';

type Rows = Output<typeof listImportRows>;

const readRows = modules
  .flatMap((module) => module.operations)
  .find(({ route }) => route.name === listImportRows.name) as Callable<typeof listImportRows>;

const pageSize = 200;

/** The refused records of an import as a file: what was read, and why it was refused. */
async function* refusedAsCsv(request: AtlasRequest, id: string): AsyncGenerator<string> {
  let fields: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Rows = await readRows(request.ctx as NonNullable<AtlasRequest['ctx']>, {
      id,
      status: 'refused',
      limit: pageSize,
      ...(cursor === null ? {} : { cursor }),
    });
    for (const row of page.items) {
      const names = Object.keys(row.values);
      // Files of other kinds have other columns: a new header line begins their part.
      if (names.join() !== fields.join()) {
        fields = names;
        yield csvText([['File', 'Row', 'Reason', 'Explanation', ...fields]]);
      }
      yield csvText([
        [row.file, String(row.rowNumber), row.code ?? '', row.message ?? '', ...fields.map((field) => row.values[field] ?? '')],
      ]);
    }
    cursor = page.nextCursor;
  } while (cursor !== null);
}

/** Written by hand because it streams: the rest of the API is generated. */
export class ImportErrorsController {
  async download(request: AtlasRequest, response: Response): Promise<void> {
    request.operation = readRows.route.name;
    requireRoute(request.standing ?? goodStanding, readRows.route);
    const id = String(request.params.id);
    const lines = refusedAsCsv(request, id);
    // The first line is read before the head is sent, so that a refusal is still an answer of its own.
    const first = await lines.next();
    response.setHeader('Content-Type', 'text/csv; charset=utf-8');
    response.setHeader('Content-Disposition', `attachment; filename="import-${id.slice(-12)}-errors.csv"`);
    if (!first.done) response.write(first.value);
    for await (const line of lines) {
      if (response.destroyed) return;
      if (!response.write(line)) await new Promise((resolve) => response.once('drain', resolve));
    }
    response.end();
  }
}

const descriptor = Object.getOwnPropertyDescriptor(ImportErrorsController.prototype, 'download') as PropertyDescriptor;
Get('imports/:id/errors.csv')(ImportErrorsController.prototype, 'download', descriptor);
Req()(ImportErrorsController.prototype, 'download', 0);
Res()(ImportErrorsController.prototype, 'download', 1);
Controller('v1')(ImportErrorsController);
