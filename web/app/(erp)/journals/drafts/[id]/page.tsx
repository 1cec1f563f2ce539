import { DraftScreen } from '@/features/journals/draft-screen.tsx';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <DraftScreen id={(await params).id} />;
}
