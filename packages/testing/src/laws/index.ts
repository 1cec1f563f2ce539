import { changesNothing, ignoresUnknownFields, keepsItsContract, refusesOutdatedVersions } from './answers.ts';
import { refusesForeignIds, showsOnlyItsOwn } from './isolation.ts';
import { hidesWhatIsMasked, keepsWhatIsMasked } from './masks.ts';
import { survivesNonsense } from './nonsense.ts';
import { pagesToItsEnd } from './pages.ts';
import { needsItsPermission } from './permission.ts';
import { reachesOwnOnly } from './reach.ts';
import { happensOncePerKey } from './replay.ts';
import type { Law } from './scenario.ts';
import { isAudited, tellsDeclaredEvents } from './traces.ts';

/** What holds for every operation of Atlas, whoever wrote it. */
export const laws: readonly Law[] = [
  needsItsPermission,
  refusesForeignIds,
  showsOnlyItsOwn,
  happensOncePerKey,
  reachesOwnOnly,
  hidesWhatIsMasked,
  keepsWhatIsMasked,
  isAudited,
  tellsDeclaredEvents,
  keepsItsContract,
  ignoresUnknownFields,
  changesNothing,
  pagesToItsEnd,
  refusesOutdatedVersions,
  survivesNonsense,
];
