/** The last moment of a day as its instant; null without a day. */
export const endOfDay = (day: string | null): string | null => (day === null || day === '' ? null : `${day}T23:59:59.999Z`);

/** The day of an instant. */
export const dayOf = (instant: string | null): string | null => instant?.slice(0, 10) ?? null;

/** What was typed as a number: null for nothing, and not a number for what is none, which the contract refuses. */
export const numberOf = (text: string): number | null => (text.trim() === '' ? null : Number(text.trim().replace(',', '.')));
