import { InvoiceEdit } from '@/features/invoices/invoice-form.tsx';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <InvoiceEdit id={(await params).id} />;
}
