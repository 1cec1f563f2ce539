import type { Scenario } from '../scenario.ts';
import { accounting } from './accounting.ts';
import { administration } from './administration.ts';
import { assets } from './assets.ts';
import { catalog } from './catalog.ts';
import { einvoicing } from './einvoicing.ts';
import { identity } from './identity.ts';
import { imports } from './imports.ts';
import { parties } from './parties.ts';
import { platform } from './platform.ts';
import { sales } from './sales.ts';
import { tax } from './tax.ts';
import { treasury } from './treasury.ts';

/** How each operation can succeed, by its name. An operation without one fails the law suite. */
export const scenarios: Readonly<Record<string, Scenario>> = {
  ...platform,
  ...parties,
  ...catalog,
  ...accounting,
  ...assets,
  ...sales,
  ...einvoicing,
  ...tax,
  ...imports,
  ...identity,
  ...administration,
  ...treasury,
};
