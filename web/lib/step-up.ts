'use client';
import { ProblemError } from '@atlas/sdk';
import { create } from 'zustand';

/** Who waits for a person to prove who they are; null while nobody does. */
export const useProof = create<{ answer: ((proved: boolean) => void) | null }>(() => ({ answer: null }));

const codes: readonly string[] = ['step_up_required', 'auth.step_up_required', 'auth.session_not_fresh'];

/** Whether this was refused because the last proof of who one is lies too far back. */
export const needsProof = (error: unknown): boolean => error instanceof ProblemError && codes.includes(error.code);

/** Asks the person to prove who they are. False when they would rather not. */
export function askToProve(): Promise<boolean> {
  useProof.getState().answer?.(false);
  return new Promise((resolve) => {
    useProof.setState({
      answer: (proved) => {
        useProof.setState({ answer: null });
        resolve(proved);
      },
    });
  });
}

/** Does something that may ask for a fresh proof of who one is, and does it again once the proof was given. */
export async function withProof<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (!needsProof(error) || !(await askToProve())) throw error;
    return action();
  }
}
