import { type ByteLimit, type Callable, commandAfter, type Storage } from '@atlas/platform';
import { maxFileBytes, addImportFile as route } from '../contract/imports.ts';
import { addFile } from './add-file.ts';
import type { Catalogue } from './catalogue.ts';
import { inspectFile } from './inspect-file.ts';

const advice = ' Begin an upload of it (POST /v1/imports/{id}/uploads).';

/** What comes through the API itself may have to be smaller than what is sent to the storage. */
const limitOf = ({ mostDirectBytes = maxFileBytes }: Storage): ByteLimit => ({
  bytes: Math.min(mostDirectBytes, maxFileBytes),
  code: 'imports.file_too_large',
  ...(mostDirectBytes < maxFileBytes ? { advice } : {}),
});

/** Takes a file in: stored first, then looked at, then written down with what it probably holds. A file replaces its namesake. */
export const addImportFile = (catalogue: Catalogue): Callable<typeof route> =>
  commandAfter(
    route,
    async (ctx, { content }) => {
      const stored = await ctx.storage.put(ctx.tenantId, content, limitOf(ctx.storage));
      const undo = () => ctx.storage.remove(ctx.tenantId, stored.key);
      try {
        return { fingerprint: stored.sha256, undo, stored, inspection: await inspectFile(ctx, stored) };
      } catch (error) {
        await undo();
        throw error;
      }
    },
    (tx, { id, name }, { stored, inspection }) => addFile(tx, catalogue, id, { name, stored, inspection }),
  );
