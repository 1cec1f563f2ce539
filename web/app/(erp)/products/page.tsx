import { ProductList } from '@/features/products/product-list.tsx';

export default function Page() {
  return <ProductList />;
}
