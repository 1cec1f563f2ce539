import { AssetRegister } from '@/features/assets/asset-register.tsx';

export default function Page() {
  return <AssetRegister />;
}
