import { TaxList } from '@/features/taxes/tax-list.tsx';

export default function Page() {
  return <TaxList />;
}
