/** As much of a word as fits; one letter at least. */
function headOf(word: string, width: number, widthOf: (text: string) => number): string {
  let [fits, over] = [1, word.length];
  while (over - fits > 1) {
    const middle = (fits + over) >> 1;
    if (widthOf(word.slice(0, middle)) <= width) fits = middle;
    else over = middle;
  }
  return word.slice(0, fits);
}

/** A text in lines that are no wider than asked: broken at blanks and where it says so, and inside of a word that is wider by itself. */
export function wrapped(text: string, width: number, widthOf: (text: string) => number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (widthOf(longer) <= width) {
        line = longer;
        continue;
      }
      if (line !== '') lines.push(line);
      line = word;
      while (line.length > 1 && widthOf(line) > width) {
        const head = headOf(line, width, widthOf);
        lines.push(head);
        line = line.slice(head.length);
      }
    }
    return [...lines, line];
  });
}
