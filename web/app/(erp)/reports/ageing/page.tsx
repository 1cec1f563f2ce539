import { AgeingReport } from '@/features/payments/ageing-report.tsx';

export default function Page() {
  return <AgeingReport />;
}
