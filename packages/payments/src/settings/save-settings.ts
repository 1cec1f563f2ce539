import { command } from '@atlas/platform';
import { savePaymentSettings as route } from '../contract/settings.ts';
import { loadSettings, saveSettings } from './settings.repository.ts';

export const savePaymentSettings = command(route, async (tx, after) => {
  const before = await loadSettings(tx);
  await saveSettings(tx, after);
  tx.record({ subjectId: tx.ctx.tenantId, before, after });
  return after;
});
