import { answerReloadable } from '@/lib/web/reloadable-answer'

/** Where a browser is led that posted what could not be taken: the page stays there when it is reloaded. */
export function GET(request: Request): Promise<Response> {
  return answerReloadable(request)
}
