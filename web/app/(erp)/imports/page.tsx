import { ImportList } from '@/features/imports/import-list.tsx';

export default function Page() {
  return <ImportList />;
}
