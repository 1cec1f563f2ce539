import { YearClosing } from '@/features/closing/year-closing.tsx';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <YearClosing id={id} />;
}
