/** A command of a document, in words, and where it begins. */
export type Command = { readonly words: readonly string[]; readonly index: number };

const assignment = /^[A-Z_][A-Z0-9_]*=/;

/** As much of a shell's grammar as documents use: comments, `&&`, `|`, quotes, `$(…)` and lines that go on. */
function commandsOf(line: string, index: number): Command[] {
  // What people fill in, and what another command answers, is a word like any other.
  const inner = [...line.matchAll(/\$\(([^()]*)\)/g)].flatMap((match) => commandsOf(match[1] ?? '', index));
  const flat = line
    .replace(/\$\([^()]*\)/g, '_')
    .replace(/<[^<>\n]+>/g, '_')
    .replace(/'[^']*'|"[^"]*"/g, '_')
    .replace(/(^|\s)#.*$/, '');
  const own = flat.split(/&&|\|\||[|;]/).map((part) => part.split(/\s+/).filter((word) => word !== '' && word !== '\\'));
  const commands = own.map((words) => words.slice(words.findIndex((word) => !assignment.test(word))));
  return [...commands.filter((words) => words.length > 0 && words[0] !== '_').map((words) => ({ words, index })), ...inner];
}

/** The commands in the blocks of a document that are marked as a shell's. */
export function commandsIn(text: string): Command[] {
  return [...text.matchAll(/```(?:sh|bash)\n([\s\S]*?)```/g)].flatMap((block) => {
    const start = block.index + block[0].indexOf('\n') + 1;
    const body = (block[1] ?? '').replaceAll(/\\\n/g, '  ');
    let at = start;
    return body.split('\n').flatMap((line) => {
      const here = at;
      at += line.length + 1;
      return commandsOf(line, here);
    });
  });
}
