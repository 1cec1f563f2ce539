import { WorkspaceList } from '@/features/platform/workspace-list.tsx';

export default function Page() {
  return <WorkspaceList />;
}
