import { JournalList } from '@/features/journals/journal-list.tsx';

export default function Page() {
  return <JournalList />;
}
