import { ProductDetail } from '@/features/products/product-detail.tsx';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <ProductDetail id={(await params).id} />;
}
