import { answerWebhook } from '@/lib/web/answer-webhook'
import { onlyPost } from '@/lib/web/redirect-to-form'

/** Bounces and complaints, reported by the mail provider. */
export function POST(request: Request): Promise<Response> {
  return answerWebhook(request)
}

export const GET = onlyPost
