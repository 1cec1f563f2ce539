/** The name of a file that holds a document, by its number. */
export const fileNameOf = (number: string, ending: string): string => `${number.replaceAll(/[^\w.-]+/g, '-')}${ending}`;
