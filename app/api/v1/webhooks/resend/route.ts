import { answerWebhook } from '@/lib/web/answer-webhook'

/** Bounces and complaints, told by the mail provider. */
export function POST(request: Request): Promise<Response> {
  return answerWebhook(request)
}
