import { ReminderDetail } from '@/features/dunning/reminder-detail.tsx';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <ReminderDetail id={(await params).id} />;
}
