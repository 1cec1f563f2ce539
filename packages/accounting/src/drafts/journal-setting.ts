import { moneyJson, moneyOf } from '@atlas/kernel';
import { command, query, sameVersion } from '@atlas/platform';
import { lockBooks } from '../company/company.repository.ts';
import { companyOf } from '../company/company-of.ts';
import { getJournalSetting as getRoute, updateJournalSetting as updateRoute } from '../contract/journal-settings.ts';
import { loadJournalSetting, saveJournalSetting } from './settings.repository.ts';

const view = (minor: bigint | null, version: number, currency: string) => ({
  approvalAbove: minor === null ? null : moneyJson(minor, currency),
  version,
});

export const getJournalSetting = query(getRoute, async (tx) => {
  const [{ baseCurrency }, { approvalAboveMinor, version }] = await Promise.all([companyOf(tx), loadJournalSetting(tx)]);
  return view(approvalAboveMinor, version, baseCurrency);
});

export const updateJournalSetting = command(updateRoute, async (tx, { approvalAbove, version }) => {
  await lockBooks(tx);
  const [{ baseCurrency }, before] = await Promise.all([companyOf(tx), loadJournalSetting(tx)]);
  sameVersion(before.version, version);
  const minor = approvalAbove === null ? null : moneyOf(approvalAbove, baseCurrency).minor;
  await saveJournalSetting(tx, { approvalAboveMinor: minor, version: version + 1 });
  const after = view(minor, version + 1, baseCurrency);
  tx.record({ subjectId: null, before: view(before.approvalAboveMinor, version, baseCurrency), after });
  return after;
});
