import { RunList } from '@/features/dunning/run-list.tsx';

export default function Page() {
  return <RunList />;
}
