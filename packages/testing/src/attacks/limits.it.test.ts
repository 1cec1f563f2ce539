import { uuidv7 } from '@atlas/kernel';
import { lockoutOn, lockoutTerms, openLimiter, openRedis, openTraffic, type Redis, type Rule } from '@atlas/platform';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';

const rule: Rule = { name: 'test', per: 'address', limit: 5, seconds: 600, whenRedisIsAway: 'open', because: '' };

let redis: Redis;

beforeAll(async () => {
  redis = openRedis(`${inject('redisUrl')}/13`);
  await new Promise((resolve) => redis.once('ready', resolve));
});
afterAll(() => redis.disconnect());

/** Far longer than a process takes to tell others what it has counted, because other suites may run beside this one. */
const aMoment = 1500;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('a rule', () => {
  it('lets so many through for all processes together, and tells what is left', async () => {
    const [one, other] = [openLimiter(redis, 1), openLimiter(redis, 1)];
    const key = uuidv7();
    const verdicts = [];
    for (let index = 0; index < 6; index++) verdicts.push(await (index % 2 ? one : other).take(rule, key));
    expect(verdicts.map((verdict) => verdict?.allowed)).toEqual([true, true, true, true, true, false]);
    expect(verdicts.map((verdict) => verdict?.remaining)).toEqual([4, 3, 2, 1, 0, 0]);
    expect((await one.take(rule, uuidv7()))?.allowed, 'someone else').toBe(true);
  });

  it('counts those who come at once, and goes on when Redis has forgotten its scripts', async () => {
    const limiter = openLimiter(redis, 2);
    await limiter.take(rule, uuidv7());
    await redis.script('FLUSH');
    const key = uuidv7();
    const verdicts = await Promise.all(Array.from({ length: 30 }, () => limiter.take(rule, key)));
    expect(verdicts.filter((verdict) => verdict?.allowed)).toHaveLength(10);
  });
});

describe('traffic', () => {
  it('is counted at once in a process, and a moment later in all', async () => {
    const [one, other] = [openTraffic(openLimiter(redis, 1)), openTraffic(openLimiter(redis, 1))];
    const key = uuidv7();
    const here = Array.from({ length: 4 }, () => one.take(rule, key));
    expect(here.map(({ remaining }) => remaining)).toEqual([4, 3, 2, 1]);
    await pause(aMoment);
    other.take(rule, key);
    await pause(aMoment);
    expect([one.take(rule, key).allowed, other.take(rule, key).allowed].sort()).toEqual([false, true]);
    await pause(aMoment);
    expect([one.take(rule, key).allowed, other.take(rule, key).allowed]).toEqual([false, false]);
  });

  it('asks Redis once for many requests of a caller', async () => {
    const traffic = openTraffic(openLimiter(redis, 1000));
    const keys = Array.from({ length: 20 }, () => uuidv7());
    traffic.take(rule, uuidv7());
    await pause(aMoment);
    const asked = vi.spyOn(redis, 'evalsha');
    for (let index = 0; index < 1000; index++) traffic.take(rule, keys[index % keys.length] ?? '');
    await pause(aMoment);
    expect(asked.mock.calls.length).toBeLessThanOrEqual(keys.length);
    asked.mockRestore();
  });
});

describe('an account that is guessed at', () => {
  const { free, freeOfStrangers } = lockoutTerms;
  const ip = () =>
    `2001:db8:${Math.floor(Math.random() * 65_535).toString(16)}:${Math.floor(Math.random() * 65_535).toString(16)}::1`;
  /** Somebody who tries to get into an account that nobody else has tried. */
  const someone = (known: string | null = null) => ({ email: `${uuidv7()}@example.com`, ip: ip(), known });

  it.each([
    ['a network', null],
    ['a known device', 'device'],
  ])('waits after five failures of %s, twice as long after each, at most a quarter of an hour', async (_who, known) => {
    const lockout = lockoutOn(redis);
    const attempt = someone(known);
    const waits: number[] = [];
    for (let tries = 1; tries <= free + 12; tries++) {
      const waitMs = await lockout.begin(attempt);
      if (tries > free) {
        expect(waitMs).toBeGreaterThan(0);
        waits.push(Math.ceil(waitMs / 1000));
        await expireWaits();
        expect(await lockout.begin(attempt)).toBe(0);
      } else expect(waitMs).toBe(0);
      await lockout.end(attempt, 'failed');
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
  });

  it('counts attempts that come at once before the first has failed', async () => {
    const lockout = lockoutOn(redis);
    const attempt = someone();
    const waits = await Promise.all(Array.from({ length: 50 }, () => lockout.begin(attempt)));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(free);
  });

  it('waits for strangers from everywhere once they have failed a hundred times together, and not for who is known', async () => {
    const lockout = lockoutOn(redis);
    const { email } = someone();
    for (let tries = 1; tries <= freeOfStrangers; tries++) {
      const stranger = { email, ip: ip(), known: null };
      expect(await lockout.begin(stranger)).toBe(0);
      await lockout.end(stranger, 'failed');
    }
    expect(await lockout.begin({ email, ip: ip(), known: null })).toBeGreaterThan(0);
    expect(await lockout.begin({ email, ip: ip(), known: 'device' })).toBe(0);
  });

  it('is free again once its person signs in, and is the same in every spelling', async () => {
    const lockout = lockoutOn(redis);
    const attempt = someone();
    for (let tries = 1; tries < free; tries++) {
      await lockout.begin(attempt);
      await lockout.end(attempt, 'failed');
    }
    expect(await lockout.failuresOf(` ${attempt.email.toUpperCase()}`, ip())).toBe(free - 1);
    expect(await lockout.failuresOf('someone.else@example.com', attempt.ip), 'from the same address').toBe(free - 1);
    await lockout.begin(attempt);
    await lockout.end(attempt, 'succeeded');
    expect(await lockout.failuresOf(attempt.email, ip())).toBe(0);
    for (let tries = 1; tries <= free; tries++) expect(await lockout.begin(attempt)).toBe(0);
  });

  it('does not count what says nothing of the password', async () => {
    const lockout = lockoutOn(redis);
    const attempt = someone();
    for (let tries = 1; tries <= 2 * free; tries++) {
      expect(await lockout.begin(attempt)).toBe(0);
      await lockout.end(attempt, 'undecided');
    }
  });
});

/** Lets every wait pass. */
async function expireWaits(): Promise<void> {
  for (const key of await redis.keys('atlas:lockout:account:*')) await redis.hdel(key, 'until');
}
