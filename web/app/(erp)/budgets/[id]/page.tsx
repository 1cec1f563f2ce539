import { BudgetDetail } from '@/features/budgets/budget-detail.tsx';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <BudgetDetail id={(await params).id} />;
}
