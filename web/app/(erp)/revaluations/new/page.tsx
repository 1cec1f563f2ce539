import { RevaluationForm } from '@/features/currencies/revaluation-form.tsx';

export default function Page() {
  return <RevaluationForm />;
}
