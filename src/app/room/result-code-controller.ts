import type { TemplateResult } from '../../screens/page.ts';
import { readSession } from '../course/session-link.ts';
import type { ControllerContext } from '../play/screen-controller.ts';
import { isPresenting } from '../shell/presenter.ts';
import { copyText } from '../shell/save-file.ts';
import type { hasReceived } from './live-phone.ts';
import { isLiveLink, loadResultCode } from './room-link.ts';

/** The result code below a debrief. Only players with a session link load it. */
export function resultCodeController(
  context: Pick<ControllerContext, 'flow' | 'draw' | 'guest'>,
): () => TemplateResult | null {
  if (readSession(location.search).room === null || isPresenting() || context.guest() !== null) return () => null;
  let parts: Awaited<ReturnType<typeof loadResultCode>> | null = null;
  let received: typeof hasReceived | null = null;
  let copied = false;
  const load = async () => {
    parts = await loadResultCode();
    if (isLiveLink()) {
      const live = await import('./live-phone.ts');
      received = live.hasReceived;
      live.onLiveChange(context.draw);
    }
    context.draw();
  };
  // If it cannot be loaded, the debrief works without a code.
  load().catch(() => null);

  return () => {
    const code = parts?.ownCode(context.flow()) ?? null;
    if (!parts || code === null) return null;
    return parts.resultCode({ code, copied, received: received?.(context.flow().level.id) ?? null }, () => {
      void copyText(code).then((done) => {
        copied = done;
        context.draw();
      });
    });
  };
}
