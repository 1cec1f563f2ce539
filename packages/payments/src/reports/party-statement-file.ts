import { reportHead } from '@atlas/accounting';
import { period } from '@atlas/kernel';
import { loadParty } from '@atlas/parties';
import { found, reportable } from '@atlas/platform';
import { partyStatementFile as spec } from '../contract/reports.ts';
import { partyStatementPaper } from './party-statement-paper.ts';
import { readPartyStatement } from './read-party-statement.ts';

/** The statement of account of a party as a file. */
export const partyStatementFile = reportable({
  spec,
  check: async (tx, terms) => {
    const { startsOn, endsOn } = period(terms.from, terms.to);
    const [party] = await Promise.all([loadParty(tx, terms.partyId), reportHead(tx, terms)]);
    return [found(party, 'party').code, startsOn, endsOn];
  },
  paper: ({ read, language }, terms) =>
    read(async (tx) => {
      const [head, statement] = await Promise.all([reportHead(tx, terms), readPartyStatement.in(tx, terms)]);
      return partyStatementPaper(head, { ...statement, ledger: terms.ledger, knownOn: terms.knownOn }, language);
    }),
});
