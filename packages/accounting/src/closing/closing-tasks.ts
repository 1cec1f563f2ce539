import { present, uuidv7 } from '@atlas/kernel';
import { command, found } from '@atlas/platform';
import { companyOf } from '../company/company-of.ts';
import {
  addClosingTask as addRoute,
  archiveClosingTask as archiveRoute,
  markClosingTask as markRoute,
} from '../contract/closing.ts';
import { loadPeriod } from '../periods/periods.repository.ts';
import { insertTask, loadTask, saveMark, saveTaskArchived, tasksOf } from './closing-tasks.repository.ts';

export const addClosingTask = command(addRoute, async (tx, { title }) => {
  await companyOf(tx);
  const task = { id: uuidv7(), title, doneBy: null, doneAt: null };
  await insertTask(tx, task);
  return task;
});

export const archiveClosingTask = command(archiveRoute, async (tx, { id }) => {
  const task = found(await loadTask(tx, id), 'task');
  await saveTaskArchived(tx, id);
  tx.record({ subjectId: id, before: task });
  return task;
});

export const markClosingTask = command(markRoute, async (tx, { id, taskId, done }) => {
  const [period, task] = await Promise.all([loadPeriod(tx, id), loadTask(tx, taskId)]);
  found(period, 'period');
  found(task, 'task');
  await saveMark(tx, id, taskId, done);
  const after = present(
    (await tasksOf(tx, id)).find((each) => each.id === taskId),
    'the task is on the list',
  );
  tx.record({ subjectId: id, after });
  return after;
});
