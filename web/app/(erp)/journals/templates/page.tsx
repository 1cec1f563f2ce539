import { TemplateList } from '@/features/journals/template-list.tsx';

export default function Page() {
  return <TemplateList />;
}
