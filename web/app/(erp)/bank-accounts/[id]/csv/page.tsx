import { CsvMappingEditor } from '@/features/bank/csv-mapping-editor.tsx';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <CsvMappingEditor id={(await params).id} />;
}
