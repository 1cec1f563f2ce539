import { AtlasError } from '@atlas/kernel';
import { readInvoice } from '../domain/syntaxes.ts';
import { parseXml } from './parse-xml.ts';

/** The invoice in the text of a document. @throws AtlasError `einvoicing.malformed_xml`, `einvoicing.unknown_document` */
export function readDocument(xml: string): NonNullable<ReturnType<typeof readInvoice>> {
  const found = readInvoice(parseXml(xml));
  if (found) return found;
  throw new AtlasError(
    'einvoicing.unknown_document',
    'The document is neither a UBL invoice or credit note nor a UN/CEFACT cross-industry invoice.',
  );
}

/** What an electronic invoice says, whichever syntax it is in. @throws AtlasError as {@link readDocument} */
export const readEInvoice = (xml: string) => readDocument(xml).invoice;
