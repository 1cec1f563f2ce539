/**
 * The script of the widget, with Cloudflare's interface: https://developers.cloudflare.com/turnstile/get-started/client-side-rendering
 * Like Cloudflare's it shows a frame of its own origin, which tells the page by a message what became of the challenge.
 */
export const widgetScript = `(() => {
  const { origin } = new URL(document.currentScript.src);
  const widgets = new Map();
  let count = 0;
  const challenge = (widget) => {
    const query = new URLSearchParams({ sitekey: widget.options.sitekey, id: widget.id, turn: String(++widget.turn) });
    widget.token = undefined;
    widget.field.value = '';
    widget.frame.src = origin + '/turnstile/v0/widget?' + query;
  };
  const render = (place, options) => {
    const container = typeof place === 'string' ? document.querySelector(place) : place;
    if (!container) throw new Error('[Cloudflare Turnstile] Could not find container');
    const id = 'cf-chl-widget-' + ++count;
    const field = Object.assign(document.createElement('input'), { type: 'hidden', name: 'cf-turnstile-response' });
    const title = 'Widget containing a Cloudflare security challenge';
    const frame = Object.assign(document.createElement('iframe'), { id, title, width: 300, height: 65 });
    const widget = { id, options, field, frame, turn: 0 };
    widgets.set(id, widget);
    challenge(widget);
    container.append(frame, field);
    return id;
  };
  addEventListener('message', ({ origin: from, data }) => {
    const widget = from === origin && data ? widgets.get(data.id) : undefined;
    if (!widget || data.turn !== String(widget.turn)) return;
    if (!data.token) return widget.options['error-callback']?.(data.error);
    widget.token = widget.field.value = data.token;
    widget.options.callback?.(data.token);
  });
  window.turnstile = {
    render,
    ready: (then) => then(),
    reset: (id) => challenge(widgets.get(id)),
    remove: (id) => {
      const { frame, field } = widgets.get(id) ?? {};
      frame?.remove();
      field?.remove();
      widgets.delete(id);
    },
    getResponse: (id) => widgets.get(id)?.token,
    isExpired: () => false,
  };
})();
`;

/** What the frame shows: it asks nothing, as Cloudflare's does of most people, and says so. */
export const widgetPage = `<!doctype html>
<html lang="en">
<title>Stand-in for Turnstile</title>
<style>body { margin: 0; padding: 20px; font: 14px sans-serif; background: #fff; color: #222 }</style>
<p style="margin: 0" role="status">Verifying …</p>
<script>
  const query = new URLSearchParams(location.search);
  fetch('/turnstile/v0/challenge?' + query, { method: 'POST' })
    .then((answer) => answer.json())
    .then(({ token, error }) => {
      document.querySelector('p').textContent = token ? 'Success!' : 'Error: ' + error;
      parent.postMessage({ id: query.get('id'), turn: query.get('turn'), token, error }, '*');
    });
</script>
</html>
`;
