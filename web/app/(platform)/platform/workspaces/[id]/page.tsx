import { WorkspaceConsole } from '@/features/platform/workspace-console.tsx';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <WorkspaceConsole id={(await params).id} />;
}
