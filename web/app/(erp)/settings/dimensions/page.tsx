import { DimensionsScreen } from '@/features/dimensions/dimensions-screen.tsx';

export default function Page() {
  return <DimensionsScreen />;
}
