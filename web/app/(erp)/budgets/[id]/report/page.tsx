import { BudgetReport } from '@/features/budgets/budget-report.tsx';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <BudgetReport id={(await params).id} />;
}
