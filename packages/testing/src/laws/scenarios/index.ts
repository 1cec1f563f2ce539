import type { Scenario } from '../scenario.ts';
import { accounting } from './accounting.ts';
import { administration } from './administration.ts';
import { assets } from './assets.ts';
import { budgets } from './budgets.ts';
import { catalog } from './catalog.ts';
import { currencies } from './currencies.ts';
import { dimensions } from './dimensions.ts';
import { einvoicing } from './einvoicing.ts';
import { identity } from './identity.ts';
import { imports } from './imports.ts';
import { journals } from './journals.ts';
import { parties } from './parties.ts';
import { payments } from './payments.ts';
import { platform } from './platform.ts';
import { purchasing } from './purchasing.ts';
import { sales } from './sales.ts';
import { tax } from './tax.ts';
import { treasury } from './treasury.ts';

/** How each operation can succeed, by its name. An operation without one fails the law suite. */
export const scenarios: Readonly<Record<string, Scenario>> = {
  ...platform,
  ...parties,
  ...catalog,
  ...accounting,
  ...currencies,
  ...dimensions,
  ...budgets,
  ...journals,
  ...assets,
  ...sales,
  ...purchasing,
  ...einvoicing,
  ...tax,
  ...imports,
  ...identity,
  ...administration,
  ...payments,
  ...treasury,
};
