/** Resolves when a GET answers with success; throws when it does not in time. */
export async function untilAnswers(url: string, name: string, timeoutMs = 60_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answered = await fetch(url, { signal: AbortSignal.timeout(2000), redirect: 'manual' }).then(
      ({ status }) => status < 400,
      () => false,
    );
    if (answered) return;
    if (Date.now() > deadline) throw new Error(`${name} did not answer at ${url} in ${timeoutMs / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
