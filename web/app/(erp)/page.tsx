import { Dashboard } from '@/features/dashboard/dashboard.tsx';

export default function Page() {
  return <Dashboard />;
}
