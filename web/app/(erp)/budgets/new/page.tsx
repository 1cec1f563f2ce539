import { BudgetForm } from '@/features/budgets/budget-form.tsx';

export default function Page() {
  return <BudgetForm />;
}
