import type { Config } from '../config.ts';
import { connectDaemon } from './daemon.ts';
import { segmentOf } from './segment.ts';
import { type EndedSpan, type Origin, Span, type SpanStart } from './span.ts';

/** Begins spans. Only where there is a daemon that takes them: elsewhere nobody has one, and nothing is recorded. */
export type Tracer = {
  /** Work that came from outside. @param decided whether it is recorded, where somebody has said so before */
  begin(start: SpanStart, decided: boolean | undefined): Span | null;
  /** Work that follows from a span of ours. */
  goOn(start: SpanStart): Span;
  /** Work that somebody else has measured, such as a browser. */
  tell(ended: EndedSpan): void;
};

type TracerConfig = Pick<Config, 'AWS_XRAY_DAEMON_ADDRESS' | 'TRACE_RATE' | 'STAGE' | 'RELEASE'>;

/** Meets the daemon that AWS runs beside a function, and we beside a worker; null where there is none. */
export async function openTracer(config: TracerConfig): Promise<Tracer | null> {
  const { AWS_XRAY_DAEMON_ADDRESS: address, TRACE_RATE: rate, STAGE: stage, RELEASE: release } = config;
  if (address === undefined) return null;
  const send = await connectDaemon(address);
  const origin: Origin = { ...(stage !== undefined && { stage }), ...(release !== undefined && { release }) };
  const told = (ended: EndedSpan): void => send(segmentOf(ended, origin));
  const goOn = (start: SpanStart): Span => new Span(start, told);
  return { goOn, tell: told, begin: (start, decided) => ((decided ?? Math.random() < rate) ? goOn(start) : null) };
}
