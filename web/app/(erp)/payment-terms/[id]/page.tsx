import { TermsEdit } from '@/features/payment-terms/terms-form.tsx';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <TermsEdit id={(await params).id} />;
}
