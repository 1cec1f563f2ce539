import { WorkspaceScreen } from '@/features/workspace/workspace-screen.tsx';

export default function Page() {
  return <WorkspaceScreen />;
}
