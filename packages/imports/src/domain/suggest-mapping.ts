/** What a kind of record asks of a file, as far as a suggestion needs it. */
export type KindShape = {
  readonly name: string;
  readonly label: string;
  readonly fields: Readonly<
    Record<string, { readonly label: string; readonly required?: boolean; readonly aliases?: readonly string[] }>
  >;
};

export type Mapping = Readonly<Record<string, string>>;
/** What a field holds where its cell is empty or it has no column. */
export type Defaults = Readonly<Record<string, string>>;
export type Suggestion = { readonly kind: string; readonly mapping: Mapping; readonly defaults?: Defaults };

/** Letters and digits only, in lower case: how headings are compared. */
const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The column of each field whose heading fits: by name first, then by alias, in the order of the aliases. */
export function suggestMapping(kind: KindShape, headings: readonly string[]): Mapping {
  const byPlain = new Map(headings.map((heading) => [plain(heading), heading]));
  const taken = new Set<string>();
  const mapping: Record<string, string> = {};
  const wanted = Object.entries(kind.fields).map(
    ([field, { label, aliases = [] }]) => [field, [field, label, ...aliases].map(plain)] as const,
  );
  for (const [field, names] of wanted) {
    const heading = names.map((name) => byPlain.get(name)).find((each) => each !== undefined && !taken.has(each));
    if (heading === undefined) continue;
    mapping[field] = heading;
    taken.add(heading);
  }
  return mapping;
}

/** Required fields that have neither a column nor a default. */
export const missingFields = (kind: KindShape, mapping: Mapping, defaults: Defaults = {}): string[] =>
  Object.entries(kind.fields)
    .filter(([field, { required }]) => required === true && mapping[field] === undefined && defaults[field] === undefined)
    .map(([, { label }]) => label);

/**
 * The kind of record that a file most likely holds, with its mapping: all required fields must have a column; then the
 * most columns used wins, then a kind whose label is in the file's name.
 */
export function suggestKind(kinds: readonly KindShape[], fileName: string, headings: readonly string[]): Suggestion | null {
  const named = (kind: KindShape): number => (plain(fileName).includes(plain(kind.label)) ? 1 : 0);
  const candidates = kinds
    .map((kind) => ({ kind, mapping: suggestMapping(kind, headings) }))
    .filter(({ kind, mapping }) => missingFields(kind, mapping).length === 0)
    .map((each) => ({ ...each, score: Object.keys(each.mapping).length * 2 + named(each.kind) }))
    .sort((a, b) => b.score - a.score);
  const [best] = candidates;
  return best ? { kind: best.kind.name, mapping: best.mapping } : null;
}
