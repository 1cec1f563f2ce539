import { ProductEdit } from '@/features/products/product-form.tsx';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <ProductEdit id={(await params).id} />;
}
