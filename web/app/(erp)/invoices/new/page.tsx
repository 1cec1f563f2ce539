import { InvoiceCreate } from '@/features/invoices/invoice-form.tsx';

export default function Page() {
  return <InvoiceCreate />;
}
