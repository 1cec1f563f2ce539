import { BudgetList } from '@/features/budgets/budget-list.tsx';

export default function Page() {
  return <BudgetList />;
}
