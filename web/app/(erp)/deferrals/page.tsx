import { DeferralList } from '@/features/deferrals/deferral-list.tsx';

export default function Page() {
  return <DeferralList />;
}
