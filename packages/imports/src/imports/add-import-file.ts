import { AtlasError } from '@atlas/kernel';
import { type Callable, commandAfter, found } from '@atlas/platform';
import { maxFileBytes, addImportFile as route } from '../contract/imports.ts';
import { detectDateOrder, detectDecimalMark } from '../domain/detect-types.ts';
import { afterStep } from '../domain/import-state.ts';
import { presetFor } from '../domain/presets.ts';
import { suggestKind } from '../domain/suggest-mapping.ts';
import type { Catalogue } from './catalogue.ts';
import { loadImport, saveFile, saveImport } from './imports.repository.ts';
import { type Inspection, inspectFile } from './inspect-file.ts';

const maxFiles = 50;

const valuesOf = (inspection: Inspection, type: 'decimal' | 'date'): string[] =>
  inspection.columns.flatMap((column, index) => (column.type === type ? inspection.sample.map((row) => row[index] ?? '') : []));

/** Takes a file in: stored first, then looked at, then written down with what it probably holds. A file replaces its namesake. */
export const addImportFile = (catalogue: Catalogue): Callable<typeof route> =>
  commandAfter(
    route,
    async (ctx, { content }) => {
      const stored = await ctx.storage.put(ctx.tenantId, content, { bytes: maxFileBytes, code: 'imports.file_too_large' });
      const undo = () => ctx.storage.remove(ctx.tenantId, stored.key);
      try {
        return { fingerprint: stored.sha256, undo, stored, inspection: await inspectFile(ctx, stored) };
      } catch (error) {
        await undo();
        throw error;
      }
    },
    async (tx, { id, name }, { stored, inspection }) => {
      const { head, files } = found(await loadImport(tx, id, true), 'import');
      const status = afterStep(head.status, 'edit');
      const replaced = files.find((each) => each.name === name);
      if (!replaced && files.length >= maxFiles)
        throw new AtlasError('imports.too_many_files', `An import takes ${maxFiles} files.`);
      const headings = inspection.columns.map((column) => column.name);
      const known = presetFor(headings);
      const suggestion = known?.suggestion ?? suggestKind(catalogue.kinds, name, headings);
      const file = {
        position: replaced?.position ?? (files.at(-1)?.position ?? 0) + 1,
        name,
        byteCount: stored.byteCount,
        ...inspection,
        kind: suggestion?.kind ?? null,
        mapping: { ...suggestion?.mapping },
        defaults: { ...suggestion?.defaults },
      };
      await saveFile(tx, id, { ...file, sha256: stored.sha256, storageKey: stored.key });
      const decimals = valuesOf(inspection, 'decimal');
      const dates = valuesOf(inspection, 'date');
      await saveImport(tx, id, {
        status,
        ...(known ? { preset: known.preset } : {}),
        ...(decimals.length > 0 && detectDecimalMark(decimals) === 'comma' ? { decimalMark: 'comma' } : {}),
        ...(dates.length > 0 && detectDateOrder(dates) !== 'ymd' ? { dateOrder: detectDateOrder(dates) } : {}),
      });
      tx.record({ subjectId: id, after: { ...file, sample: undefined, sha256: stored.sha256 } });
      return { ...file, rowCount: null };
    },
  );
