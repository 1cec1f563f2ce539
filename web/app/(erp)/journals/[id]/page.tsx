import { JournalEntry } from '@/features/journals/journal-entry.tsx';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <JournalEntry id={id} />;
}
