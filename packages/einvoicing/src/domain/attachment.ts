import { attribute, type Binding, field, group } from './binding.ts';
import type { Attachment } from './e-invoice.ts';

const content: Binding<string | null> = {
  read: ({ text }) => text || null,
  write: (value, into) => {
    into.text = value ?? '';
  },
};

/** BT-125: what UBL and CII say of a file in the same words. */
export const attachment: Binding<Attachment> = group<Attachment>([
  field('content', content),
  field('mimeCode', attribute('', 'mimeCode')),
  field('fileName', attribute('', 'filename')),
]);
