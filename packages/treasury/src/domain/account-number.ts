/** An account number as it is compared: without blanks and marks, in capitals. */
export const bareNumber = (number: string): string => number.toUpperCase().replace(/[^A-Z0-9]/g, '');

const significant = (number: string): string => number.replace(/^0+/, '');

/** Fewer characters than this may be the end of anybody's number. */
const fewest = 6;

/** A file may write an account without its country and bank, with its currency, or behind the number of its bank. */
function isEnd(own: string, stated: string): boolean {
  const end = significant(stated);
  return end.length >= fewest && (own.endsWith(end) || (significant(own).length >= fewest && stated.endsWith(significant(own))));
}

/** Whether what a file calls its account is one of these numbers. A file that names none is taken at its sender's word. */
export function isSameAccount(numbers: readonly string[], stated: string | null): boolean {
  if (stated === null) return true;
  const parts = [stated, ...stated.split(/[/\s]+/)].map(bareNumber);
  const written = parts.flatMap((part) => [part, part.replace(/(?<=\d)[A-Z]{3}$/, '')]);
  return numbers.map(bareNumber).some((own) => written.some((each) => each === own || isEnd(own, each)));
}
