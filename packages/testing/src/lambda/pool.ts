import { type FunctionSpec, Instance, type Invocation } from './instance.ts';

/** A function that gets as many instances as it has events at a time, up to its limit. */
export type FunctionPool = {
  invoke(event: unknown): Promise<Invocation>;
  /** The instances that live now. */
  instances(): readonly Instance[];
  close(): Promise<void>;
};

/** @param most reserved concurrency: what comes beyond waits, where AWS would answer 429 */
export function openPool(spec: FunctionSpec, most: number): FunctionPool {
  const idle: Instance[] = [];
  const busy = new Set<Instance>();
  const waiting: (() => void)[] = [];
  let starting = 0;

  const take = async (): Promise<Instance> => {
    for (;;) {
      const instance = idle.pop();
      if (instance && !instance.isDead) return instance;
      if (busy.size + starting < most) {
        starting += 1;
        try {
          return await Instance.start(spec);
        } finally {
          starting -= 1;
        }
      }
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
  };

  return {
    invoke: async (event) => {
      const instance = await take();
      busy.add(instance);
      try {
        return await instance.invoke(event);
      } finally {
        busy.delete(instance);
        if (!instance.isDead) idle.push(instance);
        waiting.shift()?.();
      }
    },
    instances: () => [...idle, ...busy].filter(({ isDead }) => !isDead),
    close: async () => {
      await Promise.all([...idle, ...busy].map((instance) => instance.kill()));
    },
  };
}
