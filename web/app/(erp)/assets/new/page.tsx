import { AssetForm } from '@/features/assets/asset-form.tsx';

export default function Page() {
  return <AssetForm />;
}
