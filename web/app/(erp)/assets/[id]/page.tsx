import { AssetDetail } from '@/features/assets/asset-detail.tsx';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <AssetDetail id={(await params).id} />;
}
