import { TermsForm } from '@/features/payment-terms/terms-form.tsx';

export default function Page() {
  return <TermsForm />;
}
