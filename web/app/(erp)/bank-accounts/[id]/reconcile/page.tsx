import { ReconcileScreen } from '@/features/bank/reconcile-screen.tsx';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <ReconcileScreen id={(await params).id} />;
}
