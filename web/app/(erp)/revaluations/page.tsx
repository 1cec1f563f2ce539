import { RevaluationList } from '@/features/currencies/revaluation-list.tsx';

export default function Page() {
  return <RevaluationList />;
}
