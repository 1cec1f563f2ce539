'use client';
import { addClosingTask, archiveClosingTask, type closingTask, markClosingTask } from '@atlas/accounting/contract';
import { Button, Card, Checkbox, Field, Input } from '@atlas/ui';
import { Trash2 } from 'lucide-react';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { useAction } from '@/lib/action.ts';
import { useCommand } from '@/lib/api.ts';
import { useForm } from '@/lib/form.ts';
import { useFormats } from '@/lib/format.tsx';
import { OwnerName } from '../owners/owner-name.tsx';
import { useMay } from '../session/may.ts';

type Task = z.output<typeof closingTask>;
type Props = { periodId: string; tasks: readonly Task[] };

/** What is done by hand in a period, and when it was. */
export function TaskList({ periodId, tasks }: Props) {
  const t = useTranslations('closing');
  const may = useMay();
  return (
    <Card className="flex flex-col gap-2 p-3" aria-label={t('tasks')}>
      <h2 className="font-semibold">{t('tasks')}</h2>
      {tasks.length === 0 ? <p className="text-ink-muted">{t('noTasks')}</p> : null}
      <ul>
        {tasks.map((task) => (
          <TaskRow key={task.id} periodId={periodId} task={task} />
        ))}
      </ul>
      {may(addClosingTask) ? <NewTask /> : null}
    </Card>
  );
}

function TaskRow({ periodId, task }: { periodId: string; task: Task }) {
  const t = useTranslations('closing');
  const may = useMay();
  const { instant } = useFormats();
  const action = useAction({ told: true });
  const mark = useCommand(markClosingTask, ['accounting.closing']);
  const archive = useCommand(archiveClosingTask, ['accounting.closing']);
  const id = useId();
  const done = task.doneAt !== null;
  return (
    <li className="flex min-h-9 items-center gap-2 border-t first:border-t-0">
      <Checkbox
        id={id}
        checked={done}
        disabled={!may(markClosingTask) || action.busy}
        onChange={() => void action.run(() => mark.mutateAsync({ id: periodId, taskId: task.id, done: !done }))}
      />
      <label htmlFor={id} className="flex-1">
        {task.title}
      </label>
      {task.doneAt ? (
        <span className="text-ink-muted text-xs">
          <OwnerName id={task.doneBy} />, {instant(task.doneAt)}
        </span>
      ) : null}
      {may(archiveClosingTask) ? (
        <Button
          look="quiet"
          size="icon"
          aria-label={t('archive', { title: task.title })}
          onClick={() => void action.run(() => archive.mutateAsync({ id: task.id }))}
        >
          <Trash2 aria-hidden />
        </Button>
      ) : null}
    </li>
  );
}

function NewTask() {
  const t = useTranslations('closing');
  const add = useCommand(addClosingTask, ['accounting.closing']);
  const form = useForm(addClosingTask.input, { title: '' });
  const submit = form.onSubmit(async (input) => {
    await add.mutateAsync(input);
    form.reset({ title: '' });
  });
  return (
    <form onSubmit={submit} className="flex items-end gap-2" noValidate>
      <Field label={t('newTask')} error={form.error('/title')} className="flex-1">
        {(control) => <Input {...control} {...form.text('title')} maxLength={200} />}
      </Field>
      <Button type="submit" busy={form.busy}>
        {t('addTask')}
      </Button>
    </form>
  );
}
