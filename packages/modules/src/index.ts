import { accountingOf } from '@atlas/accounting/module';
import { administrationOf } from '@atlas/administration/module';
import { assets } from '@atlas/assets/module';
import { catalog } from '@atlas/catalog/module';
import { einvoicing } from '@atlas/einvoicing/module';
import { identityOf } from '@atlas/identity/module';
import { importsOf } from '@atlas/imports/module';
import { parties } from '@atlas/parties/module';
import { payments } from '@atlas/payments/module';
import { type Module, platform } from '@atlas/platform';
import { purchasing } from '@atlas/purchasing/module';
import { sales } from '@atlas/sales/module';
import { tax } from '@atlas/tax/module';
import { treasury } from '@atlas/treasury/module';

const business: readonly Module[] = [parties, catalog, assets, sales, purchasing, einvoicing, tax, payments, treasury];

const accounting = accountingOf({
  checks: business.flatMap(({ closing }) => closing),
  reports: business.flatMap(({ reportables }) => reportables),
});

const books: readonly Module[] = [accounting, ...business];

const offered: readonly Module[] = [platform, ...books, importsOf(books.flatMap((module) => module.importables))];

/** Every module of Atlas: the only place of registration. */
export const modules: readonly Module[] = [...offered, identityOf(offered), administrationOf(offered)];
