import { RulesScreen } from '@/features/bank-rules/rules-screen.tsx';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <RulesScreen id={(await params).id} />;
}
