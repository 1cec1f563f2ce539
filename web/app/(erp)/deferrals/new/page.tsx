import { DeferralForm } from '@/features/deferrals/deferral-form.tsx';

export default function Page() {
  return <DeferralForm />;
}
