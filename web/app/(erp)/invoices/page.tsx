import { InvoiceList } from '@/features/invoices/invoice-list.tsx';

export default function Page() {
  return <InvoiceList />;
}
