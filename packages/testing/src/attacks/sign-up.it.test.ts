import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Person, password } from '../api/index.ts';
import { useOwnDatabase } from '../database.ts';
import { openPost, type Post } from '../mail/post.ts';
import { newEmail } from './stand.ts';

useOwnDatabase();

let post: Post;
let people: Person[];
beforeAll(async () => {
  post = await openPost(18);
  people = await Promise.all(Array.from({ length: 4 }, () => post.api.person()));
});
afterAll(() => post.close());

const signUpAs = (email: string, secret = password): Promise<Answer> =>
  post.api.visitor().send('POST', '/api/auth/sign-up/email', { body: { email, password: secret, name: 'Eve', locale: 'de' } });

/** An answer without what is another at each one: the address that was asked for, ids and instants. */
const told = ({ status, headers, text }: Answer, email: string) => ({
  status,
  headers: [...headers.keys()].sort(),
  text: text
    .replaceAll(email, '<email>')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '<id>')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<instant>'),
});

describe('nobody learns who has an account', () => {
  it('from signing up with an address: only its mailbox is told', async () => {
    const [known, unknown] = [people[0]?.email ?? '', newEmail()];
    const [one, other] = [await signUpAs(known), await signUpAs(unknown)];
    expect(told(one, known)).toEqual(told(other, unknown));
    expect(one.status).toBe(200);
    expect((await post.newestTo(known)).subject).toBe('You already have an account');
    expect((await post.newestTo(unknown)).subject).toBe('Bestätigen Sie Ihre E-Mail-Adresse');
    expect(await signUpAs(known.toUpperCase()), 'however it is written').toMatchObject({ status: 200 });
  });

  it('from signing up with an address that nobody has confirmed yet', async () => {
    const [{ email }, unknown] = [await post.newcomer(), newEmail()];
    expect(told(await signUpAs(email), email)).toEqual(told(await signUpAs(unknown), unknown));
    expect((await post.newestTo(email)).subject, 'no link that opens it for the password of another').toBe(
      'You already have an account',
    );
  });

  it('from how long signing up takes', { timeout: 60_000 }, async () => {
    const time = async (email: string): Promise<number> => {
      const start = performance.now();
      // Not the password of everyone, whose hash is known already.
      expect((await signUpAs(email, `${password}, once more`)).status).toBe(200);
      return performance.now() - start;
    };
    const ratios: number[] = [];
    for (let round = 0; round < 3; round++) {
      for (const { email } of people) ratios.push((await time(email)) / (await time(newEmail())));
    }
    const median = ratios.sort((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? 0;
    expect(median).toBeGreaterThan(0.7);
    expect(median).toBeLessThan(1.4);
  });
});
