const pageSize = 50;
const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** Midnight where the person sits, `days` after the day that was chosen. */
function midnight(day: string, days: number): string | null {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const at = new Date(year, month - 1, date + days);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** What is asked of the API for what the URL says. Whole days, as the person counts them. */
export function auditInput({ action, actorId, subjectId, from, to }: Readonly<Record<string, string>>) {
  const begin = from ? midnight(from, 0) : null;
  const end = to ? midnight(to, 1) : null;
  return {
    limit: pageSize,
    ...(action ? { action } : {}),
    ...(actorId && isUuid(actorId) ? { actorId } : {}),
    ...(subjectId && isUuid(subjectId.trim()) ? { subjectId: subjectId.trim() } : {}),
    ...(begin ? { from: begin } : {}),
    ...(end ? { until: end } : {}),
  };
}
