/** Work that no answer waits for. */
export type Background = {
  /** Does it in the background; what fails is told to the operator by its name: more might name a person. */
  add(what: string, work: () => Promise<void>): void;
  /** Resolves when all of it is done. */
  settled(): Promise<void>;
};

export function openBackground(): Background {
  const running = new Set<Promise<void>>();
  return {
    add: (what, work) => {
      const task = work()
        .catch((error: unknown) => process.emitWarning(`${what} (${error instanceof Error ? error.name : 'unknown'})`))
        .finally(() => running.delete(task));
      running.add(task);
    },
    settled: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
