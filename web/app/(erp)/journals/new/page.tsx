import { JournalCreate } from '@/features/journals/journal-form.tsx';

export default function Page() {
  return <JournalCreate />;
}
