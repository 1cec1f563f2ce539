/** The page of the document that an entry was posted by; null when it was posted by hand. */
export function sourcePath(sourceKind: string, sourceId: string | null): string | null {
  if (sourceId === null) return null;
  if (sourceKind === 'assets.asset') return `/assets/${sourceId}`;
  if (sourceKind === 'payments.payment') return `/payments/${sourceId}`;
  if (sourceKind === 'payments.reminder') return `/reminders/${sourceId}`;
  if (sourceKind === 'purchasing.bill') return `/bills/${sourceId}`;
  if (sourceKind.startsWith('accounting.revaluation')) return `/revaluations/${sourceId}`;
  if (sourceKind === 'assets.deferral') return `/deferrals/${sourceId}`;
  return sourceKind === 'sales.invoice' || sourceKind === 'sales.credit_note' ? `/invoices/${sourceId}` : null;
}
