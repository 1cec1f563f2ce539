export type Field = { readonly name: string; readonly label: string; readonly required: boolean };

/** Column of each field. */
export type Mapping = Readonly<Record<string, string>>;

/** What a field holds where its cell is empty or it has no column. */
export type Defaults = Readonly<Record<string, string>>;

/** Letters and digits only, in lower case: how headings are compared. */
const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The field that a column becomes, if any. */
export const fieldOf = (mapping: Mapping, column: string): string | null =>
  Object.entries(mapping).find(([, each]) => each === column)?.[0] ?? null;

/** Lets a column become a field, or nothing. A field has one column and a column becomes one field: the last choice wins. */
export function mapColumn(mapping: Mapping, column: string, field: string | null): Mapping {
  const rest = Object.entries(mapping).filter(([name, each]) => each !== column && name !== field);
  return Object.fromEntries(field === null ? rest : [...rest, [field, column]]);
}

/** Required fields with neither a column nor a default. */
export const missingFields = (fields: readonly Field[], mapping: Mapping, defaults: Defaults): Field[] =>
  fields.filter(({ name, required }) => required && mapping[name] === undefined && defaults[name] === undefined);

/** Defaults with another text for one field; without text the field has none. */
export function withDefault(defaults: Defaults, field: string, text: string): Defaults {
  const { [field]: _before, ...rest } = defaults;
  return text.trim() === '' ? rest : { ...rest, [field]: text.trim() };
}

/** Defaults of the fields that another kind has, too. */
export const defaultsFor = (fields: readonly Field[], before: Defaults): Defaults =>
  Object.fromEntries(Object.entries(before).filter(([name]) => fields.some((field) => field.name === name)));

/** What fits by name when a person says that a file holds something else: columns that were mapped keep their field. */
export function mappingFor(fields: readonly Field[], columns: readonly string[], before: Mapping): Mapping {
  const known = new Set(fields.map(({ name }) => name));
  let mapping: Mapping = Object.fromEntries(Object.entries(before).filter(([name]) => known.has(name)));
  for (const { name, label } of fields) {
    const column = columns.find((each) => fieldOf(mapping, each) === null && [plain(name), plain(label)].includes(plain(each)));
    if (mapping[name] === undefined && column !== undefined) mapping = mapColumn(mapping, column, name);
  }
  return mapping;
}
