import { present, uuidv7 } from '@atlas/kernel';
import { command } from '@atlas/platform';
import { lockExcepted } from '../contract/closing-events.ts';
import { overrideLock as route } from '../contract/locks.ts';
import { insertException } from './locks.repository.ts';

export const overrideLock = command(route, async (tx, input) => {
  const exception = present(await insertException(tx, { ...input, id: uuidv7() }), 'the exception was just written');
  const { id: exceptionId, area, grantedTo, reason } = exception;
  tx.record({ subjectId: exceptionId, after: exception });
  tx.emit(lockExcepted, { exceptionId, area, grantedTo, reason });
  return exception;
});
