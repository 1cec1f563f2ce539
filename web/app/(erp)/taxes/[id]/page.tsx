import { TaxEdit } from '@/features/taxes/tax-form.tsx';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <TaxEdit id={(await params).id} />;
}
