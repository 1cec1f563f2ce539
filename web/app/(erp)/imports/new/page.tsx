import { NewImport } from '@/features/imports/new-import.tsx';

export default function Page() {
  return <NewImport />;
}
