import { AtlasError } from '@atlas/kernel';

export const draftStatuses = ['draft', 'awaiting_approval', 'rejected', 'posted'] as const;
export type DraftStatus = (typeof draftStatuses)[number];

const takenFrom = {
  edit: ['draft', 'rejected'],
  post: ['draft', 'rejected'],
  submit: ['draft', 'rejected'],
  decide: ['awaiting_approval'],
} as const satisfies Record<string, readonly DraftStatus[]>;

/** @throws AtlasError `accounting.wrong_draft_status` where a journal does not take this step */
export function checkStep(status: DraftStatus, step: keyof typeof takenFrom): void {
  if (!(takenFrom[step] as readonly DraftStatus[]).includes(status))
    throw new AtlasError('accounting.wrong_draft_status', `This journal is ${status.replace('_', ' ')}.`, { status });
}

/** Whether a journal needs somebody else's approval. @param aboveMinor what needs none; null, nothing does */
export const needsApproval = (totalMinor: bigint, aboveMinor: bigint | null): boolean =>
  aboveMinor !== null && totalMinor > aboveMinor;

/**
 * Four eyes: nobody approves what they wrote any of.
 *
 * @throws AtlasError `accounting.own_journal`
 */
export function checkFourEyes(authorIds: readonly string[], actorId: string | null): void {
  if (actorId === null || authorIds.includes(actorId))
    throw new AtlasError('accounting.own_journal', 'Somebody else has to approve what you wrote.');
}
