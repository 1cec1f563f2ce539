import { DraftList } from '@/features/journals/draft-list.tsx';

export default function Page() {
  return <DraftList waiting />;
}
