import { found, query } from '@atlas/platform';
import {
  getDunningRun as getRoute,
  listDunningRuns as listRoute,
  listDunningProposals as proposalsRoute,
} from '../contract/dunning-runs.ts';
import { pageOfProposals } from './list-proposals.repository.ts';
import { loadRun, pageOfRuns } from './runs.repository.ts';

export const getDunningRun = query(getRoute, async (tx, { id }) => found(await loadRun(tx, id), 'run'));

export const listDunningRuns = query(listRoute, pageOfRuns);

export const listDunningProposals = query(proposalsRoute, pageOfProposals);
