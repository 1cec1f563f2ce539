import { InvoiceDetail } from '@/features/invoices/invoice-detail.tsx';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <InvoiceDetail id={(await params).id} />;
}
