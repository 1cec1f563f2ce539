const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until a file is written, looking a little less often each time. */
export async function untilWritten<F extends { readonly status: string }>(
  file: F,
  look: () => Promise<F>,
  onLook: (file: F) => void = () => undefined,
): Promise<F> {
  let current = file;
  for (let ms = 150; current.status === 'queued'; ms = Math.min(ms * 1.5, 2000)) {
    await pause(ms);
    current = await look();
    onLook(current);
  }
  return current;
}
