import { answerAgain } from '@/lib/web/again'

/** Where a browser is led that posted what could not be taken: the page stays there when it is reloaded. */
export function GET(request: Request): Promise<Response> {
  return answerAgain(request)
}
