import { addDays, type BusinessDate } from '@atlas/kernel';
import { type Month, workdayFrom } from './calendar.ts';
import { wholeCents } from './cents.ts';
import type { Random } from './random.ts';

/** Account code and cents: positive is a debit. */
export type Posting = readonly [account: string, cents: number];
export type Journal = { readonly date: BusinessDate; readonly description: string; readonly postings: readonly Posting[] };

/** What a month's trade came to, in cents. */
export type Turnover = {
  readonly goodsCents: number;
  readonly costCents: number;
  readonly grossCents: number;
  readonly taxCents: number;
  /** What was claimed on the month's bills. */
  readonly claimedCents: number;
};

const rent = 385_000;
const payrollStart = 1_490_000;
const payrollGrowth = 0.006;
const payrollTaxShare = 0.31;
const standardTax = 0.21;

/** Paid from the bank, with the tax that we get back. */
const taxed = (account: string, netCents: number): Posting[] => {
  const tax = wholeCents(netCents * standardTax);
  return [
    [account, netCents],
    ['1300', tax],
    ['1020', -netCents - tax],
  ];
};

/** The first day: capital, a loan, equipment and the first stock. */
export function openingJournals(date: BusinessDate): Journal[] {
  return [
    {
      date,
      description: 'Capital paid in',
      postings: [
        ['1020', 15_000_000],
        ['3010', -15_000_000],
      ],
    },
    {
      date,
      description: 'Loan from the bank',
      postings: [
        ['1020', 8_000_000],
        ['2710', -8_000_000],
      ],
    },
    { date, description: 'Warehouse racks and vans', postings: taxed('1510', 4_200_000) },
    { date, description: 'First stock', postings: taxed('1200', 5_500_000) },
  ];
}

function people(month: Month, random: Random): Journal[] {
  const gross = wholeCents(payrollStart * (1 + payrollGrowth * month.index) + random.whole(-20_000, 20_000));
  const tax = wholeCents(gross * payrollTaxShare);
  const paidOn = workdayFrom(addDays(month.startsOn, 24));
  return [
    {
      date: paidOn,
      description: 'Salaries',
      postings: [
        ['6010', gross],
        ['2300', -tax],
        ['1020', tax - gross],
      ],
    },
    {
      date: addDays(paidOn, 1),
      description: 'Payroll tax and social security',
      postings: [
        ['2300', tax],
        ['1020', -tax],
      ],
    },
  ];
}

function overheads(month: Month, random: Random): Journal[] {
  const calendarMonth = Number(month.startsOn.slice(5, 7));
  const cold = [1, 2, 3, 11, 12].includes(calendarMonth);
  const on = (day: number) => workdayFrom(addDays(month.startsOn, day - 1));
  const journals: Journal[] = [
    { date: on(1), description: 'Rent of warehouse and shop', postings: taxed('6020', rent) },
    {
      date: on(12),
      description: calendarMonth >= 10 ? 'Holiday campaign' : 'Advertising',
      postings: taxed('6050', random.whole(90_000, 190_000) * (calendarMonth >= 10 ? 2 : 1)),
    },
    {
      date: on(17),
      description: 'Electricity and heating',
      postings: taxed('6030', random.whole(42_000, 58_000) * (cold ? 2 : 1)),
    },
    { date: on(20), description: 'Office supplies', postings: taxed('6040', random.whole(9000, 38_000)) },
    {
      date: on(28),
      description: 'Bank charges',
      postings: [
        ['6100', 4850],
        ['1020', -4850],
      ],
    },
  ];
  if (calendarMonth % 3 === 1)
    journals.push({
      date: on(5),
      description: 'Insurance',
      postings: [
        ['6070', 96_000],
        ['1020', -96_000],
      ],
    });
  if (calendarMonth % 3 === 2)
    journals.push({ date: on(9), description: 'Trade fair', postings: taxed('6060', random.whole(80_000, 240_000)) });
  if (calendarMonth === 4) journals.push({ date: on(22), description: 'Auditor', postings: taxed('6080', 480_000) });
  return journals;
}

/** What was sold is taken from stock and brought to its buyers. */
function goods(month: Month, { costCents, goodsCents }: Turnover): Journal[] {
  return [
    {
      date: month.endsOn,
      description: 'Cost of goods sold',
      postings: [
        ['5010', costCents],
        ['1200', -costCents],
      ],
    },
    { date: month.endsOn, description: 'Carriers', postings: taxed('5020', wholeCents(goodsCents * 0.021)) },
  ];
}

/** What customers paid, not yet matched with their invoices. */
function receipts(month: Month, random: Random, { grossCents }: Turnover): Journal[] {
  const received = wholeCents(grossCents * (0.9 + random.share() / 20));
  const first = wholeCents(received * 0.45);
  const arrive = (days: number, cents: number): Journal => ({
    date: workdayFrom(addDays(month.endsOn, days)),
    description: 'Received from customers, to be matched',
    postings: [
      ['1020', cents],
      ['2500', -cents],
    ],
  });
  return [arrive(12, first), arrive(27, received - first)];
}

/** The tax return of a month: what its invoices owe less what its purchases paid. */
function taxReturn(month: Month, journals: readonly Journal[], { taxCents, claimedCents }: Turnover): Journal {
  const paid = journals
    .flatMap(({ postings }) => postings)
    .reduce((sum, [account, cents]) => sum + (account === '1300' ? cents : 0), claimedCents);
  const postings: Posting[] = [
    ['2200', taxCents],
    ['1300', -paid],
    ['1020', paid - taxCents],
  ];
  const date = workdayFrom(addDays(month.endsOn, 20));
  return { date, description: 'Tax return', postings: postings.filter(([, cents]) => cents !== 0) };
}

/** Everything of a month that is neither an invoice nor a bill. Some of it happens in the months after. */
export function journalsOf(random: Random, month: Month, turnover: Turnover): Journal[] {
  const running = [
    ...people(month, random),
    ...overheads(month, random),
    ...(turnover.costCents > 0 ? goods(month, turnover) : []),
  ];
  if (!month.whole) return running;
  const worn: Posting[] = [
    ['6090', 70_000],
    ['1590', -70_000],
  ];
  return [
    ...running,
    ...receipts(month, random, turnover),
    taxReturn(month, running, turnover),
    { date: month.endsOn, description: 'Depreciation', postings: worn },
  ];
}
