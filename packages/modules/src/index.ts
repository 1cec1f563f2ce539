import { accounting } from '@atlas/accounting/module';
import { administrationOf } from '@atlas/administration/module';
import { assets } from '@atlas/assets/module';
import { catalog } from '@atlas/catalog/module';
import { einvoicing } from '@atlas/einvoicing/module';
import { identityOf } from '@atlas/identity/module';
import { importsOf } from '@atlas/imports/module';
import { parties } from '@atlas/parties/module';
import { type Module, platform } from '@atlas/platform';
import { sales } from '@atlas/sales/module';
import { tax } from '@atlas/tax/module';
import { treasury } from '@atlas/treasury/module';

const business: readonly Module[] = [parties, catalog, accounting, assets, sales, einvoicing, tax, treasury];

const offered: readonly Module[] = [platform, ...business, importsOf(business.flatMap((module) => module.importables))];

/** Every module of Atlas: the only place of registration. */
export const modules: readonly Module[] = [...offered, identityOf(offered), administrationOf(offered)];
