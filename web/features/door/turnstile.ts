'use client';

export type Turnstile = {
  render(
    element: HTMLElement,
    options: {
      sitekey: string;
      action: string;
      language: string;
      theme: 'light' | 'dark' | 'auto';
      callback: (token: string) => void;
      'expired-callback': () => void;
      'error-callback': () => void;
    },
  ): string;
  reset(widget: string): void;
  remove(widget: string): void;
};

declare global {
  interface Window {
    turnstile?: Turnstile;
  }
}

let loading: Promise<Turnstile> | undefined;

/** Cloudflare's script, once a page and only where it is asked for. */
export function loadTurnstile(address: string): Promise<Turnstile> {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = `${address}?render=explicit`;
    script.async = true;
    script.onload = () => (window.turnstile ? resolve(window.turnstile) : reject(new Error('no Turnstile')));
    script.onerror = () => {
      loading = undefined;
      script.remove();
      reject(new Error('no Turnstile'));
    };
    document.head.append(script);
  });
  return loading;
}
