/** Something that the audit trail can be narrowed to. */
export type Found = { readonly filter: 'action' | 'actorId' | 'subjectId'; readonly value: string; readonly label: string };

const shown = 20;

/** Whether a text is the id of a record. */
export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** Those in whose name or words every typed word stands, as they come. */
export function findIn(all: readonly Found[], text: string): readonly Found[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return all
    .filter(({ label, value }) => words.every((word) => `${label} ${value}`.toLowerCase().includes(word)))
    .slice(0, shown);
}
