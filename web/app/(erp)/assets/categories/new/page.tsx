import { CategoryForm } from '@/features/assets/category-form.tsx';

export default function Page() {
  return <CategoryForm />;
}
