import { type importFile, type importKind, mapImportFile } from '@atlas/imports/contract';
import { useState } from 'react';
import type { z } from 'zod';
import { useCommand } from '@/lib/api.ts';
import { type Defaults, defaultsFor, type Mapping, mapColumn, mappingFor, missingFields, withDefault } from './column-mapping.ts';

export type ImportKind = z.output<typeof importKind>;

type Choice = { readonly kind: string | null; readonly mapping: Mapping; readonly defaults: Defaults };

export type FileChoiceProps = {
  importId: string;
  file: z.output<typeof importFile>;
  kinds: readonly ImportKind[];
  /** Hears whether required columns are still to be chosen. */
  onIncomplete: (position: number, incomplete: boolean) => void;
};

/** What was chosen for a file: kept here until it is complete, then saved at once. */
export function useFileChoice({ importId, file, kinds, onIncomplete }: FileChoiceProps) {
  const [draft, setDraft] = useState<Choice | null>(null);
  const save = useCommand(mapImportFile, ['imports.']);
  const choice: Choice = draft ?? { kind: file.kind, mapping: file.mapping, defaults: file.defaults };
  const fieldsOf = (kind: string | null) => kinds.find(({ name }) => name === kind)?.fields ?? [];
  const choose = (next: Choice) => {
    setDraft(next);
    const incomplete = missingFields(fieldsOf(next.kind), next.mapping, next.defaults).length > 0;
    onIncomplete(file.position, incomplete);
    if (!incomplete) save.mutate({ id: importId, position: file.position, ...next });
  };
  const columns = file.columns.map(({ name }) => name);
  return {
    choice,
    fields: fieldsOf(choice.kind),
    error: save.error,
    chooseKind: (kind: string | null) => {
      const fields = fieldsOf(kind);
      choose({ kind, mapping: mappingFor(fields, columns, choice.mapping), defaults: defaultsFor(fields, choice.defaults) });
    },
    chooseField: (column: string, field: string | null) =>
      choose({ ...choice, mapping: mapColumn(choice.mapping, column, field) }),
    chooseDefault: (field: string, text: string) => choose({ ...choice, defaults: withDefault(choice.defaults, field, text) }),
  };
}
