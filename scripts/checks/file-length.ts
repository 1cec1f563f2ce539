import type { Check } from './house.ts';

export const maxFileLines = 300;

/** No source file is longer than 300 lines: a longer one holds more than one concept. */
export const fileLength: Check = {
  name: 'file length',
  run: ({ sources }) =>
    sources.flatMap(({ path, text }) => {
      const lines = text.replace(/\n$/, '').split('\n').length;
      if (lines <= maxFileLines) return [];
      return [
        { file: path, line: maxFileLines + 1, message: `${lines} lines; at most ${maxFileLines}: give each concept a file` },
      ];
    }),
};
