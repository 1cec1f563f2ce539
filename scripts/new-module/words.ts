const shape = /^[a-z]+(-[a-z]+)*$/;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const camel = (kebab: string): string => kebab.replace(/-([a-z])/g, (_dash, letter: string) => letter.toUpperCase());
const spaced = (kebab: string): string => kebab.replaceAll('-', ' ');
const withArticle = (words: string): string => `${/^[aeio]/.test(words) ? 'an' : 'a'} ${words}`;

/** English plurals as far as tables need them. */
export function pluralOf(one: string): string {
  if (/[^aeiou]y$/.test(one)) return `${one.slice(0, -1)}ies`;
  return /(s|x|ch|sh)$/.test(one) ? `${one}es` : `${one}s`;
}

/**
 * @param module one word: `fleets`
 * @param aggregate singular, kebab-case: `leased-car`; left out, the module's name without its plural s
 * @throws Error that says what is wrong with a name
 */
export function wordsOf(module: string, aggregate: string | undefined, at: Date, zod: string) {
  if (!/^[a-z]+$/.test(module)) throw new Error(`A module's name is one lower-case word: "${module}" is not.`);
  const one = aggregate ?? (module.endsWith('s') ? module.slice(0, -1) : undefined);
  if (one === undefined) throw new Error(`Name its first aggregate: npm run new:module ${module} <aggregate>`);
  if (!shape.test(one) || pluralOf(one) === one) throw new Error(`An aggregate is singular and kebab-case: "${one}" is not.`);
  const many = pluralOf(one);
  return {
    module,
    Module: capital(module),
    one: camel(one),
    One: capital(camel(one)),
    one_kebab: one,
    one_snake: one.replaceAll('-', '_'),
    one_words: spaced(one),
    a_one: withArticle(spaced(one)),
    A_one: capital(withArticle(spaced(one))),
    many: camel(many),
    Many: capital(camel(many)),
    many_kebab: many,
    many_snake: many.replaceAll('-', '_'),
    many_words: spaced(many),
    stamp: at.toISOString().replaceAll(/\D/g, '').slice(0, 14),
    zod,
  };
}

/** The names of a module and of its first aggregate in every form that files use. */
export type Words = ReturnType<typeof wordsOf>;

/** Puts the words where a template names them: `create__One__`. */
export const filled = (text: string, words: Words): string =>
  text.replaceAll(
    /__([a-zA-Z]+(?:_[a-z]+)?)__/g,
    (placeholder, name: string) => (words as Readonly<Record<string, string>>)[name] ?? placeholder,
  );
