import { defineModule } from '@atlas/platform';
import { taxErrors } from './contract/errors.ts';
import { taxCreated, taxUpdated } from './contract/events.ts';
import { calculateTaxes } from './documents/calculate-taxes.ts';
import { mapTaxedPrice } from './documents/map-price.ts';
import { listTaxDifferences } from './report/list-differences.ts';
import { listTaxedDocuments } from './report/list-documents.ts';
import { readTaxReport } from './report/read-report.ts';
import { taxReportFile } from './report/report-file.ts';
import { taxSourceFiles } from './report/source-files.ts';
import { getTaxSettings } from './settings/get-settings.ts';
import { saveTaxSettings } from './settings/save-settings.ts';
import { createTax } from './taxes/create-tax.ts';
import { getTax } from './taxes/get-tax.ts';
import { listTaxes } from './taxes/list-taxes.ts';
import { updateTax } from './taxes/update-tax.ts';

export const tax = defineModule('tax', {
  operations: [
    createTax,
    updateTax,
    getTax,
    listTaxes,
    calculateTaxes,
    mapTaxedPrice,
    getTaxSettings,
    saveTaxSettings,
    readTaxReport,
    listTaxedDocuments,
    listTaxDifferences,
  ],
  events: [taxCreated, taxUpdated],
  errors: taxErrors,
  reportables: [taxReportFile, ...taxSourceFiles],
});
