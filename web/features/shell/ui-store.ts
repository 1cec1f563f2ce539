'use client';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { cookieNames, rememberChoice, type Theme } from '@/lib/preferences.ts';

type UiState = {
  sidebarCollapsed: boolean;
  /** The sidebar over the page, on narrow screens. */
  sidebarOpen: boolean;
  theme: Theme;
  paletteOpen: boolean;
  createOpen: boolean;
  toggleSidebar: () => void;
  setSidebarOpen: (open: boolean) => void;
  setTheme: (theme: Theme) => void;
  setPaletteOpen: (open: boolean) => void;
  setCreateOpen: (open: boolean) => void;
};

/** State of the frame around the pages. */
export const useUi = create<UiState>((set, get) => ({
  sidebarCollapsed: false,
  sidebarOpen: false,
  theme: 'system',
  paletteOpen: false,
  createOpen: false,
  toggleSidebar: () => {
    const sidebarCollapsed = !get().sidebarCollapsed;
    rememberChoice(cookieNames.sidebar, sidebarCollapsed ? 'collapsed' : 'open');
    set({ sidebarCollapsed });
  },
  setSidebarOpen: (sidebarOpen) => set({ sidebarOpen }),
  setTheme: (theme) => {
    rememberChoice(cookieNames.theme, theme);
    document.documentElement.dataset.theme = theme;
    set({ theme });
  },
  setPaletteOpen: (paletteOpen) => set({ paletteOpen }),
  setCreateOpen: (createOpen) => set({ createOpen }),
}));

type ColumnChoices = {
  /** Hidden columns by list. */
  hidden: Readonly<Record<string, readonly string[]>>;
  setHidden: (list: string, columns: readonly string[]) => void;
};

/** Which columns a person does not want to see, remembered on this device. */
export const useColumnChoices = create<ColumnChoices>()(
  persist(
    (set, get) => ({
      hidden: {},
      setHidden: (list, columns) => set({ hidden: { ...get().hidden, [list]: columns } }),
    }),
    { name: 'atlas_columns', skipHydration: true },
  ),
);
