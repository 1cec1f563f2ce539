import { ProductForm } from '@/features/products/product-form.tsx';

export default function Page() {
  return <ProductForm />;
}
