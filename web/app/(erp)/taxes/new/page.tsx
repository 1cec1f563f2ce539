import { TaxForm } from '@/features/taxes/tax-form.tsx';

export default function Page() {
  return <TaxForm />;
}
