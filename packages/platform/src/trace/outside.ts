import type { Mailer } from '../mail/mail.ts';
import type { Storage } from '../storage/storage.ts';
import { during, type Span } from './span.ts';

/** A storage whose calls are parts of a span. */
export function storageWithin(span: Span | null | undefined, storage: Storage): Storage {
  if (!span) return storage;
  const part = (name: string) => span.part(`storage.${name}`, 'remote');
  return {
    ...storage,
    put: (...given) => during(part('put'), () => storage.put(...given)),
    open: (...given) => {
      const opened = part('open');
      const content = storage.open(...given);
      if (opened) {
        content.once('error', (error) => opened.fail(error));
        content.once('close', () => opened.end());
      }
      return content;
    },
    remove: (...given) => during(part('remove'), () => storage.remove(...given)),
    incoming: { ...storage.incoming, size: (...given) => during(part('size'), () => storage.incoming.size(...given)) },
  };
}

/** A mailer whose calls to its vendor are parts of a span. */
export const mailerWithin = (span: Span | null | undefined, mailer: Mailer | null): Mailer | null =>
  span && mailer
    ? { ...mailer, send: (...given) => during(span.part('mail.send', 'remote'), () => mailer.send(...given)) }
    : mailer;
