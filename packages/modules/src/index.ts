import { accounting } from '@atlas/accounting/module';
import { catalog } from '@atlas/catalog/module';
import { parties } from '@atlas/parties/module';
import { type Module, platform } from '@atlas/platform';
import { sales } from '@atlas/sales/module';

/** Every module of Atlas: the only place of registration. */
export const modules: readonly Module[] = [platform, parties, catalog, accounting, sales];
