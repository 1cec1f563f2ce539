import { PeriodClosing } from '@/features/closing/period-closing.tsx';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <PeriodClosing id={id} />;
}
